import { type Document, type Filter, ObjectId } from 'mongodb'
import { z } from 'zod'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import { categories, MAX_CATEGORIES, MAX_TIME_MS, mongo, products } from '@/lib/db/mongo'
import { env } from '@/lib/env'
import { PAGE } from './store-facts'
import { INDEXED_FIELDS } from './store-product'

/** Documents are read whole so many at a time: a few of them are large. */
export const BATCH = 500
/** Of the server, for all batches of a category together. */
const READ_MS = 60_000
const OPTIONS = { maxTimeMS: MAX_TIME_MS, batchSize: PAGE }

const fieldsRead = () => (env().SEARCH_DESCRIPTIONS ? { ...INDEXED_FIELDS, description: true } : INDEXED_FIELDS)

/**
 * Every active product, a category after the other, a batch at a time; between them those of categories that there are
 * none of. Each is one stretch of an index, and one cursor without an order: not every server reads an index in order,
 * and would sort for each page.
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

/** These documents as the index needs them; at most a batch of ids. */
export const documentsOf = (ids: ObjectId[]): Promise<Document[]> =>
  products()
    .find<Document>({ _id: { $in: ids } }, { ...OPTIONS, projection: fieldsRead(), limit: BATCH })
    .toArray()

/** Which of these ids, at most a batch, there is a document for. */
export async function existing(ids: ObjectId[]): Promise<string[]> {
  const options = { ...OPTIONS, projection: { _id: 1 }, limit: BATCH }
  const found = await products()
    .find({ _id: { $in: ids } }, options)
    .toArray()
  return found.map(({ _id }) => String(_id))
}

/** About how many products there are, of any status. */
export const documentCount = (): Promise<number> => products().estimatedDocumentCount({ maxTimeMS: MAX_TIME_MS })

const markSchema = z.object({ _id: z.instanceof(ObjectId), at: z.date() })
export type Mark = z.infer<typeof markSchema>

/** Ids and moments of what bears one since, in the order of those moments, a page at a time; from an index alone. */
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
    // Those of the same moment first, by id: a bulk change gives one moment to any number of documents.
    const tied = await query({ [field]: last.at, _id: { $gt: last._id } }, size)
    const rest = size - tied.length
    page = rest > 0 ? [...tied, ...(await query({ [field]: { $gt: last.at } }, rest))] : tied
  }
}
