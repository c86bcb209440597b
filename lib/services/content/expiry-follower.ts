import { Client } from 'pg'
import { z } from 'zod'
import { isListingTag, tags as tagNames } from '@/lib/cache'
import { MAX_AWAY_MS } from './expiry-log'

export interface FollowerOptions {
  databaseUrl: string
  /** Expires tags in this process once its search index contains all changes up to `at`. Rejects if that fails. */
  expire(tags: string[], at: Date): Promise<void>
  /** Returns the tags of further listings that show a product or category with one of these tags. */
  alsoListed?(tags: string[]): Promise<string[]>
  /** Whether cached pages are older than the log, as they are after a build. */
  startsStale: boolean
  /** Polling interval in ms, used while no notifications arrive. Default: 2,000. */
  intervalMs?: number
  /** Minimum interval between expiries of listing tags in ms. Default: 5,000. */
  listingPauseMs?: number
  /** Time without polling in ms after which all pages are expired. Default: MAX_AWAY_MS. */
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

// Uses a single statement, because the horizon must belong to the same snapshot as the entries.
const READ = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, clock_timestamp() AS now,
  (SELECT coalesce(json_agg(json_build_object('id', id::text, 'xid', xid::text, 'tags', tags, 'at', at)), '[]')
    FROM "PageExpiry" WHERE `
const READ_NEW = `${READ} xid >= $1::text::xid8 AND id <> ALL($2::bigint[])) AS entries`
const READ_FIRST = `${READ} xid >= pg_snapshot_xmin(pg_current_snapshot()) OR at > clock_timestamp()) AS entries`

/**
 * Follows the log of expired pages in one process. NOTIFY wakes it; polling finds entries whose notification was lost.
 */
export class ExpiryFollower {
  readonly #options: Required<FollowerOptions>
  /** Tags of single pages that are still to be expired. */
  readonly #pages = new Set<string>()
  readonly #listings = new Set<string>()
  /** Tags of all changes since listings last expired, from which `alsoListed` finds the listings that show them. */
  readonly #changed = new Set<string>()
  /** The latest time from which one of the pending tags is invalid. */
  #at = NEVER
  /** Entries that were read but take effect later. */
  #later: Entry[] = []
  /**
   * Ids of read entries with their transaction ids. The next reading would return them again, because an older
   * transaction is still open.
   */
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
      intervalMs: 2_000,
      listingPauseMs: 5_000,
      maxAwayMs: MAX_AWAY_MS,
      alsoListed: async () => [],
      report: (message, error) => (error ? console.error(message, error) : console.info(message)),
      ...options,
    }
  }

  /** Whether all pages from before the start of the process have been expired. */
  get isReady(): boolean {
    return this.#isReady
  }

  start(): this {
    this.#loop ??= this.#run()
    return this
  }

  /** Resolves once the follower has stopped. */
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
        if (!this.#fails) this.#options.report('Pages cannot follow changes; trying again every two seconds.', error)
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
    // On the first reading, only entries that take effect later matter: this process has no cached pages from before
    // its start.
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

  /** Waits for a notification, the next due entry, or the end of the polling interval, whichever comes first. */
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
