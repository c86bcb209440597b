import type { Comparison } from '@/lib/contracts/catalog/comparison'
import type { ProductCard } from '@/lib/contracts/catalog/product-view'
import { MOST_COMPARED } from '@/lib/domain/catalog/compare-url'
import { comparisonGroups, rowOf } from '@/lib/domain/catalog/comparison'
import { candidatesFor, nearestTo } from '../merchandising/related'
import { categoryTree, trailLinks } from './categories'
import { findShelfProducts, findShelfProductsBySlugs, type ShelfDocument } from './documents'
import { toCard } from './product-views'
import { factsOf } from './products'

/** The products of these addresses side by side, at most four; what is not in the shop is in `missing`. */
export async function compareProducts(slugs: string[], now = new Date()): Promise<Comparison> {
  const wanted = slugs.slice(0, MOST_COMPARED)
  const [tree, found] = await Promise.all([categoryTree(), findShelfProductsBySlugs(wanted)])
  const documents = wanted.flatMap((slug) => found.find((document) => document.slug === slug) ?? [])
  const nearby = await nearbyOf(documents, now)
  const facts = await factsOf([...documents, ...nearby], now)
  const products = documents.map((document) => ({
    ...toCard(document, facts),
    choices: document.variants.length,
    trail: trailLinks(tree, document.category),
  }))
  const specs = documents.map((document) => ({ ...document, schema: tree.byPath.get(document.category)?.specs ?? [] }))
  return {
    products,
    groups: products.length > 0 ? [atAGlance(products), ...comparisonGroups(specs)] : [],
    missing: wanted.filter((slug) => !documents.some((document) => document.slug === slug)),
    more: nearby.map((document) => toCard(document, facts)),
  }
}

/** What could stand beside them: the nearest to the first of them, where there is room. */
async function nearbyOf(documents: ShelfDocument[], now: Date): Promise<ShelfDocument[]> {
  const [first] = documents
  if (!first || documents.length >= MOST_COMPARED) return []
  const compared = new Set(documents.map(({ slug }) => slug))
  const candidates = await findShelfProducts(await candidatesFor(first, now))
  const { byPath } = await categoryTree()
  const others = candidates.filter(({ slug }) => !compared.has(slug))
  return nearestTo(first, others, { category: byPath.get(first.category), now })
}

const STOCK = { in_stock: 'In stock', few_left: 'Few left', sold_out: 'Sold out' }

function atAGlance(products: ProductCard[]) {
  const ratings = products.map(({ rating }) => (rating.count > 0 ? `${rating.average.toFixed(1)} of 5` : null))
  const rows = [
    rowOf(
      'brand',
      'Brand',
      products.map(({ brand }) => brand),
    ),
    rowOf('rating', 'Rating', ratings),
    rowOf(
      'stock',
      'On the shelf',
      products.map(({ stock }) => STOCK[stock]),
    ),
  ]
  return { name: 'At a glance', rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)) }
}
