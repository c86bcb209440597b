import { gzipSync } from 'node:zlib'

/**
 * Returns the size of the JavaScript that a page's HTML references, gzipped, in kB (1,000 bytes). Excludes what loads
 * on demand.
 */
export async function javascriptOf(url: string): Promise<number> {
  const html = await (await fetch(url)).text()
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag))
  const sources = new Set(tags.map(([, source]) => new URL(source!.replaceAll('&amp;', '&'), url).href))
  const sizes = await Promise.all(
    [...sources].map(async (source) => gzipSync(await (await fetch(source)).arrayBuffer()).byteLength),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}
