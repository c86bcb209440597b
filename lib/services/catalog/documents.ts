import { type Filter, type FindOptions, ObjectId } from 'mongodb'
import type { z } from 'zod'
import { type CategoryDocument, categoryDocumentSchema } from '@/lib/contracts/catalog/category'
import { type ProductDocument, productDocumentSchema } from '@/lib/contracts/catalog/product'
import { categories, MAX_CATEGORIES, MAX_TIME_MS, parseDocument, products } from '@/lib/db/mongo'

// This module returns documents only; other services add stock and prices.

/** Returns the products with these ids (24 hexadecimal digits), of any status, in no particular order. */
export function findProductsByIds(ids: string[]): Promise<ProductDocument[]> {
  return findProducts({ _id: { $in: ids.map((id) => new ObjectId(id)) } }, ids.length)
}

/** Returns the products that have any of these SKUs, of any status, in no particular order. */
export function findProductsBySkus(skus: string[]): Promise<ProductDocument[]> {
  return findProducts({ 'variants.sku': { $in: skus } }, skus.length)
}

/** Returns the active product with this slug; null if there is none. */
export async function findProductBySlug(slug: string): Promise<ProductDocument | null> {
  const document = await products().findOne({ slug, status: 'active' }, { maxTimeMS: MAX_TIME_MS })
  return document && parseDocument(productDocumentSchema, document)
}

const movedSchema = productDocumentSchema.pick({ _id: true, slug: true })

/** Returns the active product that most recently had this slug; null if there is none. */
export async function findMovedProduct(formerSlug: string): Promise<{ id: string; slug: string } | null> {
  const document = await products().findOne(
    { formerSlugs: formerSlug, status: 'active' },
    { projection: { slug: 1 }, sort: { updatedAt: -1 }, maxTimeMS: MAX_TIME_MS },
  )
  if (!document) return null
  const { _id, slug } = parseDocument(movedSchema, document)
  return { id: _id.toHexString(), slug }
}

/** Returns whether there is an active product with this slug. */
export async function productExists(slug: string): Promise<boolean> {
  const found = await products().findOne({ slug, status: 'active' }, { projection: { _id: 1 }, maxTimeMS: MAX_TIME_MS })
  return found !== null
}

const shelfDocumentSchema = productDocumentSchema.omit({ description: true })
export type CardDocument = z.infer<typeof shelfDocumentSchema>

/** Returns the active products with these ids, without their long descriptions, in no particular order. */
export async function findCardDocuments(ids: string[]): Promise<CardDocument[]> {
  return findForCards({ _id: { $in: ids.map((id) => new ObjectId(id)) }, status: 'active' }, { limit: ids.length })
}

/** Returns the active products with these slugs, without their long descriptions, in no particular order. */
export async function findCardDocumentsBySlugs(slugs: string[]): Promise<CardDocument[]> {
  return findForCards({ slug: { $in: slugs }, status: 'active' }, { limit: slugs.length })
}

/** Returns a page of the active products on sale at `now`, ordered by the end of the sale. */
export function findProductsOnSale(now: Date, part: { limit: number; skip: number }): Promise<CardDocument[]> {
  const isOn = { 'sale.startsAt': { $lte: now }, 'sale.endsAt': { $gt: now } }
  return findForCards(
    { status: 'active', variants: { $elemMatch: isOn } },
    { sort: { 'variants.sale.endsAt': 1, _id: 1 }, ...part },
  )
}

const addressSchema = productDocumentSchema.pick({ _id: true, slug: true, updatedAt: true })
type ProductAddress = z.infer<typeof addressSchema>
const ADDRESSES_PER_BATCH = 2_000

/**
 * Yields the slug and last change of active products whose id is at least `from` and less than `below`, in order of id,
 * at most `limit`. Keeps only one batch in memory.
 */
export async function* productAddresses(part: {
  from?: ObjectId
  below?: ObjectId
  limit: number
}): AsyncGenerator<ProductAddress> {
  const { from, below, limit } = part
  const ids = { ...(from && { $gte: from }), ...(below && { $lt: below }) }
  const cursor = products().find(
    { status: 'active', ...(Object.keys(ids).length > 0 && { _id: ids }) },
    {
      projection: { slug: true, updatedAt: true },
      sort: { _id: 1 },
      limit,
      batchSize: ADDRESSES_PER_BATCH,
      maxTimeMS: MAX_TIME_MS,
    },
  )
  for await (const document of cursor) yield parseDocument(addressSchema, document)
}

/** Returns all categories, in no particular order. */
export async function findCategories(): Promise<CategoryDocument[]> {
  const documents = await categories().find({}, { limit: MAX_CATEGORIES, maxTimeMS: MAX_TIME_MS }).toArray()
  return documents.map((document) => parseDocument(categoryDocumentSchema, document))
}

/** Returns the categories with these paths, in no particular order. */
export async function findCategoriesByPaths(paths: string[]): Promise<CategoryDocument[]> {
  const documents = await categories()
    .find({ path: { $in: paths } }, { limit: paths.length, maxTimeMS: MAX_TIME_MS })
    .toArray()
  return documents.map((document) => parseDocument(categoryDocumentSchema, document))
}

/**
 * Finds products. Skips and logs invalid documents, so that one invalid document does not break a whole cart or order.
 */
async function findProducts(filter: Filter<ProductDocument>, limit: number): Promise<ProductDocument[]> {
  if (limit === 0) return [] // for MongoDB, 0 means no limit
  const documents = await products().find(filter, { limit, maxTimeMS: MAX_TIME_MS }).toArray()
  return documents.flatMap((document) => {
    const { data, error } = productDocumentSchema.safeParse(document)
    if (error) console.error(`[catalog] The product ${document._id} does not fit its schema:`, error.message)
    return data ?? []
  })
}

async function findForCards(
  filter: Filter<ProductDocument>,
  options: FindOptions & { limit: number },
): Promise<CardDocument[]> {
  if (options.limit === 0) return []
  const documents = await products()
    .find(filter, { projection: { description: 0 }, maxTimeMS: MAX_TIME_MS, ...options })
    .toArray()
  return documents.map((document) => parseDocument(shelfDocumentSchema, document))
}
