import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { IndexOptions } from '../index/table'
import type { Product } from '../indexed-product'
import { SearchIndex } from '../search-index'
import type { Corrections, Query, Result, Suggestions } from '../search-query'
import type { Change, Cursor, Source, SourceTime } from './source'
import { Sweep } from './sweep'
import { Waiters } from './waiters'

export interface FeedOptions {
  /** Milliseconds between polls; default 1,750. */
  intervalMs?: number
  /** Milliseconds between checks for products deleted without a tombstone; default ten seconds. */
  sweepIntervalMs?: number
  /** Returns the current time in milliseconds since 1970, which is compared with `validUntil`. */
  clock?: () => number
  /** Called once when the source fails, and once when it can be read again. */
  report?: (message: string, error?: unknown) => void
  /**
   * An index of at least this many products is renewed by another worker; a smaller one compacts itself, which blocks
   * for a moment.
   */
  maxTidySize?: number
  /** How texts are indexed. */
  indexing?: IndexOptions
  /** Called from time to time while loading; `done` and `total` are numbers of products. */
  onProgress?: (progress: { done: number; total: number }) => void
}

const AWAITED_POLL_MS = 50
const PROGRESS_INTERVAL_MS = 250
/** Without a query for this long, the feed falls asleep: it polls rarely, and the next query waits for a poll. */
const ASLEEP_AFTER_MS = 60_000
const ASLEEP_INTERVAL_MS = 15_000
/** Maximum time that a query waits for this poll. If it takes longer, the index answers as it is. */
const MAX_AWAKENING_MS = 500
/** Interval between checks for changed synonyms. */
const SYNONYMS_MS = 3_000
/** Maximum age of the source's clock readings while nothing changes. A reading costs as much as a poll. */
const CLOCKS_MS = 6_000
/** While changes are applied, other work such as queries can run after at most this time. */
const MAX_STRETCH_MS = 5

/** An index that is loaded from a source and kept up to date by polling. */
export class Feed {
  readonly #options: Required<FeedOptions>
  readonly #waiters = new Waiters()
  /** Async context of the caller that opened the feed; every poll runs in this context. */
  readonly #context = AsyncLocalStorage.snapshot()
  #read: SourceTime
  #timer: NodeJS.Timeout | undefined
  #polling: Promise<void> | undefined
  #pollNumber = 0
  #queriedAt = performance.now()
  #isAsleep = false
  #awakening: Promise<void> | undefined
  #version = 0
  /** Time at which the source's clocks were last read, by this process's clock. */
  #clocksReadAt = Number.NEGATIVE_INFINITY
  readonly #sweep: Sweep
  #stamp: string | undefined
  #synonymsReadAt = Number.NEGATIVE_INFINITY
  #isFailing = false
  #closed = false

  private constructor(
    readonly index: SearchIndex,
    readonly source: Source,
    read: SourceTime,
    options: FeedOptions,
  ) {
    this.#read = read
    this.#options = {
      intervalMs: 1_750,
      sweepIntervalMs: 10_000,
      clock: Date.now,
      report: reportToConsole,
      maxTidySize: Number.POSITIVE_INFINITY,
      indexing: {},
      onProgress: () => {},
      ...options,
    }
    const { sweepIntervalMs, clock } = this.#options
    this.#sweep = new Sweep(index, source, sweepIntervalMs, clock())
  }

  /** Loads all products; rejects with the source's error if that fails. Does not poll before `start` is called. */
  static async load(source: Source, options: FeedOptions = {}): Promise<Feed> {
    const now = await source.now()
    const index = await SearchIndex.of(counted(source.load(), await source.count(), options), options.indexing)
    const feed = new Feed(index, source, now, options)
    await feed.#readSynonyms(true)
    return feed
  }

  /** Creates a feed from a saved index that contains all changes up to its cursor. */
  static resume(saved: { index: SearchIndex; cursor: Cursor }, source: Source, options: FeedOptions = {}): Feed {
    return new Feed(saved.index, source, { clock: saved.cursor, from: saved.cursor }, options)
  }

  static async open(source: Source, options: FeedOptions = {}): Promise<Feed> {
    return (await Feed.load(source, options)).start()
  }

  /** Starts polling. */
  start(): this {
    this.#schedule(this.#options.intervalMs)
    return this
  }

  /** Position from which the next poll reads. */
  get cursor(): Cursor {
    return this.#read.from
  }

  get ready(): boolean {
    return !this.#closed
  }

  /** Increases with each change of the index. */
  get version(): number {
    return this.#version
  }

  /** Must be called before a query. Resolves at once, or after a poll if the feed was asleep. */
  async awake(): Promise<void> {
    this.#assertOpen()
    this.#queriedAt = performance.now()
    if (!this.#isAsleep) return
    this.#awakening ??= this.#wakeUp()
    await this.#awakening
  }

  /** Returns the results of a query. Throws RangeError if the query exceeds `LIMITS`. */
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
   * Polls at once; resolves when the index contains everything committed before this call and all clocks of the source
   * have passed `moment`. Rejects after ten seconds (a store is probably down), or when the feed is closed.
   */
  async waitFor(moment: Date | Cursor): Promise<void> {
    this.#assertOpen()
    const passed = this.#waiters.add({ after: this.#pollNumber, moment })
    if (!this.#polling) this.#schedule(0)
    return passed
  }

  /** Reads these products again at once, for a caller that found outdated data in the index. */
  async refresh(ids: string[]): Promise<void> {
    this.#assertOpen()
    await this.#take(this.source.read(ids))
  }

  /** Stops polling; resolves when the poll in progress has ended. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#timer)
    this.#waiters.rejectAll(new Error('the search index was closed'))
    await this.#polling
  }

  async #wakeUp(): Promise<void> {
    await Promise.race([this.waitFor({}), sleep(MAX_AWAKENING_MS)]).catch(() => {}) // the poll itself reports an outage
    this.#isAsleep = false
    this.#awakening = undefined
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
      this.#isAsleep = !someoneWaits && began - this.#queriedAt > ASLEEP_AFTER_MS
      const usual = this.#isAsleep ? Math.max(intervalMs, ASLEEP_INTERVAL_MS) : intervalMs
      const pause = someoneWaits ? Math.min(intervalMs, AWAITED_POLL_MS) : usual
      this.#schedule(Math.max(pause - (performance.now() - began), Math.min(pause, AWAITED_POLL_MS)))
    })
  }

  /** Applies the changes and returns whether that succeeded. Never rejects. */
  async #poll(): Promise<boolean> {
    const number = ++this.#pollNumber
    const { clock, report } = this.#options
    try {
      const now = clock()
      await this.catchUp(now)
      if (this.#isFailing) report('The search index can read its source again.')
      this.#isFailing = false
      this.#waiters.settle(number, this.#read.clock, now)
    } catch (error) {
      if (!this.#isFailing) report('The search index cannot read its source; it stays as it is and tries again.', error)
      this.#isFailing = true
      return false
    }
    return true
  }

  /**
   * Applies the changes since the cursor, and reads the products whose `validUntil` has passed. Rejects with the
   * source's error if that fails.
   */
  async catchUp(now = this.#options.clock()): Promise<void> {
    const areClocksDue = this.#waiters.size > 0 || now - this.#clocksReadAt >= CLOCKS_MS
    const read = areClocksDue ? await this.source.now() : this.#read
    const before = this.#version
    const synonymsRead = this.#readSynonyms(now - this.#synonymsReadAt >= SYNONYMS_MS)
    synonymsRead.catch(() => {}) // awaited below
    await this.#take(this.source.changesSince(this.#read.from))
    const due = this.index.due(now)
    if (due.length > 0) await this.#take(this.source.read(due))
    await synonymsRead
    for (const id of await this.#sweep.findDeleted(now)) this.#remove(id)
    if (this.index.size < this.#options.maxTidySize) this.index.tidy()
    this.#read = read
    // Reads the clocks at the next poll, because with the old cursor every poll would read these changes again.
    if (this.#version > before) this.#clocksReadAt = Number.NEGATIVE_INFINITY
    else if (areClocksDue) this.#clocksReadAt = now
  }

  async #readSynonyms(isDue: boolean) {
    if (!isDue) return
    this.#synonymsReadAt = this.#options.clock()
    const stamp = await this.source.synonymsStamp()
    if (stamp === this.#stamp) return
    this.index.setSynonyms(await this.source.synonyms())
    this.#stamp = stamp
    this.#version++
  }

  #upsert(product: Product) {
    this.#version++
    this.index.upsert(product)
  }

  #remove(id: string) {
    this.#version++
    this.index.remove(id)
  }

  async #take(changes: AsyncIterable<Change>) {
    let began = performance.now()
    for await (const change of changes) {
      if (this.#closed) return
      if ('upsert' in change) this.#upsert(change.upsert)
      else this.#remove(change.remove)
      if (performance.now() - began < MAX_STRETCH_MS) continue
      await new Promise((resolve) => setImmediate(resolve))
      began = performance.now()
    }
  }
}

/** Yields the products unchanged and reports progress. */
async function* counted(products: AsyncIterable<Product>, total: number, { onProgress }: FeedOptions) {
  let done = 0
  let reportedAt = Number.NEGATIVE_INFINITY
  for await (const product of products) {
    if (performance.now() - reportedAt > PROGRESS_INTERVAL_MS) {
      reportedAt = performance.now()
      onProgress?.({ done, total })
    }
    done++
    yield product
  }
}

function reportToConsole(message: string, error?: unknown) {
  if (error) console.error(message, error)
  else console.info(message)
}
