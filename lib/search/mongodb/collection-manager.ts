import { randomUUID } from 'node:crypto'
import { type Document, MongoServerError } from 'mongodb'
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

/**
 * Keeps the searched collection in sync with both stores: builds it if it is missing or has another layout, then
 * applies changes. Several processes may try; only the owner of the lease works, and working twice is harmless.
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

  /** Syncs once, unless another process has the lease; returns whether it did. Rejects if a store cannot be read. */
  async sync(now = Date.now()): Promise<boolean> {
    if (!(await this.#lease(now))) return false
    const known = stateSchema.safeParse(await searchState().findOne({ _id: 'cursor' }, options))
    const { clock, from } = await this.source.now()
    if (known.success && known.data.layout === LAYOUT) {
      await this.apply(this.source.changesSince(known.data.cursor))
      await this.apply(this.source.read(await this.#due(now)))
      await this.#sweep(now)
    } else await this.#build(now)
    await this.#mark(clock)
    const state = { layout: LAYOUT, cursor: from }
    await searchState().updateOne({ _id: 'cursor' }, { $set: state }, { upsert: true, ...options })
    return true
  }

  /** Writes changes to the collection. */
  async apply(changes: AsyncIterable<Change>, build?: string): Promise<void> {
    for await (const batch of inBatches(changes)) {
      const operations = batch.map((change) =>
        'upsert' in change
          ? {
              replaceOne: {
                filter: { _id: change.upsert.id },
                replacement: { ...toSearchDocument(change.upsert), ...(build && { build }) },
                upsert: true,
              },
            }
          : { deleteOne: { filter: { _id: change.remove } } },
      )
      await searchProducts().bulkWrite(operations, { ordered: false, ...options })
    }
  }

  /** Returns whether the collection was completely built in this layout. */
  async isBuilt(): Promise<boolean> {
    const state = stateSchema.safeParse(await searchState().findOne({ _id: 'cursor' }, options))
    return state.success && state.data.layout === LAYOUT
  }

  /** Releases the lease, so that another process can continue at once. */
  async release(): Promise<void> {
    await searchState().deleteOne({ _id: 'lease', owner: this.#id }, options)
  }

  async #lease(now: number): Promise<boolean> {
    const mine = { $set: { owner: this.#id, until: now + LEASE_MS } }
    const free = { _id: 'lease', $or: [{ owner: this.#id }, { until: { $lt: now } }] }
    try {
      await searchState().updateOne(free, mine, { upsert: true, ...options })
      return true
    } catch (error) {
      if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false
      throw error
    }
  }

  async #build(now: number): Promise<void> {
    const build = randomUUID()
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
    await this.apply(renewing.call(this), build)
    await searchProducts().deleteMany({ kind: 'product', build: { $ne: build } } as Document, { maxTimeMS: 60_000 })
  }

  /** Returns products whose sale began or ended meanwhile. */
  async #due(now: number): Promise<string[]> {
    const due = { validUntil: { $lte: now } }
    const found = await searchProducts()
      .find(due, { projection: { _id: 1 }, limit: 10_000, ...options })
      .toArray()
    return found.map(({ _id }) => _id)
  }

  /** Removes products deleted without a tombstone. */
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
