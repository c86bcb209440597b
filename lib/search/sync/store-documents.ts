import { type Document, type Filter, ObjectId } from 'mongodb'
import { z } from 'zod'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import { categories, MAX_CATEGORIES, MAX_TIME_MS, mongo, products } from '@/lib/db/mongo'
import { env } from '@/lib/env'
import { PAGE } from './store-facts'
import { INDEXED_FIELDS } from './store-product'

/** Documents per batch; kept low because some documents are large. */
export const BATCH = 500
/** Time limit for reading all batches of a category, enforced by MongoDB, in milliseconds. */
const READ_MS = 60_000
const OPTIONS = { maxTimeMS: MAX_TIME_MS, batchSize: PAGE }

const fieldsRead = () => (env().SEARCH_DESCRIPTIONS ? { ...INDEXED_FIELDS, description: true } : INDEXED_FIELDS)

/**
 * Yields every active product in batches, category by category in path order, with products of unknown categories in
 * between. Each category is one index range read by one unsorted cursor, because servers that cannot read an index in
 * order would sort again for every page.
 */
export async function* activeDocuments(): AsyncIterable<Document[]> {
  const options = {
    projection: { path: 1 },
    sort: { path: 1 as const },
    limit: MAX_CATEGORIES,
    maxTimeMS: MAX_TIME_MS,
  }
  let before = ''
  for (const { path } of await categories().find({}, options).toArray()) {
    yield* inBatches({ category: { $gt: before, $lt: path } })
    yield* inBatches({ category: path })
    before = path
  }
  yield* inBatches({ category: { $gt: before } })
}

async function* inBatches(filter: Filter<ProductDocument>): AsyncIterable<Document[]> {
  const options = { projection: fieldsRead(), batchSize: BATCH, maxTimeMS: READ_MS }
  let batch: Document[] = []
  for await (const document of products().find<Document>({ ...filter, status: 'active' }, options)) {
    batch.push(document)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Returns the indexed fields of the documents with these ids, of which there may be at most `BATCH`. */
export const documentsOf = (ids: ObjectId[]): Promise<Document[]> =>
  products()
    .find<Document>({ _id: { $in: ids } }, { ...OPTIONS, projection: fieldsRead(), limit: BATCH })
    .toArray()

/** Returns those of these ids that have a document. There may be at most `BATCH` ids. */
export async function existing(ids: ObjectId[]): Promise<string[]> {
  const options = { ...OPTIONS, projection: { _id: 1 }, limit: BATCH }
  const found = await products()
    .find({ _id: { $in: ids } }, options)
    .toArray()
  return found.map(({ _id }) => String(_id))
}

/** Returns the approximate number of products of any status. */
export const documentCount = (): Promise<number> => products().estimatedDocumentCount({ maxTimeMS: MAX_TIME_MS })

const markSchema = z.object({ _id: z.instanceof(ObjectId), at: z.date() })
export type Mark = z.infer<typeof markSchema>

/** Yields ids and change times of the documents changed since then, in pages, ordered by time. Reads only an index. */
export async function* marksSince(
  { name, field }: { name: string; field: string },
  since: Date,
  size = PAGE,
): AsyncIterable<Mark[]> {
  const query = async (filter: Document, limit: number): Promise<Mark[]> => {
    const options = { ...OPTIONS, projection: { [field]: 1 }, sort: { [field]: 1 as const, _id: 1 as const }, limit }
    const found = await mongo().collection(name).find<Document>(filter, options).toArray()
    return found.map((document) => markSchema.parse({ _id: document._id, at: document[field] }))
  }
  let page = await query({ [field]: { $gte: since } }, size)
  for (;;) {
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < size) return
    // Continue by id within the same millisecond, because a bulk change gives any number of documents the same time.
    const tied = await query({ [field]: last.at, _id: { $gt: last._id } }, size)
    const rest = size - tied.length
    page = rest > 0 ? [...tied, ...(await query({ [field]: { $gt: last.at } }, rest))] : tied
  }
}
