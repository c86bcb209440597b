import { type Document, ObjectId } from 'mongodb'
import { z } from 'zod'
import { mongoNow } from '@/lib/db/mongo'
import { mongoIdentity } from '@/lib/db/mongo-identity'
import { env } from '@/lib/env'
import type { IndexOptions } from '../index/table'
import type { Product } from '../indexed-product'
import type { Change, Cursor, Source, SourceTime } from './source'
import { activeDocuments, BATCH, documentCount, documentsOf, existing, type Mark, marksSince } from './store-documents'
import { factsOf, PAGE, postgresIdentity, postgresNow, stockChangedSince } from './store-facts'
import { type IndexedDocument, indexedDocumentSchema, type SkuFacts, toProduct } from './store-product'
import { readSynonyms, synonymsStamp } from './synonym-store'

// A change may become visible this long after its own timestamp, so reads start this much before the cursor.
const MONGO_OVERLAP_MS = 10_000
const POSTGRES_OVERLAP_MS = 20_000
/** Age from which a change time is final. Before that, another write may give the document the same millisecond. */
const SETTLED_MS = 1_000

/** Reads the catalogue from both stores: active products from MongoDB, stock and price history from Postgres. */
class StoreSource implements Source {
  /** Whether the index has each recently changed SKU in stock; undefined if that is not known. */
  readonly #inStockBySku = new Map<string, boolean | undefined>()
  /** Change times, by id, of changes that were already read but that the overlap will read again. */
  readonly #readMarks = { products: new Map<string, number>(), tombstones: new Map<string, number>() }
  readonly #invalid = new Set<string>()
  #mongoNow = 0

  /**
   * `page` is the number of changes per query; `stockOverlap` is how far before the cursor stock is read, in
   * milliseconds.
   */
  constructor(
    readonly page = PAGE,
    readonly stockOverlap = POSTGRES_OVERLAP_MS,
  ) {}

  async now(): Promise<SourceTime> {
    const [at, { now, writingSince }] = await Promise.all([mongoNow(), postgresNow()])
    const mongo = at.getTime()
    this.#mongoNow = mongo
    return { clock: { mongo, postgres: now }, from: { mongo, postgres: writingSince } }
  }

  count = documentCount
  synonyms = readSynonyms
  synonymsStamp = synonymsStamp

  async identity(): Promise<string> {
    return `${await mongoIdentity()} ${await postgresIdentity()}`
  }

  async *load(): AsyncIterable<Product> {
    for await (const batch of prefetch(this.#inBatches(activeDocuments())))
      for (const change of batch) if ('upsert' in change) yield change.upsert
  }

  async *changesSince(cursor: Cursor): AsyncIterable<Change> {
    const edited = new Set<string>()
    const since = new Date((cursor.mongo ?? 0) - MONGO_OVERLAP_MS)
    const stockSince = new Date((cursor.postgres ?? 0) - this.stockOverlap)
    // Start all three at once, so that an idle process and its servers wake up once instead of three times.
    const products = begun(this.#newMarks('products', 'updatedAt', since))
    const tombstones = begun(this.#newMarks('tombstones', 'deletedAt', since))
    const restocked = begun(this.#restockedSince(stockSince))
    for await (const ids of products) {
      for (const id of ids) edited.add(id)
      yield* this.read(ids)
    }
    for await (const ids of tombstones) yield* this.read(ids)
    for await (const ids of restocked) yield* this.read(ids.filter((id) => !edited.has(id)))
  }

  async *read(ids: string[]): AsyncIterable<Change> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const wanted = ids.slice(from, from + BATCH)
      const found = await documentsOf(wanted.map((id) => new ObjectId(id)))
      const { changes, onHand } = await this.#changes(found)
      yield* changes
      for (const [sku, units] of onHand) if (this.#inStockBySku.has(sku)) this.#inStockBySku.set(sku, units > 0)
      const there = new Set(found.map(({ _id }) => String(_id)))
      for (const id of wanted) if (!there.has(id)) yield { remove: id }
    }
  }

  async findDeleted(ids: string[]): Promise<string[]> {
    const gone = new Set(ids)
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH).map((id) => new ObjectId(id))
      for (const id of await existing(batch)) gone.delete(id)
    }
    return [...gone]
  }

  /**
   * Yields, in pages, the ids whose change time was not read before. A page counts as read once the next one is
   * requested.
   */
  async *#newMarks(name: 'products' | 'tombstones', field: string, since: Date): AsyncIterable<string[]> {
    const seen = this.#readMarks[name]
    const settled = this.#mongoNow - SETTLED_MS
    for await (const page of marksSince({ name, field }, since, this.page)) {
      const isNew = ({ _id, at }: Mark) => seen.get(String(_id)) !== at.getTime()
      const marks = page.filter(isNew)
      if (marks.length > 0) yield marks.map(({ _id }) => String(_id))
      for (const { _id, at } of marks) if (at.getTime() < settled) seen.set(String(_id), at.getTime())
    }
    for (const [id, at] of seen) if (at < since.getTime()) seen.delete(id)
  }

  /**
   * Yields the ids of products with a SKU that has sold out or is available again. The index only stores whether a SKU
   * is in stock, so most sales need no update.
   */
  async *#restockedSince(since: Date): AsyncIterable<string[]> {
    const recent = new Set<string>()
    for await (const page of stockChangedSince(since, this.page)) {
      for (const { sku } of page) {
        recent.add(sku)
        if (!this.#inStockBySku.has(sku)) this.#inStockBySku.set(sku, undefined)
      }
      const changed = page.filter(({ sku, onHand }) => this.#inStockBySku.get(sku) !== onHand > 0)
      if (changed.length > 0) yield [...new Set(changed.map(({ productId }) => productId))]
    }
    for (const sku of this.#inStockBySku.keys()) if (!recent.has(sku)) this.#inStockBySku.delete(sku)
  }

  async *#inBatches(batches: AsyncIterable<Document[]>): AsyncIterable<Change[]> {
    for await (const batch of batches) yield (await this.#changes(batch)).changes
  }

  /**
   * Returns the changes for these documents (removals if they are inactive or invalid) and the stock that was read for
   * them.
   */
  async #changes(batch: Document[]): Promise<{ changes: Change[]; onHand: SkuFacts['onHand'] }> {
    const now = new Date()
    const documents = batch.flatMap((document) => this.#parse(document))
    const facts = await factsOf(documents, now)
    const changes: Change[] = documents.map((document) => ({ upsert: toProduct(document, facts, now) }))
    const active = new Set(documents.map(({ _id }) => String(_id)))
    for (const { _id } of batch) if (!active.has(String(_id))) changes.push({ remove: String(_id) })
    return { changes, onHand: facts.onHand }
  }

  /**
   * Returns the parsed document in a list; an empty list if it is inactive or invalid. Invalid documents are logged and
   * skipped, so that they cannot block the others.
   */
  #parse(document: Document): IndexedDocument[] {
    const id = String(document._id)
    if (document.status !== 'active') return []
    const { success, data, error } = indexedDocumentSchema.safeParse(document)
    if (success) return [data]
    if (!this.#invalid.has(id))
      console.error(`[search] Product ${id} is not searchable, its document is invalid: ${z.prettifyError(error)}`)
    this.#invalid.add(id)
    return []
  }
}

/** Returns the indexing options from the environment. */
export const indexOptions = (): Required<IndexOptions> => ({
  language: env().SEARCH_LANGUAGE,
  descriptions: env().SEARCH_DESCRIPTIONS,
})

/** Returns a source that reads both stores. Tests pass a small page size, and a short overlap in milliseconds. */
export const storeSource = (page?: number, stockOverlap?: number): Source => new StoreSource(page, stockOverlap)

/** Returns the same items, but starts fetching the first one at once. */
function begun<T>(all: AsyncIterable<T>): AsyncIterable<T> {
  const iterator = all[Symbol.asyncIterator]()
  const first = iterator.next()
  first.catch(() => {}) // awaited when the caller asks for the first item
  return (async function* () {
    for (let { done, value } = await first; !done; { done, value } = await iterator.next()) yield value
  })()
}

/** Yields the same items, fetching each one while the caller processes the one before. */
async function* prefetch<T>(all: AsyncIterable<T>): AsyncIterable<T> {
  const iterator = all[Symbol.asyncIterator]()
  let next = iterator.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = iterator.next()
      next.catch(() => {}) // awaited in the next round
      yield value
    }
  } finally {
    await next.catch(() => {})
    await iterator.return?.()
  }
}
