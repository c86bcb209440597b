import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Document } from 'mongodb'
import { z } from 'zod'
import { MAX_TIME_MS } from '@/lib/db/mongo'
import type { SearchEngine } from '../search-engine'
import type { Corrections, Query, Result, Suggestions } from '../search-query'
import type { Cursor, Source } from '../sync/source'
import { CollectionManager } from './collection-manager'
import { ensureIndex, type Indexed } from './mapping/indexes'
import { type SearchTarget, searchMongodb, suggestMongodb } from './mongodb-search'
import { MARKER_ID, searchProducts } from './search-collections'

const SYNC_INTERVAL_MS = 1_000
const SCHEMA_CHECK_MS = 60_000
const MAX_WAIT_MS = 10_000
const MARKER_POLL_MS = 100
const MAX_REMOVED = 1_000
const REMOVED_MS = 60_000

const markerSchema = z.object({ readAt: z.record(z.string(), z.number()) })

/** Answers queries with MongoDB Search. The process that owns the lease keeps the searched collection in sync. */
export class MongodbEngine implements SearchEngine {
  /** Async context of the caller that opened the engine; every sync runs in this context. */
  readonly #context = AsyncLocalStorage.snapshot()
  /** Ids of deleted products, excluded from results until MongoDB's search index has certainly dropped them. */
  readonly #removed = new LRUCache<string, true>({ max: MAX_REMOVED, ttl: REMOVED_MS })
  readonly #manager: CollectionManager
  readonly #stop = new AbortController()
  readonly #syncing: Promise<void>
  readonly #target: SearchTarget
  #indexed: Indexed
  #schemaCheckedAt = Date.now()
  #isFailing = false

  private constructor(
    readonly source: Source,
    manager: CollectionManager,
    indexed: Indexed,
    readonly onClose: () => void,
  ) {
    this.#manager = manager
    this.#indexed = indexed
    this.#target = {
      aggregate: (pipeline) => aggregate(pipeline),
      index: () => this.#indexed.name,
      keys: (category) => this.#indexed.keys(category),
      removed: () => [...this.#removed.keys()],
    }
    this.#syncing = this.#context(() => this.#sync())
  }

  /**
   * Opens the engine; resolves when the index is queryable and complete. Building the index for the first time may take
   * long.
   */
  static async open(source: Source, { onClose = () => {} }: { onClose?: () => void } = {}): Promise<MongodbEngine> {
    const manager = new CollectionManager(source)
    await manager.prepare()
    let indexed = await ensureIndex()
    while (!(await manager.isBuilt())) if (!(await manager.sync())) await sleep(SYNC_INTERVAL_MS)
    for (; !indexed.queryable; indexed = await ensureIndex()) await sleep(SYNC_INTERVAL_MS)
    return new MongodbEngine(source, manager, indexed, onClose)
  }

  get ready(): boolean {
    return !this.#stop.signal.aborted
  }

  async search(query: Query): Promise<Result> {
    this.#assertOpen()
    return searchMongodb(this.#target, query)
  }

  async suggest(text: string, limit = 5): Promise<Suggestions> {
    this.#assertOpen()
    return suggestMongodb(this.#target, text, limit)
  }

  /** Returns no corrections, because MongoDB Search cannot list the words of an index. */
  async corrections(_text: string): Promise<Corrections> {
    this.#assertOpen()
    return []
  }

  /**
   * Waits until the search index contains a marker document; it then also contains everything written before that
   * marker.
   */
  async waitFor(moment: Date | Cursor): Promise<void> {
    this.#assertOpen()
    const wanted = await this.#cursorOf(moment)
    const deadline = Date.now() + MAX_WAIT_MS
    while (Date.now() < deadline) {
      const [marker] = await aggregate(markerPipeline(this.#indexed.name))
      const readAt = markerSchema.safeParse(marker).data?.readAt ?? {}
      if (Object.entries(wanted).every(([store, at]) => (readAt[store] ?? 0) >= at)) return
      await sleep(MARKER_POLL_MS)
      this.#assertOpen()
    }
    throw new Error(`the search index was not brought up to date in ${MAX_WAIT_MS} ms`)
  }

  /**
   * Reads these products again. Deleted products disappear from results at once, changes appear once MongoDB has
   * indexed them.
   */
  async refresh(ids: string[]): Promise<void> {
    this.#assertOpen()
    const removed = new Set(ids)
    const read = this.source.read(ids)
    const changes = async function* () {
      for await (const change of read) {
        if ('upsert' in change) removed.delete(change.upsert.id)
        yield change
      }
    }
    await this.#manager.apply(changes())
    for (const id of removed) this.#removed.set(id, true)
  }

  async close(): Promise<void> {
    if (!this.ready) return
    this.#stop.abort()
    this.onClose()
    await this.#syncing
    await this.#manager.release().catch(() => {}) // the lease also expires by itself
  }

  /** Returns, for each store, the given moment or the store's current time, whichever is later. */
  async #cursorOf(moment: Date | Cursor): Promise<Cursor> {
    const { clock } = await this.source.now()
    return Object.fromEntries(
      Object.entries(clock).map(([store, at]) => {
        const wanted = moment instanceof Date ? moment.getTime() : (moment[store] ?? at)
        return [store, Math.max(at, wanted)]
      }),
    )
  }

  #assertOpen() {
    if (!this.ready) throw new Error('the search engine is closed')
  }

  /**
   * Until the engine is closed, syncs every second and checks every minute whether the schemas need a new index. Never
   * rejects.
   */
  async #sync(): Promise<void> {
    const { signal } = this.#stop
    while (!signal.aborted) {
      try {
        await this.#manager.sync()
        if (Date.now() - this.#schemaCheckedAt > SCHEMA_CHECK_MS) {
          const next = await ensureIndex()
          if (next.queryable) this.#indexed = next
          this.#schemaCheckedAt = Date.now()
        }
        if (this.#isFailing) console.info('The searched collection is being kept in sync again.')
        this.#isFailing = false
      } catch (error) {
        if (!this.#isFailing) console.error('The searched collection could not be synced; trying again.', error)
        this.#isFailing = true
      }
      await sleep(SYNC_INTERVAL_MS, undefined, { signal, ref: false }).catch(() => {}) // aborted by close
    }
  }
}

const markerPipeline = (index: string): Document[] => [
  {
    $search: {
      index,
      compound: {
        filter: [{ equals: { path: 'kind', value: 'marker' } }, { equals: { path: '_id', value: MARKER_ID } }],
      },
      returnStoredSource: true,
    },
  },
  { $limit: 1 },
  { $project: { readAt: 1 } },
]

const aggregate = (pipeline: Document[]) =>
  searchProducts().aggregate<Document>(pipeline, { maxTimeMS: MAX_TIME_MS }).toArray()
