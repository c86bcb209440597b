import { expect, it } from 'vitest'
import { env } from '@/lib/env'
import { isUnavailable } from '@/lib/errors'
import { pingPostgres, postgres, type Tx, transaction } from './postgres'
import { isLockTimeout } from './retry'

it('a statement is stopped after 15 seconds, and counts as an outage, not as a bug', async () => {
  expect(await postgres().$queryRaw`SHOW statement_timeout`).toEqual([{ statement_timeout: '15s' }])
  const error = await transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = 20`
    await tx.$queryRaw`SELECT pg_sleep(1)::text`
  }).catch((caught: unknown) => caught)
  expect(isUnavailable(error)).toBe(true)
})

const lock = (tx: Tx, key: number) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${key}::int)`

/** Returns a promise and a function that resolves it. */
function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}

it('two deadlocked transactions both succeed: Postgres aborts one, which is retried', async () => {
  const runs: string[] = []
  const bothHaveOne = signal()
  const inOrder = (name: string, first: number, second: number) =>
    transaction(async (tx) => {
      await lock(tx, first)
      runs.push(name)
      if (runs.length === 2) bothHaveOne.give()
      await bothHaveOne.given
      await lock(tx, second)
      return name
    })
  expect(await Promise.all([inOrder('one', 1, 2), inOrder('other', 2, 1)])).toEqual(['one', 'other'])
  expect(runs).toHaveLength(3)
})

it('a serialization failure is retried five times at most, then counts as an outage', async () => {
  let runs = 0
  const error = await transaction(async (tx) => {
    runs++
    await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = '40001'; END $$`
  }).catch((caught: unknown) => caught)
  expect(runs).toBe(5)
  expect(isUnavailable(error)).toBe(true)
})

it('waiting for a lock ends after two seconds, and counts as an outage, not as a bug', async () => {
  expect(await postgres().$queryRaw`SHOW lock_timeout`).toEqual([{ lock_timeout: '2s' }])
  const error = await transaction(async (holder) => {
    await lock(holder, 3)
    return transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL lock_timeout = 20`
      await lock(tx, 3)
    }).catch((caught: unknown) => caught)
  })
  expect(isLockTimeout(error)).toBe(true)
  expect(isUnavailable(error)).toBe(true)
})

it('the health check needs no connection of the pool', async () => {
  const max = env().DATABASE_POOL
  const [full, released] = [signal(), signal()]
  let held = 0
  const holders = Array.from({ length: max }, () =>
    transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`
      if (++held === max) full.give()
      await released.given
    }),
  )
  await full.given
  await pingPostgres(2_000)
  released.give()
  await Promise.all(holders)
})
