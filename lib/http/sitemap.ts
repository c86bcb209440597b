import { connection } from 'next/server'
import { HELP_PAGES } from '@/lib/domain/content/help-pages'
import { getSitemapPages, getSitemapParts, readSitemapPart } from '@/lib/queries/content/sitemap'
import { shopOrigin } from '@/lib/queries/site'

interface Entry {
  path: string
  /** Time of the last change in ISO 8601. */
  changedAt?: string | undefined
}

const KINDS = { index: ['sitemapindex', 'sitemap'], pages: ['urlset', 'url'] } as const
const ENTRIES_PER_CHUNK = 500

const PRODUCTS = /^products-([1-9]\d{0,4})\.xml$/

/** Returns the sitemap index, which lists the sitemap of pages and those of the products. */
export async function answerSitemapIndex(): Promise<Response> {
  await connection() // The shop's URL is known at run time, not at build time.
  const parts = await getSitemapParts()
  return answerSitemap('index', shopOrigin(), [
    { path: '/sitemap/pages.xml' },
    ...parts.map(({ changedAt }, index) => ({ path: `/sitemap/products-${index + 1}.xml`, changedAt })),
  ])
}

/**
 * Returns one sitemap: `pages.xml`, or a part of the products such as `products-1.xml`. Responds with 404 to other
 * names.
 */
export async function answerSitemapPart(part: string): Promise<Response> {
  await connection() // The shop's URL is known at run time, not at build time.
  const number = PRODUCTS.exec(part)?.[1]
  const entries = part === 'pages.xml' ? await pages() : number ? await readSitemapPart(Number(number)) : null
  if (!entries)
    return new Response('This sitemap does not exist.', { status: 404, headers: { 'cache-control': 'no-store' } })
  return answerSitemap('pages', shopOrigin(), entries)
}

const pages = async () => [...(await getSitemapPages()), ...HELP_PAGES.map((page) => ({ path: `/help/${page}` }))]

/**
 * Returns a sitemap of these paths, or an index of sitemaps (https://www.sitemaps.org/protocol.html), as a stream, so
 * that a large one does not take more memory. Paths are relative to `origin`.
 */
export function answerSitemap(
  kind: keyof typeof KINDS,
  origin: string,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
): Response {
  const chunks = sitemapChunks(kind, origin, entries)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => chunks.return(undefined).then(() => undefined),
  })
  return new Response(body, { headers: { 'content-type': 'application/xml', 'cache-control': 'no-cache' } })
}

async function* sitemapChunks(
  kind: keyof typeof KINDS,
  origin: string,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
): AsyncGenerator<string, void, undefined> {
  const [root, item] = KINDS[kind]
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n`
  let lines: string[] = []
  for await (const { path, changedAt } of entries) {
    const lastmod = changedAt === undefined ? '' : `<lastmod>${changedAt}</lastmod>`
    lines.push(`<${item}><loc>${escaped(new URL(path, origin).href)}</loc>${lastmod}</${item}>\n`)
    if (lines.length < ENTRIES_PER_CHUNK) continue
    yield lines.join('')
    lines = []
  }
  yield `${lines.join('')}</${root}>\n`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
