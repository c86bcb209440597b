import { type Filter, ObjectId } from 'mongodb'
import { type CategoryDocument, categoryDocumentSchema } from '@/lib/contracts/category'
import { type ProductDocument, productDocumentSchema } from '@/lib/contracts/product'
import { categories, MAX_TIME_MS, parseDocument, products } from '@/lib/db/mongo'

// Documents only: what they mean together with stock and prices is said by the services above this one.

/** The products with these ids (24 hexadecimal digits), of any status, in no particular order. */
export function findProductsByIds(ids: string[]): Promise<ProductDocument[]> {
  return findProducts({ _id: { $in: ids.map((id) => new ObjectId(id)) } })
}

/** The products that have any of these SKUs, of any status, in no particular order. */
export function findProductsBySkus(skus: string[]): Promise<ProductDocument[]> {
  return skus.length > 0 ? findProducts({ 'variants.sku': { $in: skus } }) : Promise.resolve([])
}

/** The categories with these paths, in no particular order. */
export async function findCategoriesByPaths(paths: string[]): Promise<CategoryDocument[]> {
  const documents = await categories()
    .find({ path: { $in: paths } }, { maxTimeMS: MAX_TIME_MS })
    .toArray()
  return documents.map((document) => parseDocument(categoryDocumentSchema, document))
}

async function findProducts(filter: Filter<ProductDocument>): Promise<ProductDocument[]> {
  const documents = await products().find(filter, { maxTimeMS: MAX_TIME_MS }).toArray()
  return documents.map((document) => parseDocument(productDocumentSchema, document))
}
