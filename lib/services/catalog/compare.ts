import type { Comparison } from '@/lib/contracts/catalog/comparison'
import type { ProductCard } from '@/lib/contracts/catalog/product-view'
import { MAX_COMPARED } from '@/lib/domain/catalog/compare-url'
import { comparisonGroups, rowOf } from '@/lib/domain/catalog/comparison'
import { candidatesFor, nearestTo } from '../merchandising/related'
import { categoryTree, trailLinks } from './categories'
import { type CardDocument, findCardDocuments, findCardDocumentsBySlugs } from './documents'
import { toCard } from './product-views'
import { factsOf } from './products'

/**
 * Compares the products with these slugs; slugs after the fourth are ignored, and unknown ones are listed in `missing`.
 */
export async function compareProducts(slugs: string[], now = new Date()): Promise<Comparison> {
  const wanted = slugs.slice(0, MAX_COMPARED)
  const [tree, found] = await Promise.all([categoryTree(), findCardDocumentsBySlugs(wanted)])
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

/** Returns suggestions that are similar to the first product; none if the comparison is full. */
async function nearbyOf(documents: CardDocument[], now: Date): Promise<CardDocument[]> {
  const [first] = documents
  if (!first || documents.length >= MAX_COMPARED) return []
  const compared = new Set(documents.map(({ slug }) => slug))
  const candidates = await findCardDocuments(await candidatesFor(first, now))
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
      'Availability',
      products.map(({ stock }) => STOCK[stock]),
    ),
  ]
  return { name: 'At a glance', rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)) }
}
