import { connection } from 'next/server'
import { env } from '@/lib/env'
import { answerSitemap } from '@/lib/http/sitemap'
import { getSitemapPages, readSitemapPart } from '@/lib/queries/content/sitemap'
import { HELP_PAGES } from '../../(shop)/help/content'

const PRODUCTS = /^products-([1-9]\d{0,4})\.xml$/

/** One sitemap: `pages.xml`, or a part of the products, `products-1.xml`. 404 for any other. */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  await connection() // the address of the shop is that of the server, not of the build
  const { part } = await params
  const number = PRODUCTS.exec(part)?.[1]
  const entries = part === 'pages.xml' ? await pages() : number ? await readSitemapPart(Number(number)) : null
  if (!entries) return new Response('There is no such sitemap.', { status: 404 })
  return answerSitemap('pages', env().NEXUS_URL, entries)
}

const pages = async () => [...(await getSitemapPages()), ...HELP_PAGES.map((page) => ({ path: `/help/${page}` }))]
