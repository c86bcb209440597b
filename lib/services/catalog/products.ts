import type { Category } from '@/lib/contracts/catalog/category'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import type { ProductCard, ProductDetail, ViewedProduct } from '@/lib/contracts/catalog/product-view'
import { uniqueSlugs } from '@/lib/domain/catalog/slug'
import { specGroups } from '@/lib/domain/catalog/specs'
import { listingState } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { exclusionOf } from '@/lib/domain/orders/withdrawal-exclusion'
import { isOnSale } from '@/lib/domain/pricing/pricing'
import { stockOf } from '../inventory/inventory'
import { boughtWith } from '../merchandising/bought-together'
import { candidatesFor, nearestTo } from '../merchandising/related'
import { lowestPricesBefore } from '../pricing/prices'
import { categoryTree, trailLinks } from './categories'
import { type CardDocument, findCardDocuments, findProductBySlug } from './documents'
import { bestToBuy, type CardContext, type Facts, optionGroups, toCard, variantViews } from './product-views'

// Combines documents from MongoDB with stock and price history from Postgres, with one query per table and collection,
// regardless of the number of products.

/** A product to show, and the index of the variant to show, by default the one that is best to buy. */
export interface Wanted {
  id: string
  variant?: number
}

/** Returns the cards of these products in the given order. Products no longer in the shop are left out. */
export async function productCards(
  wanted: Wanted[],
  { now = new Date(), ...context }: CardContext & { now?: Date } = {},
): Promise<ProductCard[]> {
  const documents = await findCardDocuments(wanted.map(({ id }) => id))
  const facts = await factsOf(documents, now)
  const byId = new Map(documents.map((document) => [document._id.toHexString(), document]))
  return wanted.flatMap(({ id, variant }) => {
    const document = byId.get(id)
    return document ? [toCard(document, facts, { variant, ...context })] : []
  })
}

/** Returns the short cards shown for recently viewed products. */
export async function viewedProducts(ids: string[]): Promise<ViewedProduct[]> {
  const cards = await productCards(ids.map((id) => ({ id })))
  return cards.map(({ id, href, name, price, image }) => ({ id, href, name, price, image: image?.src ?? null }))
}

/**
 * Returns what these products' cards need besides the documents: stock, the lowest earlier prices of SKUs on sale, and
 * categories.
 */
export async function factsOf(documents: CardDocument[], now: Date): Promise<Facts> {
  const variants = documents.flatMap((document) => document.variants)
  const onSale = variants.filter((variant) => isOnSale(variant, now)).map(({ sku }) => sku)
  const [tree, stock, lowest] = await Promise.all([
    categoryTree(),
    stockOf(variants.map(({ sku }) => sku)),
    lowestPricesBefore(onSale, now),
  ])
  return { now, stock, lowest, categories: tree.byPath }
}

/** Returns the data of the product page for the active product with this slug; null if there is none. */
export async function getProductDetail(slug: string, now = new Date()): Promise<ProductDetail | null> {
  const document = await findProductBySlug(slug)
  if (!document) return null
  const tree = await categoryTree()
  const category = tree.byPath.get(document.category)
  const { related, together } = await around(document, category, now)
  const facts = await factsOf([document, ...related, ...together], now)
  return toDetail(document, {
    facts,
    category,
    trail: trailLinks(tree, document.category),
    related: related.map((other) => toCard(other, facts)),
    // Sold-out products are left out; once restocked, they appear again when the page is next rendered, within a day.
    together: together
      .map((other) => toCard(other, facts))
      .filter(({ stock }) => stock !== 'sold_out')
      .slice(0, MAX_TOGETHER),
  })
}

const MAX_TOGETHER = 4

/** Loads the similar products and those bought together with this one, with a single query for all documents. */
async function around(document: ProductDocument, category: Category | undefined, now: Date) {
  const [candidates, companions] = await Promise.all([
    candidatesFor(document, now),
    boughtWith(document._id.toHexString()),
  ])
  const documents = await findCardDocuments([...new Set([...candidates, ...companions])])
  const byId = new Map(documents.map((one) => [one._id.toHexString(), one]))
  const pick = (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  return { related: nearestTo(document, pick(candidates), { category, now }), together: pick(companions) }
}

interface Surroundings {
  facts: Facts
  category: Category | undefined
  trail: ProductDetail['trail']
  related: ProductCard[]
  together: ProductCard[]
}

function toDetail(
  document: ProductDocument,
  { facts, category, trail, related, together }: Surroundings,
): ProductDetail {
  const schema = category?.specs ?? []
  const brandListing = listingState({
    category: document.category,
    filters: [['brand', uniqueSlugs([document.brand])]],
  })
  return {
    id: document._id.toHexString(),
    slug: document.slug,
    name: document.name,
    tagline: document.tagline,
    description: document.description,
    brand: { name: document.brand, href: listingUrl(brandListing) },
    trail,
    category: document.category,
    taxClass: document.taxClass ?? category?.taxClass ?? 'standard',
    returnExcluded: exclusionOf(document, category),
    safety: {
      manufacturer: document.manufacturer ?? null,
      responsiblePerson: document.responsiblePerson ?? null,
      warnings: document.warnings ?? [],
    },
    images: document.images,
    optionGroups: optionGroups(document, schema),
    variants: variantViews(document, facts),
    sku: bestToBuy(document.variants, facts).sku,
    specGroups: specGroups(document, schema),
    rating: { average: document.rating.average, count: document.rating.count },
    related,
    together,
    updatedAt: document.updatedAt.toISOString(),
  }
}
