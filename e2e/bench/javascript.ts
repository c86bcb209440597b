import { gzipSync } from 'node:zlib'

/** Returns the gzipped size of the scripts in a page's HTML, in kB (1,000 bytes). Excludes scripts loaded on demand. */
export async function javascriptOf(url: string): Promise<number> {
  const html = await (await fetch(url)).text()
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag))
  const sources = new Set(tags.map(([, source]) => new URL(source!.replaceAll('&amp;', '&'), url).href))
  const sizes = await Promise.all(
    [...sources].map(async (source) => gzipSync(await (await fetch(source)).arrayBuffer()).byteLength),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}
