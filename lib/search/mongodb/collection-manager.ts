import { randomUUID } from 'node:crypto'
import { type Document, MongoBulkWriteError, MongoServerError } from 'mongodb'
import { z } from 'zod'
import { MAX_TIME_MS } from '@/lib/db/mongo'
import type { Change, Cursor, Source } from '../sync/source'
import { LAYOUT, toSearchDocument } from './mapping/document'
import { MARKER_ID, type Marker, searchProducts, searchState } from './search-collections'

const BATCH = 500
const LEASE_MS = 30_000
const SWEEP_MS = 60_000
const DUPLICATE_KEY = 11_000
const options = { maxTimeMS: MAX_TIME_MS }

const stateSchema = z.object({ layout: z.number(), cursor: z.record(z.string(), z.number()) })

const leaseSchema = z.object({ term: z.number().default(0) })

/**
 * Keeps the searched collection in sync with MongoDB and Postgres: builds it if it is missing or has an outdated
 * layout, then applies changes. Several processes may try; only the owner of the lease does the work, and doing it
 * twice is harmless. Each new lease gets a higher term, and documents store their writer's term as `build`, so a
 * process that paused and lost its lease unnoticed can neither overwrite nor delete what a later owner wrote.
 */
export class CollectionManager {
  readonly #id = randomUUID()
  #sweptAt = Date.now()

  constructor(readonly source: Source) {}

  /** Creates the indexes that syncing needs. */
  async prepare(): Promise<void> {
    await searchProducts().createIndexes([
      { key: { validUntil: 1 }, name: 'validUntil', sparse: true },
      { key: { build: 1 }, name: 'build' },
    ])
  }

  /**
   * Syncs once and returns true, or returns false if another process has the lease. Rejects if a store cannot be read.
   */
  async sync(now = Date.now()): Promise<boolean> {
    const term = await this.#lease(now)
    if (term === null) return false
    const known = stateSchema.safeParse(await searchState().findOne({ _id: 'cursor' }, options))
    const { clock, from } = await this.source.now()
    if (known.success && known.data.layout === LAYOUT) {
      await this.apply(this.source.changesSince(known.data.cursor), term)
      await this.apply(this.source.read(await this.#due(now)), term)
      await this.#sweep(now)
    } else await this.#build(now)
    await this.#mark(clock)
    const state = { layout: LAYOUT, cursor: from }
    await searchState().updateOne({ _id: 'cursor' }, { $set: state }, { upsert: true, ...options })
    return true
  }

  /**
   * Writes changes and stores a lease term with them, by default the current one. Documents of a later term stay
   * unchanged.
   */
  async apply(changes: AsyncIterable<Change>, term?: number): Promise<void> {
    const build = term ?? (await currentTerm())
    const notLater = { $nor: [{ build: { $gt: build } }] }
    for await (const batch of inBatches(changes)) {
      const operations = batch.map((change) =>
        'upsert' in change
          ? {
              replaceOne: {
                filter: { _id: change.upsert.id, ...notLater },
                replacement: { ...toSearchDocument(change.upsert), build },
                upsert: true,
              },
            }
          : { deleteOne: { filter: { _id: change.remove, ...notLater } } },
      )
      await searchProducts()
        .bulkWrite(operations, { ordered: false, ...options })
        .catch(ignoreLaterDocuments)
    }
  }

  /** Returns whether the collection was built completely in the current layout. */
  async isBuilt(): Promise<boolean> {
    const state = stateSchema.safeParse(await searchState().findOne({ _id: 'cursor' }, options))
    return state.success && state.data.layout === LAYOUT
  }

  /** Releases the lease, so that another process can take it at once. */
  async release(): Promise<void> {
    await searchState().updateOne({ _id: 'lease', owner: this.#id }, { $set: { owner: null, until: 0 } }, options)
  }

  /** Renews this process's lease, or takes an expired one. Returns its term; null if another process owns the lease. */
  async #lease(now: number, { isNewTerm = false } = {}): Promise<number | null> {
    const mine = { owner: this.#id, until: now + LEASE_MS }
    const returned = { returnDocument: 'after' as const, ...options }
    const renewal = { $set: mine, $inc: { term: isNewTerm ? 1 : 0 } }
    const own = await searchState().findOneAndUpdate({ _id: 'lease', owner: this.#id }, renewal, returned)
    if (own) return leaseSchema.parse(own).term
    const free = { _id: 'lease', until: { $lt: now } }
    try {
      const taking = { $set: mine, $inc: { term: 1 } }
      return leaseSchema.parse(await searchState().findOneAndUpdate(free, taking, { upsert: true, ...returned })).term
    } catch (error) {
      if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return null
      throw error
    }
  }

  async #build(now: number): Promise<void> {
    const term = await this.#lease(now, { isNewTerm: true })
    if (term === null) throw new Error('Another process took the lease of the searched collection.')
    let renewed = now
    const all = this.source.load()
    const renewing = async function* (this: CollectionManager): AsyncIterable<Change> {
      for await (const upsert of all) {
        if (Date.now() - renewed > LEASE_MS / 3) {
          renewed = Date.now()
          await this.#lease(renewed)
        }
        yield { upsert }
      }
    }
    await this.apply(renewing.call(this), term)
    const earlier: Document = { kind: 'product', $nor: [{ build: { $gte: term } }] }
    await searchProducts().deleteMany(earlier, { maxTimeMS: 60_000 })
  }

  /** Returns the ids of products whose sale has started or ended since they were written. */
  async #due(now: number): Promise<string[]> {
    const due = { validUntil: { $lte: now } }
    const found = await searchProducts()
      .find(due, { projection: { _id: 1 }, limit: 10_000, ...options })
      .toArray()
    return found.map(({ _id }) => _id)
  }

  /** Every `SWEEP_MS`, removes products that were deleted without a tombstone. */
  async #sweep(now: number): Promise<void> {
    if (now - this.#sweptAt < SWEEP_MS) return
    const all = searchProducts().find({ kind: 'product' }, { projection: { _id: 1 }, maxTimeMS: 60_000 })
    for await (const ids of inBatches(all.map(({ _id }) => _id)))
      for (const id of await this.source.findDeleted(ids)) await searchProducts().deleteOne({ _id: id }, options)
    this.#sweptAt = now
  }

  async #mark(readAt: Cursor): Promise<void> {
    const marker: Marker = { _id: MARKER_ID, kind: 'marker', readAt }
    await searchProducts().replaceOne({ _id: MARKER_ID }, marker, { upsert: true, ...options })
  }
}

async function currentTerm(): Promise<number> {
  return leaseSchema.parse((await searchState().findOne({ _id: 'lease' }, options)) ?? {}).term
}

/**
 * Ignores duplicate keys: the upsert's filter does not match a document with a later term, so its insert collides with
 * that document's _id. Rethrows other errors.
 */
function ignoreLaterDocuments(error: unknown): void {
  const { writeErrors } = error instanceof MongoBulkWriteError ? error : { writeErrors: [] }
  const all = [writeErrors].flat()
  if (all.length === 0 || all.some(({ code }) => code !== DUPLICATE_KEY)) throw error
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncIterable<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
