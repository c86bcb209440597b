import { AsyncLocalStorage } from 'node:async_hooks'
import type { IndexOptions } from '../index/table'
import type { Product } from '../indexed-product'
import { SearchIndex } from '../search-index'
import type { Corrections, Query, Result, Suggestions } from '../search-query'
import type { Change, Cursor, Source, SourceTime } from './source'

export interface FeedOptions {
  /** Milliseconds between two polls; default 1,000. */
  intervalMs?: number
  /** Milliseconds between two looks at some products, whether they were deleted without a trace; default ten seconds. */
  sweepIntervalMs?: number
  /** Milliseconds since 1970, to tell whether a product's `validUntil` has come. */
  clock?: () => number
  /** Told once when the source fails, and once when it can be read again. */
  report?: (message: string, error?: unknown) => void
  /** Up to so many products it tidies up by itself, which takes a moment; an index that is larger is renewed by another one. */
  maxTidySize?: number
  /** How texts are indexed. */
  indexing?: IndexOptions
  /** Told from time to time how many products are loaded. */
  onProgress?: (progress: { done: number; total: number }) => void
}

interface Waiter {
  /** The number of the last poll that had begun when waiting did: only a later one has surely seen what came before. */
  after: number
  moment: Date | Cursor
  end: (error?: Error) => void
}

const MAX_WAIT_MS = 10_000
const AWAITED_POLL_MS = 50
const PROGRESS_INTERVAL_MS = 250
/** How old a snapshot may become while much changes, and while little does. */
const RENEW_BUSY_MS = 15 * 60 * 1000
const RENEW_QUIET_MS = 12 * 60 * 60 * 1000
/** How often it is asked whether the synonyms changed. */
const SYNONYMS_MS = 2_000
/** Products of one look for those deleted without a trace: a small shop at once, a million in an hour and a half. */
const SWEEP_SIZE = 2_000
/** Whoever searches gets a turn after so long at the latest. */
const MAX_STRETCH_MS = 5

/** An index that is loaded from a source and kept fresh by polling it. */
export class Feed {
  readonly #options: Required<FeedOptions>
  readonly #waiters = new Set<Waiter>()
  /** Of whoever opened the feed: polls run in it, also when someone else's waiting brings them about. */
  readonly #context = AsyncLocalStorage.snapshot()
  #read: SourceTime
  #timer: NodeJS.Timeout | undefined
  #polling: Promise<void> | undefined
  #pollNumber = 0
  #version = 0
  #sweptAt: number
  #sweptTo = 0
  #stamp: string | undefined
  #stampedAt = Number.NEGATIVE_INFINITY
  #fails = false
  #closed = false

  private constructor(
    readonly index: SearchIndex,
    readonly source: Source,
    read: SourceTime,
    options: FeedOptions,
  ) {
    this.#read = read
    this.#options = {
      intervalMs: 1_000,
      sweepIntervalMs: 10_000,
      clock: Date.now,
      report: reportToConsole,
      maxTidySize: Number.POSITIVE_INFINITY,
      indexing: {},
      onProgress: () => {},
      ...options,
    }
    this.#sweptAt = this.#options.clock()
  }

  /** Loads everything; rejects with the source's error where it can't be read. It polls once it was started. */
  static async load(source: Source, options: FeedOptions = {}): Promise<Feed> {
    const now = await source.now()
    const index = await SearchIndex.of(counted(source.load(), await source.count(), options), options.indexing)
    const feed = new Feed(index, source, now, options)
    await feed.#readSynonyms(true)
    return feed
  }

  /** Goes on with an index that had everything up to the cursor. It lags until it has caught up. */
  static resume(saved: { index: SearchIndex; cursor: Cursor }, source: Source, options: FeedOptions = {}): Feed {
    return new Feed(saved.index, source, { clock: saved.cursor, from: saved.cursor }, options)
  }

  static async open(source: Source, options: FeedOptions = {}): Promise<Feed> {
    return (await Feed.load(source, options)).start()
  }

  /** From now on it polls. */
  start(): this {
    this.#schedule(this.#options.intervalMs)
    return this
  }

  /** Where to go on from in the source. */
  get cursor(): Cursor {
    return this.#read.from
  }

  get ready(): boolean {
    return !this.#closed
  }

  /** Goes up with every change of the index. */
  get version(): number {
    return this.#version
  }

  /** Throws RangeError beyond the limits of `query.ts`. */
  search(query: Query): Result {
    this.#assertOpen()
    return this.index.search(query)
  }

  suggest(text: string, limit?: number): Suggestions {
    this.#assertOpen()
    return this.index.suggest(text, limit)
  }

  corrections(text: string): Corrections {
    this.#assertOpen()
    return this.index.corrections(text)
  }

  /**
   * Resolves when the index has whatever was committed before this call, and the moment has come on every clock; polls at
   * once. Rejects when that takes more than ten seconds (a store is down), or the feed is closed.
   */
  async waitFor(moment: Date | Cursor): Promise<void> {
    this.#assertOpen()
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        after: this.#pollNumber,
        moment,
        end: (error) => {
          clearTimeout(deadline)
          this.#waiters.delete(waiter)
          if (error) reject(error)
          else resolve()
        },
      }
      const tooLong = () => waiter.end(new Error(`the search index was not brought up to date in ${MAX_WAIT_MS} ms`))
      const deadline = setTimeout(tooLong, MAX_WAIT_MS)
      this.#waiters.add(waiter)
      if (!this.#polling) this.#schedule(0)
    })
  }

  /** Brings these products up to date at once: somebody found that they are no longer as the index says. */
  async refresh(ids: string[]): Promise<void> {
    this.#assertOpen()
    await this.#take(this.source.read(ids))
  }

  /** Stops polling; resolves when the poll under way has ended. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#timer)
    for (const waiter of [...this.#waiters]) waiter.end(new Error('the search index was closed'))
    await this.#polling
  }

  #assertOpen() {
    if (this.#closed) throw new Error('the search index was closed')
  }

  #schedule(delay: number) {
    clearTimeout(this.#timer)
    if (this.#closed) return
    this.#timer = this.#context(setTimeout, () => this.#pollAndGoOn(), delay)
    this.#timer.unref()
  }

  #pollAndGoOn() {
    const began = performance.now()
    this.#polling = this.#poll().then((succeeded) => {
      this.#polling = undefined
      const { intervalMs } = this.#options
      const someoneWaits = succeeded && this.#waiters.size > 0
      const pause = someoneWaits ? Math.min(intervalMs, AWAITED_POLL_MS) : intervalMs
      this.#schedule(Math.max(pause - (performance.now() - began), Math.min(pause, AWAITED_POLL_MS)))
    })
  }

  /** Reads what changed; returns whether that went well. Never rejects. */
  async #poll(): Promise<boolean> {
    const number = ++this.#pollNumber
    const { clock, report } = this.#options
    try {
      const now = clock()
      await this.catchUp(now)
      if (this.#fails) report('The search index can read its source again.')
      this.#fails = false
      for (const waiter of [...this.#waiters])
        if (number > waiter.after && hasPassed(waiter.moment, this.#read.clock, now)) waiter.end()
    } catch (error) {
      if (!this.#fails) report('The search index cannot read its source; it keeps what it has and tries again.', error)
      this.#fails = true
      return false
    }
    return true
  }

  /** Reads what changed since the cursor, and what time changed; rejects with the source's error. */
  async catchUp(now = this.#options.clock()): Promise<void> {
    const read = await this.source.now()
    await this.#take(this.source.changesSince(this.#read.from))
    const due = this.index.due(now)
    if (due.length > 0) await this.#take(this.source.read(due))
    await this.#readSynonyms(now - this.#stampedAt >= SYNONYMS_MS)
    await this.#sweep(now)
    if (this.index.size < this.#options.maxTidySize) this.index.tidy()
    this.#read = read
  }

  async #readSynonyms(isDue: boolean) {
    if (!isDue) return
    this.#stampedAt = this.#options.clock()
    const stamp = await this.source.synonymsStamp()
    if (stamp === this.#stamp) return
    this.index.setSynonyms(await this.source.synonyms())
    this.#stamp = stamp
    this.#version++
  }

  /** Forgets what was deleted without a tombstone. It bears no mark, so that only asking for each tells: some now, some later. */
  async #sweep(now: number) {
    if (now - this.#sweptAt < this.#options.sweepIntervalMs) return
    const ids = this.index.ids(this.#sweptTo, this.#sweptTo + SWEEP_SIZE)
    for (const id of await this.source.findDeleted(ids)) {
      this.#version++
      this.index.remove(id)
    }
    this.#sweptTo += SWEEP_SIZE
    if (this.#sweptTo >= this.index.rows) this.#sweptTo = 0
    this.#sweptAt = now
  }

  async #take(changes: AsyncIterable<Change>) {
    let began = performance.now()
    for await (const change of changes) {
      if (this.#closed) return
      this.#version++
      if ('upsert' in change) this.index.upsert(change.upsert)
      else this.index.remove(change.remove)
      if (performance.now() - began < MAX_STRETCH_MS) continue
      await new Promise((resolve) => setImmediate(resolve))
      began = performance.now()
    }
  }
}

/** The same products, and what `onProgress` is told meanwhile. */
async function* counted(products: AsyncIterable<Product>, total: number, { onProgress }: FeedOptions) {
  let done = 0
  let told = Number.NEGATIVE_INFINITY
  for await (const product of products) {
    if (performance.now() - told > PROGRESS_INTERVAL_MS) {
      told = performance.now()
      onProgress?.({ done, total })
    }
    done++
    yield product
  }
}

/** Whether what changed makes it worth while to start anew: much of it is worn, or what others would start from is out of date. */
export function needsRenewal({ index, version }: Feed, snapshotAge: number): boolean {
  if (index.fragmentedRows > 500 + index.rows / 4) return true
  return version > 0 && snapshotAge > (version > index.rows / 50 ? RENEW_BUSY_MS : RENEW_QUIET_MS)
}

function hasPassed(moment: Date | Cursor, cursor: Cursor, now: number): boolean {
  if (moment instanceof Date) return [now, ...Object.values(cursor)].every((clock) => clock >= moment.getTime())
  return Object.entries(moment).every(([store, at]) => (cursor[store] ?? at) >= at)
}

function reportToConsole(message: string, error?: unknown) {
  if (error) console.error(message, error)
  else console.info(message)
}
