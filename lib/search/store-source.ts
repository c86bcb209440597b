import { type Document, type FindCursor, ObjectId } from 'mongodb'
import { z } from 'zod'
import { MAX_TIME_MS, mongo, products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { ledgerBeforeSales } from '@/lib/db/price-ledger'
import { isOnSale, PRICE_HISTORY_DAYS } from '@/lib/domain/pricing'
import { env } from '@/lib/env'
import type { Product } from './product'
import type { Change, Cursor, Source } from './source'
import { INDEXED_FIELDS, type IndexedDocument, indexedDocumentSchema, type SkuFacts, toProduct } from './store-product'
import type { IndexOptions } from './table'

// How long a change may take from the moment that it bears until it can be read: clocks that differ, long transactions.
const MONGO_OVERLAP_MS = 5_000
const POSTGRES_OVERLAP_MS = 20_000
const BATCH = 500
const READ_MS = 60_000 // of the server for one cursor: the whole catalogue comes in many batches

const helloSchema = z.object({ localTime: z.date() })
const clockSchema = z.tuple([z.object({ now: z.date() })])

/** The catalogue of both stores: active documents from MongoDB, stock and price history from Postgres. */
class StoreSource implements Source {
  /** Of the SKUs whose stock changed lately: whether the index was told that there is any. */
  readonly #told = new Map<string, boolean | undefined>()
  readonly #unsound = new Set<string>()

  async now(): Promise<Cursor> {
    const [hello, rows] = await Promise.all([
      mongo().command({ hello: 1, maxTimeMS: MAX_TIME_MS }),
      postgres().$queryRaw`SELECT clock_timestamp() AS now`,
    ])
    const [{ now }] = clockSchema.parse(rows)
    return { mongo: helloSchema.parse(hello).localTime.getTime(), postgres: now.getTime() }
  }

  async *load(): AsyncIterable<Product> {
    for await (const change of this.#changes(find({ status: 'active' }).sort({ category: 1 })))
      if ('upsert' in change) yield change.upsert
  }

  async *changesSince(cursor: Cursor): AsyncIterable<Change> {
    const read = new Set<string>()
    const edited = find({ updatedAt: { $gte: new Date((cursor.mongo ?? 0) - MONGO_OVERLAP_MS) } })
    for await (const change of this.#changes(edited)) {
      read.add(idOf(change))
      yield change
    }
    const restocked = await this.#restockedSince(new Date((cursor.postgres ?? 0) - POSTGRES_OVERLAP_MS))
    yield* this.read(restocked.filter((id) => !read.has(id)))
  }

  async *read(ids: string[]): AsyncIterable<Change> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const missing = new Set(ids.slice(from, from + BATCH))
      const found = find({ _id: { $in: Array.from(missing, (id) => new ObjectId(id)) } })
      for await (const change of this.#changes(found)) {
        missing.delete(idOf(change))
        yield change
      }
      for (const id of missing) yield { remove: id }
    }
  }

  async gone(ids: string[]): Promise<string[]> {
    const gone = new Set(ids)
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH).map((id) => new ObjectId(id))
      const options = { projection: { _id: 1 }, batchSize: BATCH, maxTimeMS: MAX_TIME_MS }
      for await (const { _id } of products().find({ _id: { $in: batch } }, options)) gone.delete(String(_id))
    }
    return [...gone]
  }

  /**
   * Products of which a SKU sold out or came back since. The index only knows whether there is any stock, so in a rush
   * that sells the same SKUs over and over hardly a product has to be read again.
   */
  async #restockedSince(since: Date): Promise<string[]> {
    const rows = await postgres().inventory.findMany({
      where: { updatedAt: { gte: since } },
      select: { sku: true, productId: true, onHand: true },
    })
    const recent = new Set(rows.map(({ sku }) => sku))
    for (const sku of this.#told.keys()) if (!recent.has(sku)) this.#told.delete(sku)
    for (const sku of recent) if (!this.#told.has(sku)) this.#told.set(sku, undefined)
    const changed = rows.filter(({ sku, onHand }) => this.#told.get(sku) !== onHand > 0)
    return [...new Set(changed.map(({ productId }) => productId))]
  }

  async *#changes(cursor: FindCursor<Document>): AsyncIterable<Change> {
    for await (const batch of batches(cursor)) {
      const now = new Date()
      const documents = batch.flatMap((document) => this.#parse(document))
      const facts = await factsOf(documents, now)
      const active = new Set<string>()
      for (const document of documents) {
        const product = toProduct(document, facts, now)
        active.add(product.id)
        yield { upsert: product }
      }
      for (const { _id } of batch) if (!active.has(String(_id))) yield { remove: String(_id) }
      for (const [sku, onHand] of facts.onHand) if (this.#told.has(sku)) this.#told.set(sku, onHand > 0)
    }
  }

  /** Nothing where it is not active; an unsound one is left out and reported, so that it takes no other down with it. */
  #parse(document: Document): IndexedDocument[] {
    const id = String(document._id)
    if (document.status !== 'active') return []
    const { success, data, error } = indexedDocumentSchema.safeParse(document)
    if (success) return [data]
    if (!this.#unsound.has(id))
      console.error(
        `The product ${id} cannot be found in the store, its document is not sound: ${z.prettifyError(error)}`,
      )
    this.#unsound.add(id)
    return []
  }
}

export const storeSource = (): Source => new StoreSource()

const idOf = (change: Change) => ('upsert' in change ? change.upsert.id : change.remove)

/** How the environment wants texts indexed. */
export const indexOptions = (): Required<IndexOptions> => ({
  language: env().SEARCH_LANGUAGE,
  descriptions: env().SEARCH_DESCRIPTIONS,
})

const fieldsRead = () => (env().SEARCH_DESCRIPTIONS ? { ...INDEXED_FIELDS, description: true } : INDEXED_FIELDS)

const find = (filter: Document): FindCursor<Document> =>
  products().find(filter, { projection: fieldsRead(), batchSize: BATCH, maxTimeMS: READ_MS })

async function* batches(cursor: FindCursor<Document>): AsyncIterable<Document[]> {
  let batch: Document[] = []
  for await (const document of cursor) {
    batch.push(document)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** One query for the stock of all, and one for the price ledger where anything is on sale. */
async function factsOf(documents: IndexedDocument[], now: Date): Promise<SkuFacts> {
  const ids = documents.map(({ _id }) => _id.toHexString())
  const variants = documents.flatMap(({ variants }) => variants)
  const onSale = variants.filter((variant) => isOnSale(variant, now)).map(({ sku }) => sku)
  const [stock, prices] = await Promise.all([
    ids.length > 0
      ? postgres().inventory.findMany({ where: { productId: { in: ids } }, select: { sku: true, onHand: true } })
      : [],
    ledgerBeforeSales(onSale, now, PRICE_HISTORY_DAYS),
  ])
  return { onHand: new Map(stock.map(({ sku, onHand }) => [sku, onHand])), prices }
}
