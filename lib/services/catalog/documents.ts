import { type Filter, type FindOptions, ObjectId } from 'mongodb'
import type { z } from 'zod'
import { type CategoryDocument, categoryDocumentSchema } from '@/lib/contracts/catalog/category'
import { type ProductDocument, productDocumentSchema } from '@/lib/contracts/catalog/product'
import { categories, MAX_CATEGORIES, MAX_TIME_MS, parseDocument, products } from '@/lib/db/mongo'

// Documents only: what they mean together with stock and prices is said by the services above this one.

/** The products with these ids (24 hexadecimal digits), of any status, in no particular order. */
export function findProductsByIds(ids: string[]): Promise<ProductDocument[]> {
  return findProducts({ _id: { $in: ids.map((id) => new ObjectId(id)) } }, ids.length)
}

/** The products that have any of these SKUs, of any status, in no particular order. */
export function findProductsBySkus(skus: string[]): Promise<ProductDocument[]> {
  return findProducts({ 'variants.sku': { $in: skus } }, skus.length)
}

/** The active product of that address; null where there is none. */
export async function findProductBySlug(slug: string): Promise<ProductDocument | null> {
  const document = await products().findOne({ slug, status: 'active' }, { maxTimeMS: MAX_TIME_MS })
  return document && parseDocument(productDocumentSchema, document)
}

const movedSchema = productDocumentSchema.pick({ _id: true, slug: true })

/** The active product that had that address before, of several the one that changed last; null where none had. */
export async function findMovedProduct(formerSlug: string): Promise<{ id: string; slug: string } | null> {
  const document = await products().findOne(
    { formerSlugs: formerSlug, status: 'active' },
    { projection: { slug: 1 }, sort: { updatedAt: -1 }, maxTimeMS: MAX_TIME_MS },
  )
  if (!document) return null
  const { _id, slug } = parseDocument(movedSchema, document)
  return { id: _id.toHexString(), slug }
}

/** Whether there is an active product of that address. */
export async function productExists(slug: string): Promise<boolean> {
  const found = await products().findOne({ slug, status: 'active' }, { projection: { _id: 1 }, maxTimeMS: MAX_TIME_MS })
  return found !== null
}

const shelfDocumentSchema = productDocumentSchema.omit({ description: true })
export type ShelfDocument = z.infer<typeof shelfDocumentSchema>

/** The active products with these ids as a shelf needs them, without their long descriptions, in no particular order. */
export async function findShelfProducts(ids: string[]): Promise<ShelfDocument[]> {
  return findForShelf({ _id: { $in: ids.map((id) => new ObjectId(id)) }, status: 'active' }, { limit: ids.length })
}

/** The active products of these addresses as a shelf needs them, in no particular order. */
export async function findShelfProductsBySlugs(slugs: string[]): Promise<ShelfDocument[]> {
  return findForShelf({ slug: { $in: slugs }, status: 'active' }, { limit: slugs.length })
}

/** A part of the active products with a sale on at that moment, those that end first in front. */
export function findProductsOnSale(now: Date, part: { limit: number; skip: number }): Promise<ShelfDocument[]> {
  const isOn = { 'sale.startsAt': { $lte: now }, 'sale.endsAt': { $gt: now } }
  return findForShelf(
    { status: 'active', variants: { $elemMatch: isOn } },
    { sort: { 'variants.sale.endsAt': 1, _id: 1 }, ...part },
  )
}

const addressSchema = productDocumentSchema.pick({ _id: true, slug: true, updatedAt: true })
type ProductAddress = z.infer<typeof addressSchema>
const ADDRESSES_PER_BATCH = 2_000

/**
 * Yields address and last change of the active products with ids from `from` on and below `below`, by id, `limit` at most;
 * a batch at a time is in memory.
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

/** All categories, in no particular order. */
export async function findCategories(): Promise<CategoryDocument[]> {
  const documents = await categories().find({}, { limit: MAX_CATEGORIES, maxTimeMS: MAX_TIME_MS }).toArray()
  return documents.map((document) => parseDocument(categoryDocumentSchema, document))
}

/** The categories with these paths, in no particular order. */
export async function findCategoriesByPaths(paths: string[]): Promise<CategoryDocument[]> {
  const documents = await categories()
    .find({ path: { $in: paths } }, { limit: paths.length, maxTimeMS: MAX_TIME_MS })
    .toArray()
  return documents.map((document) => parseDocument(categoryDocumentSchema, document))
}

/** A document that is not sound is left out and reported: it must not take the whole cart or order with it. */
async function findProducts(filter: Filter<ProductDocument>, limit: number): Promise<ProductDocument[]> {
  if (limit === 0) return [] // to MongoDB no limit
  const documents = await products().find(filter, { limit, maxTimeMS: MAX_TIME_MS }).toArray()
  return documents.flatMap((document) => {
    const { data, error } = productDocumentSchema.safeParse(document)
    if (error) console.error(`[catalog] The product ${document._id} does not fit its schema:`, error.message)
    return data ?? []
  })
}

async function findForShelf(
  filter: Filter<ProductDocument>,
  options: FindOptions & { limit: number },
): Promise<ShelfDocument[]> {
  if (options.limit === 0) return []
  const documents = await products()
    .find(filter, { projection: { description: 0 }, maxTimeMS: MAX_TIME_MS, ...options })
    .toArray()
  return documents.map((document) => parseDocument(shelfDocumentSchema, document))
}
