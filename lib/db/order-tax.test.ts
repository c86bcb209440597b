import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import { placeOrder } from '@/lib/services/checkout/checkout'
import { getOrder } from '@/lib/services/orders/orders'
import { getSettings } from '@/lib/services/settings'
import { BOOKS, emptyStores, givenCart, givenProduct, guestInput } from '@/lib/services/testing/fixtures'
import { postgres } from './postgres'

let orderId: string

beforeEach(async () => {
  await emptyStores()
  await givenProduct({ sku: 'LAMP', price: 2_400 })
  await givenProduct({ sku: 'COFFEE', price: 799, category: BOOKS })
  const cartId = await givenCart({ sku: 'LAMP', quantity: 2 }, { sku: 'COFFEE', quantity: 3 })
  const input = guestInput(8_187, { deliveryMethod: 'EXPRESS' })
  orderId = (await placeOrder({ cartId, input })).id
})

const run = (sql: string) => postgres().$executeRawUnsafe(sql)
const taxesOf = async (id: string) => (await getOrder(id))?.taxes
const TAXES = [
  { rate: 1900, goods: 4_800, shipping: 660, tax: 872 },
  { rate: 700, goods: 2_397, shipping: 330, tax: 178 },
]

describe('the taxes of an order', () => {
  it('are frozen by rate when it is placed', async () => {
    expect(await taxesOf(orderId)).toEqual(TAXES)
  })

  it('cannot be changed or deleted', async () => {
    await expect(run('UPDATE "OrderTax" SET tax = 1')).rejects.toThrow(/never changed or deleted/)
    await expect(run('DELETE FROM "OrderTax"')).rejects.toThrow(/never changed or deleted/)
  })

  it.each([
    ['another part is added later', `INSERT INTO "OrderTax" SELECT "orderId", 900, 1, 0, 0 FROM "OrderTax" LIMIT 1`],
    ['its tax changes', 'UPDATE "Order" SET tax = tax - 1'],
    ['its delivery changes', 'UPDATE "Order" SET shipping = shipping + 1, total = total + 1'],
    ['its discount changes', 'UPDATE "Order" SET discount = 1, total = total - 1'],
  ])('sum up to its amounts: refused if %s', async (_, sql) => {
    await expect(run(sql)).rejects.toThrow(/taxes of order .* do not sum up/)
  })

  it.each([
    ['negative', '900, 0, -1, 0', /amounts_not_negative/],
    ['more than what is taxed', '900, 1, 0, 2', /tax_within_gross/],
  ])('are never %s', async (_, values, fault) => {
    const sql = `INSERT INTO "OrderTax" SELECT "orderId", ${values} FROM "OrderTax" LIMIT 1`
    await expect(run(sql)).rejects.toThrow(fault)
  })
})

describe('the migration', () => {
  /** Undoes the migration, runs the SQL in `before`, and migrates again. */
  async function migrateAnew(before: string): Promise<void> {
    const client = new Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    try {
      await client.query(`
        DROP TABLE "OrderTax" CASCADE;
        DROP FUNCTION "check_taxes_of_order" CASCADE;
        DROP FUNCTION "check_taxes_of_part" CASCADE;
        DROP FUNCTION "check_order_taxes" CASCADE;
        ${before}`)
      await client.query(readFileSync('prisma/migrations/20261130120000_order_tax/migration.sql', 'utf8'))
    } finally {
      await client.end()
    }
  }

  it('gives older orders the taxes shown on their pages and in mails', async () => {
    await migrateAnew('')
    expect(await taxesOf(orderId)).toEqual(TAXES)
  })

  it('adds a missing cent to an order’s taxes, so that they sum up', async () => {
    await migrateAnew('UPDATE "Order" SET tax = tax + 1')
    expect(await taxesOf(orderId)).toEqual([{ ...TAXES[0], tax: 873 }, TAXES[1]])
  })

  it('keeps older rates without a first day, and adds Austria’s third class', async () => {
    const tax = { DE: [1900, 700], AT: [2000, 1000], NL: [2100, 900] }
    const before = Object.fromEntries(
      Object.entries(tax).map(([country, [standard, reduced]]) => [country, { standard, reduced }]),
    )
    await migrateAnew(`UPDATE "Setting" SET value = '${JSON.stringify(before)}' WHERE key = 'tax'`)
    expect((await getSettings()).tax).toEqual(DEMO_SETTINGS.tax)
    await migrateAnew('')
    expect((await getSettings()).tax).toEqual(DEMO_SETTINGS.tax)
  })
})
