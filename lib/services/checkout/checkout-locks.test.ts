import { Client } from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { addToCart, getCart } from '../cart/cart'
import { checkHealth } from '../health'
import { emptyStores, givenCart, givenProduct, guestInput, unbalancedSkus } from '../testing/fixtures'
import { placeOrder } from './checkout'

let other: Client
// Postgres caches its activity view within a transaction, so `watcher` needs a connection of its own.
let watcher: Client

beforeEach(async () => {
  await emptyStores()
  await givenProduct({ sku: 'HOT', price: 6_000, onHand: 100 })
  await givenProduct({ sku: 'LAMP', price: 6_000 })
  other = new Client({ connectionString: env().DATABASE_URL })
  watcher = new Client({ connectionString: env().DATABASE_URL })
  await Promise.all([other.connect(), watcher.connect()])
})
afterEach(() => Promise.all([other.end(), watcher.end()]))

/** Locks the stock of the SKU "HOT" from another transaction. */
async function holdStock(): Promise<void> {
  await other.query('BEGIN')
  await other.query(`SELECT FROM "Inventory" WHERE sku = 'HOT' FOR UPDATE`)
}

/** Returns the number of open transactions, and the number of those that wait for a lock. */
async function transactions(): Promise<{ open: number; waiting: number }> {
  const { rows } = await watcher.query<{ open: number; waiting: number }>(
    `SELECT count(*)::int AS open, (count(*) FILTER (WHERE wait_event_type = 'Lock'))::int AS waiting
     FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`,
  )
  return rows[0] ?? { open: 0, waiting: 0 }
}

it('a checkout that waits two seconds for a lock is refused without a charge, and a retry succeeds', async () => {
  const request = { cartId: await givenCart({ sku: 'HOT' }), input: guestInput(6_000) }
  await holdStock()
  await expect(placeOrder(request)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/have not been charged.*try again/),
    details: { retryAfterSeconds: 5 },
  })
  expect(await postgres().order.count()).toBe(0)
  expect((await getCart(request.cartId)).count).toBe(1)
  await other.query('COMMIT')
  expect(await placeOrder(request)).toBeTruthy()
})

it('health and other carts answer while more checkouts wait for a lock than the pool has connections', async () => {
  const pool = env().DATABASE_POOL
  const cartIds = await Promise.all(Array.from({ length: pool * 2 }, () => givenCart({ sku: 'HOT' })))
  await holdStock()
  let isOver = false
  const bought = Promise.allSettled(cartIds.map((cartId) => placeOrder({ cartId, input: guestInput(6_000) })))
  void bought.finally(() => {
    isOver = true
  })
  const { open } = await vi.waitFor(async () => {
    const counts = await transactions()
    expect(counts.waiting).toBeGreaterThan(2)
    return counts
  }, 15_000)
  expect(open).toBeLessThan(pool)

  expect((await checkHealth()).parts.postgres).toBe('ok')
  const cartId = await givenCart()
  await addToCart({ cartId, sku: 'LAMP', quantity: 2 })
  expect((await getCart(cartId)).count).toBe(2)
  expect(isOver).toBe(false)

  await other.query('COMMIT')
  const ended = await bought
  const placed = ended.filter(({ status }) => status === 'fulfilled')
  expect(placed.length).toBeGreaterThan(0)
  for (const result of ended)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'unavailable' })
  expect(await postgres().order.count()).toBe(placed.length)
  expect(await unbalancedSkus()).toEqual([])
}, 60_000)
