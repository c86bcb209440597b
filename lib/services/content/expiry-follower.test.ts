import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type PageChange, tags } from '@/lib/cache'
import { postgres, transaction } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { emptyStores } from '../testing/fixtures'
import { ExpiryFollower, type FollowerOptions } from './expiry-follower'
import { expirePages, pruneExpiryLog } from './expiry-log'

const [LAMP, CHAIR] = ['a', 'b'].map((digit) => digit.repeat(24)) as [string, string]
const HOUR_MS = 3_600_000

let expired: { tags: string[]; at: number }[]
const followers: ExpiryFollower[] = []

beforeEach(async () => {
  await emptyStores()
  expired = []
})
afterEach(async () => {
  await Promise.all(followers.splice(0).map((follower) => follower.close()))
})

const names = () => expired.flatMap((call) => call.tags)
const log = (change: PageChange, at?: Date) => transaction((tx) => expirePages(tx, change, at))
const isExpired = (tag: string, options = { timeout: 5_000, interval: 5 }) =>
  vi.waitFor(() => expect(names()).toContain(tag), options)

/** Starts a follower, and returns it once it has finished its first reading of the log. */
async function follow(options: Partial<FollowerOptions> = {}): Promise<ExpiryFollower> {
  const expire = async (which: string[]) => void expired.push({ tags: which, at: performance.now() })
  const follower = new ExpiryFollower({ databaseUrl: env().DATABASE_URL, expire, startsStale: false, ...options })
  followers.push(follower.start())
  await vi.waitUntil(() => follower.isReady, { interval: 5, timeout: 10_000 })
  return follower
}

describe('an instance following the log of expired pages', () => {
  it('notices a change as soon as its transaction commits, and not before', async () => {
    await follow({ intervalMs: 60_000 })
    await transaction(async (tx) => {
      await expirePages(tx, { productIds: [LAMP] })
      await log({ productIds: [CHAIR] })
      await isExpired(tags.product(CHAIR))
      expect(names()).not.toContain(tags.product(LAMP))
    })
    await isExpired(tags.product(LAMP))
  })

  it('ignores a transaction that rolls back', async () => {
    await follow()
    const rolledBack = transaction(async (tx) => {
      await expirePages(tx, { productIds: [LAMP] })
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    await log({ productIds: [CHAIR] })
    await isExpired(tags.product(CHAIR))
    expect(names()).not.toContain(tags.product(LAMP))
  })

  it('expires each change once, however long an older transaction stays open', async () => {
    await follow({ intervalMs: 20 })
    await transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_current_xact_id()::text`
      await log({ productIds: [LAMP] })
      await isExpired(tags.product(LAMP))
      await log({ productIds: [CHAIR] })
      await isExpired(tags.product(CHAIR))
    })
    await log({ everything: true })
    await isExpired(tags.everything)
    expect(names().filter((tag) => tag === tags.product(LAMP))).toHaveLength(1)
  })

  it('polls in case a notification is lost', async () => {
    await follow({ intervalMs: 50 })
    await postgres().$executeRaw`ALTER TABLE "PageExpiry" DISABLE TRIGGER "PageExpiry_notify"`
    try {
      await log({ productIds: [LAMP] })
      await isExpired(tags.product(LAMP))
    } finally {
      await postgres().$executeRaw`ALTER TABLE "PageExpiry" ENABLE TRIGGER "PageExpiry_notify"`
    }
  })

  it('expires scheduled entries on time, even if it started after they were written', async () => {
    await log({ productIds: [LAMP] }, new Date(Date.now() + 1_000))
    await follow()
    await log({ productIds: [CHAIR] })
    await isExpired(tags.product(CHAIR))
    expect(names()).not.toContain(tags.product(LAMP))
    await isExpired(tags.product(LAMP))
  })

  it('is ready only once everything from before its start is expired', async () => {
    await log({ productIds: [LAMP] })
    let release: () => void = () => {}
    const expire = (which: string[]) => {
      expired.push({ tags: which, at: performance.now() })
      return new Promise<void>((resolve) => {
        release = resolve
      })
    }
    const follower = new ExpiryFollower({ databaseUrl: env().DATABASE_URL, expire, startsStale: true })
    followers.push(follower.start())
    await isExpired(tags.everything)
    expect(follower.isReady).toBe(false)
    release()
    await vi.waitUntil(() => follower.isReady)
    expect(names()).toEqual([tags.everything])
  })

  it('retries failed expiries, and keeps later entries', async () => {
    let failures = 2
    const report = vi.fn()
    const expire = async (which: string[]) => {
      if (failures-- > 0) throw new Error('the index lags')
      expired.push({ tags: which, at: performance.now() })
    }
    await follow({ expire, intervalMs: 50, report })
    await log({ productIds: [LAMP] })
    await log({ productIds: [CHAIR] })
    await isExpired(tags.product(LAMP))
    await isExpired(tags.product(CHAIR))
    expect(report).toHaveBeenCalledTimes(2)
  })

  it('reconnects after losing its connection', async () => {
    await follow({ intervalMs: 50, report: () => {} })
    const [ended] = await postgres().$queryRaw<{ count: bigint }[]>`
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
      WHERE application_name = 'nexus pages' AND datname = current_database()`
    expect(Number(ended?.count)).toBe(1)
    await log({ productIds: [LAMP] })
    await isExpired(tags.product(LAMP))
  })

  it('expires everything after an absence longer than the log’s retention', async () => {
    const maxAwayMs = 500
    const expire = async (which: string[]) => {
      expired.push({ tags: which, at: performance.now() })
      if (which.includes(tags.product(LAMP))) await sleep(2 * maxAwayMs) // the follower is held here and does not poll
    }
    await follow({ expire, maxAwayMs, intervalMs: 20 })
    await log({ productIds: [LAMP] })
    await isExpired(tags.everything)
  })
})

describe('listings', () => {
  it('expire at most once in five seconds with all pending changes; pages expire at once', async () => {
    await follow({ listingPauseMs: 600 })
    await log({ productIds: [LAMP], categories: ['lamps'] })
    await isExpired(tags.listing('lamps'))
    for (const category of ['chairs', 'desks']) await log({ productIds: [CHAIR], categories: [category] })
    await isExpired(tags.product(CHAIR))
    expect(names()).not.toContain(tags.listing('chairs'))
    await isExpired(tags.listing('desks'))
    const calls = expired.filter(({ tags: which }) => which.includes(tags.all))
    expect(calls).toHaveLength(2)
    expect(calls[1]!.tags).toEqual(expect.arrayContaining([tags.listing('chairs'), tags.listing('desks')]))
    expect(calls[1]!.at - calls[0]!.at).toBeGreaterThanOrEqual(600)
  })

  it('that show a changed product expire even if the change does not name them', async () => {
    const alsoListed = async (changed: string[]) =>
      changed.includes(tags.product(LAMP)) ? [tags.collection('desk'), tags.home] : []
    await follow({ alsoListed })
    await log({ productIds: [LAMP] })
    await isExpired(tags.home)
    expect(names()).toContain(tags.collection('desk'))
  })
})

it('the log is kept for three days', async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
  await log({ productIds: [LAMP] }, hoursAgo(73))
  await log({ productIds: [CHAIR] }, hoursAgo(71))
  await pruneExpiryLog()
  expect((await postgres().pageExpiry.findMany()).map((entry) => entry.tags[0])).toEqual([tags.product(CHAIR)])
})
