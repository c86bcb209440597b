import { performance } from 'node:perf_hooks'
import { SearchIndex } from '@/lib/search/search-index'
import type { Query } from '@/lib/search/search-query'
import { toProduct } from '@/lib/search/sync/store-product'
import { DEMO, generateCatalogue } from '@/prisma/seed-data/catalogue'
import { table } from './table'

const ROUNDS = 300

/**
 * Measures how long the search index takes for listings of the demo shop, one at a time after a warm-up, in
 * milliseconds.
 */
export async function benchListings(): Promise<string> {
  const now = new Date()
  const { products, inventory } = generateCatalogue({ ...DEMO, now })
  const onHand = new Map(inventory.map(({ sku, onHand }) => [sku, onHand]))
  const index = await SearchIndex.of(
    products.map((document) => toProduct(document, { onHand, prices: new Map() }, now)),
  )
  const leaves = [...new Set(products.map(({ category }) => category))]
  const brandOf = new Map(products.map(({ category, brand }) => [category, brand]))
  const queries: Record<string, (category: string) => Query> = {
    'category, all counts': (category) => ({ category }),
    '… brand, in stock, price': (category) => ({
      category,
      filters: { brand: [brandOf.get(category)!], inStock: [true], price: { min: 500, max: 50_000 } },
    }),
    'department, all counts': (category) => ({ category: category.split('/')[0] }),
    'all products, all counts': () => ({}),
    'search, all counts': (category) => ({ text: category.split('/').at(-1)!.replaceAll('-', ' ') }),
  }
  const rows = Object.entries(queries).map(([name, queryFor]) => {
    const times = Array.from({ length: ROUNDS * 2 }, (_, round) => {
      const query = queryFor(leaves[round % leaves.length]!)
      const began = performance.now()
      index.search(query)
      return performance.now() - began
    })
    const warm = times.slice(ROUNDS).sort((a, b) => a - b)
    const at = (share: number) => warm[Math.floor(warm.length * share)]!.toFixed(2)
    return [name, at(0.5), at(0.95), '< 5']
  })
  return table([`index, ${products.length} products`, 'p50 ms', 'p95 ms', 'goal p95'], rows)
}
