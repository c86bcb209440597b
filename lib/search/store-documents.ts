import { type Document, ObjectId } from 'mongodb'
import { z } from 'zod'
import { MAX_TIME_MS, mongo, products } from '@/lib/db/mongo'
import { env } from '@/lib/env'
import { PAGE } from './store-facts'
import { INDEXED_FIELDS } from './store-product'

/** Documents are read whole so many at a time: a few of them are large. */
export const BATCH = 500
const OPTIONS = { maxTimeMS: MAX_TIME_MS, batchSize: PAGE }

const fieldsRead = () => (env().SEARCH_DESCRIPTIONS ? { ...INDEXED_FIELDS, description: true } : INDEXED_FIELDS)

/** Every active product, a category after the other, a batch at a time. Each query is one stretch of an index. */
export async function* activeDocuments(): AsyncIterable<Document[]> {
  for (let category = await categoryAfter(''); category !== undefined; category = await categoryAfter(category)) {
    let after: ObjectId | undefined
    for (;;) {
      const filter = { category, status: 'active' as const, ...(after && { _id: { $gt: after } }) }
      const options = { ...OPTIONS, projection: fieldsRead(), sort: { _id: 1 as const }, limit: BATCH }
      const batch = await products().find<Document>(filter, options).toArray()
      if (batch.length > 0) yield batch
      if (batch.length < BATCH) break
      after = batch.at(-1)?._id
    }
  }
}

async function categoryAfter(category: string): Promise<string | undefined> {
  const options = { projection: { category: 1 }, sort: { category: 1 as const }, limit: 1, maxTimeMS: MAX_TIME_MS }
  const [next] = await products()
    .find<Document>({ category: { $gt: category } }, options)
    .toArray()
  return next && String(next.category)
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
