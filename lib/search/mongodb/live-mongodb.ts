import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Document } from 'mongodb'
import { z } from 'zod'
import { MAX_TIME_MS } from '@/lib/db/mongo'
import type { LiveIndex } from '../live'
import type { Corrections, Query, Result, Suggestions } from '../search-query'
import type { Cursor, Source } from '../sync/source'
import { ensureIndex, type Indexed } from './indexes'
import { Keeper, MARKER_ID, searchProducts } from './keeper'
import { type SearchTarget, searchMongodb, suggestMongodb } from './mongodb-search'

const INTERVAL_MS = 1_000
const LOOK_AT_SCHEMA_MS = 60_000
const MOST_MS_TO_WAIT = 10_000
const MS_BETWEEN_LOOKS = 100
const MOST_GONE = 1_000
const GONE_MS = 60_000

const markerSchema = z.object({ readAt: z.record(z.string(), z.number()) })

/** MongoDB Search in place of an index in this process. The searched collection is kept by whichever process has the lease. */
export class MongodbSearch implements LiveIndex {
  readonly #context = AsyncLocalStorage.snapshot()
  readonly #gone = new Map<string, number>()
  readonly #keeper: Keeper
  readonly #stop = new AbortController()
  readonly #keeping: Promise<void>
  readonly #target: SearchTarget
  #indexed: Indexed
  #lookedAt = Date.now()
  #fails = false

  private constructor(
    readonly source: Source,
    keeper: Keeper,
    indexed: Indexed,
    readonly onClose: () => void,
  ) {
    this.#keeper = keeper
    this.#indexed = indexed
    this.#target = {
      aggregate: (pipeline) => aggregate(pipeline),
      index: () => this.#indexed.name,
      keys: (category) => this.#indexed.keys(category),
      gone: () => this.#stillGone(),
    }
    this.#keeping = this.#context(() => this.#keep())
  }

  /** Resolves when the index answers and holds everything: the first time that takes as long as the server needs. */
  static async open(source: Source, { onClose = () => {} }: { onClose?: () => void } = {}): Promise<MongodbSearch> {
    const keeper = new Keeper(source)
    await keeper.prepare()
    let indexed = await ensureIndex()
    while (!(await keeper.isBuilt())) if (!(await keeper.round())) await sleep(INTERVAL_MS)
    for (; !indexed.queryable; indexed = await ensureIndex()) await sleep(INTERVAL_MS)
    return new MongodbSearch(source, keeper, indexed, onClose)
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

  /** None: MongoDB Search does not tell which words there are. */
  async corrections(_text: string): Promise<Corrections> {
    this.#assertOpen()
    return []
  }

  /** Looks for the marker in the index itself: what was written before the marker is indexed before it. */
  async waitFor(moment: Date | Cursor): Promise<void> {
    this.#assertOpen()
    const wanted = await this.#cursorOf(moment)
    const deadline = Date.now() + MOST_MS_TO_WAIT
    while (Date.now() < deadline) {
      const [marker] = await aggregate(markerPipeline(this.#indexed.name))
      const readAt = markerSchema.safeParse(marker).data?.readAt ?? {}
      if (Object.entries(wanted).every(([store, at]) => (readAt[store] ?? 0) >= at)) return
      await sleep(MS_BETWEEN_LOOKS)
      this.#assertOpen()
    }
    throw new Error(`the search index was not brought up to date in ${MOST_MS_TO_WAIT} ms`)
  }

  /** Those that are gone are left out at once; the others are there when the server has indexed them. */
  async refresh(ids: string[]): Promise<void> {
    this.#assertOpen()
    const gone = new Set(ids)
    const all = this.source.read(ids)
    const noted = async function* () {
      for await (const change of all) {
        if ('upsert' in change) gone.delete(change.upsert.id)
        yield change
      }
    }
    await this.#keeper.take(noted())
    for (const id of gone) this.#gone.set(id, Date.now() + GONE_MS)
    for (const id of this.#gone.keys()) if (this.#gone.size > MOST_GONE) this.#gone.delete(id)
  }

  async close(): Promise<void> {
    if (!this.ready) return
    this.#stop.abort()
    this.onClose()
    await this.#keeping
    await this.#keeper.release().catch(() => {}) // it runs out by itself
  }

  /** Not before now on every store's own clock, and not before the moment. */
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
    if (!this.ready) throw new Error('the search index was closed')
  }

  #stillGone(): string[] {
    const now = Date.now()
    for (const [id, until] of this.#gone) if (until < now) this.#gone.delete(id)
    return [...this.#gone.keys()]
  }

  /** Until it is closed: a round each second, and now and then a look whether the schema asks for another index. Never rejects. */
  async #keep(): Promise<void> {
    const { signal } = this.#stop
    while (!signal.aborted) {
      try {
        await this.#keeper.round()
        if (Date.now() - this.#lookedAt > LOOK_AT_SCHEMA_MS) {
          const next = await ensureIndex()
          if (next.queryable) this.#indexed = next
          this.#lookedAt = Date.now()
        }
        if (this.#fails) console.info('The searched collection is kept in line again.')
        this.#fails = false
      } catch (error) {
        if (!this.#fails) console.error('The searched collection cannot be brought into line; trying again.', error)
        this.#fails = true
      }
      await sleep(INTERVAL_MS, undefined, { signal, ref: false }).catch(() => {}) // closed
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
