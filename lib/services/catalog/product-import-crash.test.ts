import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { subjectsOf } from '@/lib/cache'
import { productDocumentSchema } from '@/lib/contracts/catalog/product'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { emptyStores, loggedExpiries, unbalancedSkus } from '../testing/fixtures'
import { runAndKill } from '../testing/killed-process'
import { laptops } from '../testing/laptops'
import { importProducts } from './product-import'

const ALL = 6_000
const KILLED_AT = [1, 2_000, 4_000]

it('an import killed within or between batches leaves no incomplete product, and running it again completes it', async () => {
  let between = 0
  for (const number of KILLED_AT) {
    await emptyStores()
    await killedImport(number)
    const there = await products().find().toArray()
    expect(there.length, 'killed in the middle').toBeLessThan(ALL)
    const stocked = await withStock()
    if (stocked.size > there.length) between++ // killed after the commit in Postgres, but before the write to MongoDB
    expect(there.filter(({ _id }) => !stocked.has(_id.toHexString()))).toEqual([])
    expect(await unbalancedSkus()).toEqual([])
    const expired = (await loggedExpiries()).flatMap(({ tags }) => subjectsOf(tags).productIds)
    expect(new Set(expired)).toEqual(stocked)

    const count = await importProducts(laptops(ALL), { actor: 'again' })

    expect(count).toEqual({ added: ALL - there.length, changed: 0, unchanged: there.length })
    const whole = await products().find().toArray()
    expect(whole.length).toBe(ALL)
    for (const document of whole) productDocumentSchema.parse(document)
    expect((await withStock()).size).toBe(ALL)
    expect(await wrongSkus()).toEqual([])
    expect(await unbalancedSkus()).toEqual([])
  }
  expect(between).toBeGreaterThan(0)
}, 120_000)

/**
 * Runs an import, kills it once this many laptops have stock, and waits until MongoDB has finished its pending writes.
 */
async function killedImport(laptops: number): Promise<void> {
  const isTime = async () => (await postgres().inventory.count()) >= 2 * laptops
  await runAndKill('lib/services/testing/import-laptops.ts', isTime)
  let [before, now] = [-1, await products().countDocuments()]
  while (before !== now) {
    await sleep(200)
    ;[before, now] = [now, await products().countDocuments()]
  }
}

/** Returns the ids of products whose two SKUs both have a stock row and exactly one price. */
async function withStock(): Promise<Set<string>> {
  const rows = await postgres().$queryRaw<{ id: string }[]>`
    SELECT i."productId" AS id FROM "Inventory" i JOIN "PriceChange" p USING (sku) GROUP BY i."productId" HAVING count(*) = 2`
  return new Set(rows.map(({ id }) => id))
}

/** Returns SKUs whose first stock movement or price is missing or duplicated. */
const wrongSkus = () => postgres().$queryRaw<{ sku: string }[]>`
  SELECT i.sku FROM "Inventory" i
  WHERE (SELECT count(*) FROM "StockMovement" m WHERE m.sku = i.sku) <> (CASE WHEN i."onHand" > 0 THEN 1 ELSE 0 END)
    OR EXISTS (SELECT FROM "StockMovement" m WHERE m.sku = i.sku AND m.reason <> 'INITIAL')
    OR (SELECT count(*) FROM "PriceChange" p WHERE p.sku = i.sku) <> 1`
