import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mongoNow, products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { openPool } from '@/lib/db/postgres-pool'
import { importProducts } from '@/lib/services/catalog/product-import'
import { emptyStores } from '@/lib/services/testing/fixtures'
import { laptops } from '@/lib/services/testing/laptops'
import { Feed } from './feed'
import { closeFacts, STOCK_CHANGED } from './store-facts'
import { storeSource } from './store-source'

const PAGE = 250
/** Number of products, each with two SKUs; both take several pages. */
const COUNT = 1_100
/** Timeout for a reader that never ends, not a performance limit: reading normally takes a second. */
const SOON_MS = 8_000

let feed: Feed

beforeAll(async () => {
  await emptyStores()
  await importProducts(laptops(COUNT), { actor: 'test' })
  feed = await Feed.open(storeSource(PAGE))
})
afterAll(async () => {
  await feed.close()
  await closeFacts()
})

const IN_STOCK = { filters: { inStock: [true] } }
const total = (query: Parameters<Feed['search']>[0]) => feed.search(query).total
const moments = async () =>
  (await postgres().inventory.findMany({ distinct: ['updatedAt'], select: { updatedAt: true } })).length

/** Sets the stock of all SKUs in one statement, so that all rows get the same time, that of the transaction. */
const stockAll = (onHand: number) =>
  postgres().$transaction([
    postgres().$executeRaw`ALTER TABLE "Inventory" DISABLE TRIGGER "Inventory_touch"`,
    postgres().$executeRaw`UPDATE "Inventory" SET "onHand" = ${onHand}, "updatedAt" = now()`,
    postgres().$executeRaw`ALTER TABLE "Inventory" ENABLE TRIGGER "Inventory_touch"`,
  ])

test('a bulk change of stock larger than a page is completely searchable within seconds', async () => {
  expect(total(IN_STOCK)).toBe(COUNT)
  for (const units of [0, 3, 0]) {
    await stockAll(units)
    expect(await moments()).toBe(1)
    const began = Date.now()
    await feed.waitFor({})
    expect(total(IN_STOCK)).toBe(units > 0 ? COUNT : 0)
    expect(Date.now() - began).toBeLessThan(SOON_MS)
  }
})

test('a bulk change of documents larger than a page is completely searchable within seconds', async () => {
  for (const brand of ['Fjord', 'Acme']) {
    await products().updateMany({}, { $set: { brand, updatedAt: await mongoNow() } })
    const began = Date.now()
    await feed.waitFor({})
    expect(total({ filters: { brand: [brand] } })).toBe(COUNT)
    expect(Date.now() - began).toBeLessThan(SOON_MS)
  }
})

test('stock committed long after its timestamp is searchable, even from a snapshot saved meanwhile', async () => {
  await stockAll(5)
  await products().updateMany({}, { $set: { updatedAt: new Date('2026-01-01T00:00:00Z') } }) // otherwise they would be re-read as changed documents
  const source = storeSource(PAGE, 100)
  const slow = await Feed.load(source)
  let saved = slow.cursor
  await postgres().$transaction(async (tx) => {
    await tx.inventory.updateMany({ data: { onHand: 0 } })
    await sleep(500) // much longer than the overlap
    for (let poll = 0; poll < 2; poll++) await slow.catchUp()
    saved = slow.cursor
    const { clock } = await source.now()
    expect(clock.postgres! - saved.postgres!, 'somebody is still at work').toBeGreaterThan(400)
  })
  expect(slow.search(IN_STOCK).total).toBe(COUNT)
  const resumed = Feed.resume({ index: slow.index, cursor: saved }, storeSource(PAGE, 100))
  await resumed.catchUp()
  expect(resumed.search(IN_STOCK).total).toBe(0)
  await stockAll(5)
  await slow.catchUp()
  expect(slow.search(IN_STOCK).total).toBe(COUNT)
  const { clock, from } = await source.now()
  expect(from).toEqual(clock)
})

test('a page within a bulk change is read from an index without sorting', async () => {
  await stockAll(5)
  const { updatedAt } = (await postgres().inventory.findFirst())!
  const pool = openPool(1)
  try {
    await pool.query('ANALYZE "Inventory"')
    const { rows } = await pool.query(`EXPLAIN (FORMAT JSON) ${STOCK_CHANGED}`, [updatedAt, 'LAP500-16', 100])
    const plan = JSON.stringify(rows)
    expect(plan).toContain('Inventory_updatedAt_sku_idx')
    expect(plan).not.toMatch(/Sort|Filter/)
  } finally {
    await pool.end()
  }
})
