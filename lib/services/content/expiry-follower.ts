import { Client } from 'pg'
import { z } from 'zod'
import { isListingTag, tags as tagNames } from '@/lib/cache'
import { MAX_AWAY_MS } from './expiry-log'

export interface FollowerOptions {
  databaseUrl: string
  /** Expires these tags in this process once its index has everything up to `at`; rejects if that failed. */
  expire(tags: string[], at: Date): Promise<void>
  /** Tags of listings that show something of these tags too. */
  alsoListed?(tags: string[]): Promise<string[]>
  /** Whether what this process keeps is older than the log, as the pages of a build are. */
  startsStale: boolean
  /** Milliseconds between two looks where nothing wakes it; 1,000 by default. */
  intervalMs?: number
  /** Listing tags expire at most once in so many milliseconds; 5,000 by default. */
  listingPauseMs?: number
  /** After how long without a look everything is expired; as long as the log reaches back by default. */
  maxAwayMs?: number
  report?(message: string, error?: unknown): void
}

interface Entry {
  id: string
  tags: string[]
  at: Date
}

const CHANNEL = 'page_expiry'
const TIMEOUT_MS = 15_000
const NEVER = new Date(0)

const entrySchema = z.object({ id: z.string(), xid: z.string(), tags: z.array(z.string()), at: z.coerce.date() })
const readingSchema = z.object({ horizon: z.string(), now: z.date(), entries: z.array(entrySchema) })

// One statement, for the horizon must be that of the snapshot in which the entries are read.
const READ = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, clock_timestamp() AS now,
  (SELECT coalesce(json_agg(json_build_object('id', id::text, 'xid', xid::text, 'tags', tags, 'at', at)), '[]')
    FROM "PageExpiry" WHERE `
const READ_NEW = `${READ} xid >= $1::text::xid8 AND id <> ALL($2::bigint[])) AS entries`
const READ_FIRST = `${READ} xid >= pg_snapshot_xmin(pg_current_snapshot()) OR at > clock_timestamp()) AS entries`

/** Follows the log of expired pages for one process: woken by NOTIFY, and looking by itself in case that got lost. */
export class ExpiryFollower {
  readonly #options: Required<FollowerOptions>
  /** Tags that wait to be expired: those of pages, and those of listings. */
  readonly #pages = new Set<string>()
  readonly #listings = new Set<string>()
  /** What has changed since listings last expired: some of them show it. */
  readonly #changed = new Set<string>()
  /** The newest moment from which any of them holds. */
  #at = NEVER
  /** What was written for a moment to come. */
  #later: Entry[] = []
  /** Entries that were read and may be read again, as a transaction that is older than theirs is still open. */
  readonly #seen = new Map<string, string>()
  #horizon: string | undefined
  #readAt = NEVER
  #listingsAt = Number.NEGATIVE_INFINITY
  #client: Client | undefined
  #isReady = false
  #isClosed = false
  #fails = false
  #wake: () => void = () => {}
  #isWoken = false
  #loop: Promise<void> | undefined

  constructor(options: FollowerOptions) {
    this.#options = {
      intervalMs: 1_000,
      listingPauseMs: 5_000,
      maxAwayMs: MAX_AWAY_MS,
      alsoListed: async () => [],
      report: (message, error) => (error ? console.error(message, error) : console.info(message)),
      ...options,
    }
  }

  /** Whether everything that changed before the start is expired. */
  get isReady(): boolean {
    return this.#isReady
  }

  start(): this {
    this.#loop ??= this.#run()
    return this
  }

  /** Resolves when nothing of it runs any more. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#wake()
    await this.#loop
    await this.#disconnect()
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      try {
        this.#isWoken = false
        await this.#read()
        await this.#flush()
        this.#isReady = true
        if (this.#fails) this.#options.report('Pages follow changes again.')
        this.#fails = false
      } catch (error) {
        if (!this.#fails) this.#options.report('Pages cannot follow changes; trying again each second.', error)
        this.#fails = true
      }
      await this.#pause()
    }
  }

  async #read(): Promise<void> {
    const client = await this.#connect()
    const isFirst = this.#horizon === undefined
    const { rows } = await client
      .query(isFirst ? READ_FIRST : READ_NEW, isFirst ? [] : [this.#horizon, [...this.#seen.keys()]])
      .catch(async (error: unknown) => {
        await this.#disconnect()
        throw error
      })
    const { horizon, now, entries } = readingSchema.parse(rows[0])
    for (const { id, xid } of entries) this.#seen.set(id, xid)
    for (const [id, xid] of this.#seen) if (BigInt(xid) < BigInt(horizon)) this.#seen.delete(id)
    const wasAway = !isFirst && Number(now) - Number(this.#readAt) > this.#options.maxAwayMs
    if (wasAway || (isFirst && this.#options.startsStale)) this.#collect({ tags: [tagNames.everything], at: now })
    // What was there before the start is in no page that this process keeps.
    this.#later.push(...entries.filter(({ at }) => !isFirst || at > now))
    for (const entry of this.#later) if (entry.at <= now) this.#collect(entry)
    this.#later = this.#later.filter(({ at }) => at > now)
    this.#horizon = horizon
    this.#readAt = now
  }

  #collect({ tags, at }: Pick<Entry, 'tags' | 'at'>): void {
    for (const tag of tags) {
      this.#changed.add(tag)
      if (isListingTag(tag)) this.#listings.add(tag)
      else this.#pages.add(tag)
    }
    if (at > this.#at) this.#at = at
  }

  async #flush(): Promise<void> {
    const { expire, alsoListed, listingPauseMs } = this.#options
    if (this.#pages.size > 0) await expire([...this.#pages], this.#at)
    this.#pages.clear()
    if (this.#changed.size === 0 || performance.now() - this.#listingsAt < listingPauseMs) return
    for (const tag of await alsoListed([...this.#changed])) this.#listings.add(tag)
    if (this.#listings.size > 0) {
      await expire([...this.#listings], this.#at)
      this.#listingsAt = performance.now()
    }
    this.#listings.clear()
    this.#changed.clear()
  }

  async #connect(): Promise<Client> {
    if (this.#client) return this.#client
    const client = new Client({
      connectionString: this.#options.databaseUrl,
      connectionTimeoutMillis: TIMEOUT_MS,
      query_timeout: TIMEOUT_MS,
      keepAlive: true,
      application_name: 'nexus pages',
    })
    client.on('error', () => void this.#disconnect())
    client.on('notification', () => {
      this.#isWoken = true
      this.#wake()
    })
    this.#client = client
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
    } catch (error) {
      await this.#disconnect()
      throw error
    }
    return client
  }

  async #disconnect(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    await client?.end().catch(() => {})
  }

  /** Until it is woken, something is due, or the interval is over. */
  async #pause(): Promise<void> {
    if (this.#isClosed || this.#isWoken) return
    const { intervalMs } = this.#options
    const untilNext = this.#later.map(({ at }) => Number(at) - Number(this.#readAt))
    const wait = this.#fails ? intervalMs : Math.max(10, Math.min(intervalMs, this.#untilListings(), ...untilNext))
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait)
      timer.unref()
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #untilListings(): number {
    if (this.#changed.size === 0) return Number.POSITIVE_INFINITY
    return this.#listingsAt + this.#options.listingPauseMs - performance.now()
  }
}
