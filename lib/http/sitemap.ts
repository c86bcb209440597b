interface Entry {
  path: string
  /** ISO 8601 */
  changedAt?: string | undefined
}

const KINDS = { index: ['sitemapindex', 'sitemap'], pages: ['urlset', 'url'] } as const
const ENTRIES_PER_CHUNK = 500

/**
 * Answers with a sitemap of these paths below `origin`, or with an index of sitemaps (https://www.sitemaps.org/protocol.html).
 * Entries are written as they come, so that memory does not grow with them.
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
  return new Response(body, { headers: { 'content-type': 'application/xml' } })
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
