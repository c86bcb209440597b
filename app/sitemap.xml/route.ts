import { connection } from 'next/server'
import { env } from '@/lib/env'
import { answerSitemap } from '@/lib/http/sitemap'
import { getSitemapParts } from '@/lib/queries/content/sitemap'

/** The index of sitemaps: the pages, then the products in parts. */
export async function GET(): Promise<Response> {
  await connection() // the address of the shop is that of the server, not of the build
  const parts = await getSitemapParts()
  return answerSitemap('index', env().NEXUS_URL, [
    { path: '/sitemap/pages.xml' },
    ...parts.map(({ changedAt }, index) => ({ path: `/sitemap/products-${index + 1}.xml`, changedAt })),
  ])
}
