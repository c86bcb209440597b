import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { wholeNumber } from '@/lib/dev/launcher/whole-number'
import { emptyStores, givenCart, givenProduct, unbalancedSkus } from '../testing/fixtures'
import { runAndKill } from '../testing/killed-process'
import { randomFrom } from '../testing/random'

const ROUNDS = wholeNumber('NEXUS_CRASH_ROUNDS', 3)
const CARTS = 400

beforeEach(() => emptyStores())

it('a server killed during checkouts leaves no order without its lines, movements, event and mail job', async () => {
  const random = randomFrom(3)
  const skus = Array.from({ length: 8 }, (_, i) => `SKU-${i}`)
  for (const sku of skus) await givenProduct({ sku, price: 7_000, onHand: 1_000_000, lowStockThreshold: 0 })
  let rounds = 0
  for (let tries = 0; rounds < ROUNDS && tries < ROUNDS * 5; tries++) {
    const ordersBefore = await postgres().order.count()
    await postgres().cart.deleteMany({})
    for (let i = 0; i < CARTS; i++) {
      const lines = random.shuffled(skus).slice(0, random.between(1, 4))
      await givenCart(...lines.map((sku) => ({ sku, quantity: random.between(1, 3) })))
    }

    await killInTheMiddle(random.between(10, 300))

    expect(await brokenOrders()).toEqual([])
    expect(await unbalancedSkus()).toEqual([])
    const orders = (await postgres().order.count()) - ordersBefore
    expect(await postgres().cart.count({ where: { items: { none: {} } } })).toBe(orders)
    if (orders > 0 && orders < CARTS) rounds++ // count only the rounds that were killed in the middle of the burst
  }
  expect(rounds).toBe(ROUNDS)
}, 600_000)

/** Starts a burst of checkouts and kills it `delayMs` after the first order. */
async function killInTheMiddle(delayMs: number): Promise<void> {
  const before = await postgres().order.count()
  await runAndKill('lib/services/testing/burst.ts', async () => {
    if ((await postgres().order.count()) === before) return false
    await sleep(delayMs)
    return true
  })
}

/**
 * Returns orders that are incomplete or lack their stock movements or e-mail jobs, and movements or jobs without an
 * order.
 */
async function brokenOrders(): Promise<{ id: string }[]> {
  return postgres().$queryRaw<{ id: string }[]>`
    SELECT o.id::text FROM "Order" o WHERE
      o.subtotal <> (SELECT coalesce(sum(i.total), 0) FROM "OrderItem" i WHERE i."orderId" = o.id)
      OR NOT EXISTS (SELECT FROM "OrderItem" i WHERE i."orderId" = o.id)
      OR EXISTS (
        SELECT FROM (SELECT sku, -quantity AS delta FROM "OrderItem" WHERE "orderId" = o.id) i
        FULL JOIN (SELECT sku, delta FROM "StockMovement" WHERE "orderId" = o.id) m USING (sku, delta)
        WHERE i.delta IS NULL OR m.delta IS NULL
      )
      OR (SELECT count(*) FROM "OrderEvent" e WHERE e."orderId" = o.id AND e.type = 'PLACED') <> 1
      OR (SELECT count(*) FROM pgboss.job j
          WHERE j.name = 'mail.order-confirmation' AND j.data->>'orderId' = o.id::text) <> 1
    UNION ALL
    SELECT m.id::text FROM "StockMovement" m WHERE m.reason = 'SALE' AND m."orderId" IS NULL
    UNION ALL
    SELECT j.id::text FROM pgboss.job j WHERE j.name = 'mail.order-confirmation'
      AND NOT EXISTS (SELECT FROM "Order" o WHERE o.id::text = j.data->>'orderId')`
}
