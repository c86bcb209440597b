import { BareSite, sizeOf } from './bare'
import { javascriptOf } from './javascript'
import { load } from './load'
import { pagesOf } from './pages'
import { familyOf, memoryOf } from './processes'
import { table } from './table'

const KIND = { static: 'static', streamed: 'streamed' } as const
const milliseconds = (value: number) => value.toFixed(1)

/**
 * Compares a running production store with a bare Next.js site and prints a table. `store` is the store's origin;
 * `launcher` is the id of the process whose descendants' memory is measured.
 */
export async function benchmark({
  store,
  launcher,
  seconds,
  barePort,
}: {
  store: string
  launcher: number
  seconds: number
  barePort: number
}): Promise<void> {
  const bare = await BareSite.start(barePort)
  try {
    const pages = await pagesOf(store)
    const rows: string[][] = []
    const failing: string[] = []
    for (const { name, paths, beside, goal } of pages) {
      const urls = paths.map((path) => store + path)
      const sizes: number[] = []
      for (const url of urls) sizes.push(await sizeOf(url)) // the first request renders and caches the page
      const bytes = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
      const twin = beside === 'json' ? `${bare.url}/json` : await bare.pageOf(KIND[beside], bytes)
      await sizeOf(twin)
      const [own, other] = [await load(urls, { seconds }), await load([twin], { seconds })]
      if (own.failed > 0) failing.push(name)
      rows.push([
        name,
        `${(bytes / 1000).toFixed(0)} kB`,
        own.perSecond.toFixed(0),
        milliseconds(own.p50),
        milliseconds(own.p95),
        `${beside} ${other.perSecond.toFixed(0)}`,
        (own.perSecond / other.perSecond).toFixed(2),
        goal,
        own.failed ? `${own.failed} failed` : '',
      ])
    }
    console.log(table(['page', 'size', 'req/s', 'p50 ms', 'p95 ms', 'bare req/s', 'ratio', 'goal', ''], rows))
    const product = pages.find(({ name }) => name === 'product')!
    console.log(
      `\nJavaScript, gzip: product page ${(await javascriptOf(store + product.paths[0])).toFixed(0)} kB, ` +
        `home ${(await javascriptOf(`${store}/`)).toFixed(0)} kB, empty page ${(await javascriptOf(`${bare.url}/`)).toFixed(0)} kB (goal: product at most 185 kB)`,
    )
    console.log(`Memory of all processes: ${memoryOf(familyOf(launcher)).toFixed(0)} MiB (goal: at most 1,000 MiB)`)
    if (failing.length > 0) throw new Error(`Requests failed: ${failing.join(', ')}`)
  } finally {
    await bare.stop()
  }
}
