import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { placeOrder } from '@/lib/services/checkout/checkout'
import { emptyStores, givenCart, givenProduct, guestInput } from '@/lib/services/testing/fixtures'
import { postgres } from './postgres'

// Tests what Postgres itself rejects, regardless of the code that writes.

let orderId: string

beforeEach(async () => {
  await emptyStores()
  await givenProduct({ sku: 'LAMP', price: 6_000, onHand: 3 })
  orderId = (await placeOrder({ cartId: await givenCart({ sku: 'LAMP' }), input: guestInput(6_000) })).id
})

const run = (sql: string, ...values: unknown[]) => postgres().$executeRawUnsafe(sql, ...values)

describe('Postgres refuses', () => {
  it('stock below zero', async () => {
    await expect(run(`UPDATE "Inventory" SET "onHand" = "onHand" - 3 WHERE sku = 'LAMP'`)).rejects.toThrow(
      /Inventory_onHand_not_negative/,
    )
  })

  it.each(['StockMovement', 'OrderEvent', 'OrderItem'])('to change or delete rows of %s', async (table) => {
    await expect(run(`DELETE FROM "${table}"`)).rejects.toThrow(/never changed or deleted/)
    const column = table === 'OrderItem' ? 'name' : 'actor'
    await expect(run(`UPDATE "${table}" SET "${column}" = 'x'`)).rejects.toThrow(/never changed or deleted/)
  })

  it('to change or delete a past price', async () => {
    await run(
      `INSERT INTO "PriceChange" (sku, "productId", price, "validFrom") VALUES ('LAMP', repeat('a', 24), 500, now())`,
    )
    await expect(run('UPDATE "PriceChange" SET price = 400')).rejects.toThrow(/never changed or deleted/)
    await expect(run('DELETE FROM "PriceChange"')).rejects.toThrow(/never changed or deleted/)
  })

  describe('a review', () => {
    const write = (columns: string, values: string) =>
      run(`INSERT INTO "Review" (id, "productId", sku, rating, title, text, author${columns})
        SELECT gen_random_uuid(), "productId", sku, 5, 'Bright', 'Very.', 'Ines'${values} FROM "OrderItem"`)

    it('of another product than its order line', async () => {
      const line = `, '${orderId}', 0`
      await expect(write(', "orderId", position', line)).resolves.toBe(1)
      await run('DELETE FROM "Review"')
      await expect(
        run(`INSERT INTO "Review" (id, "productId", sku, rating, title, text, author, "orderId", position)
          VALUES (gen_random_uuid(), repeat('a', 24), 'TABLE', 5, 'Bright', 'Very.', 'Ines'${line})`),
      ).rejects.toThrow(/not of what its order line holds/)
    })

    it('that is the second of its line, or has a position without an order', async () => {
      await write(', "orderId", position', `, '${orderId}', 0`)
      await expect(write(', "orderId", position', `, '${orderId}', 0`)).rejects.toThrow(/orderId/)
      await expect(write(', position', ', 0')).rejects.toThrow(/Review_line_is_whole/)
    })

    it.each([
      ['rating', '6', /rating_in_range/],
      ['rating', '0', /rating_in_range/],
      ['title', "'  '", /says_something/],
      ['"hiddenAt"', 'now()', /hidden_for_a_reason/],
      ['helpful', '-1', /helpful_not_negative/],
    ])('with %s = %s', async (column, value, constraint) => {
      await write('', '')
      await expect(run(`UPDATE "Review" SET ${column} = ${value}`)).rejects.toThrow(constraint)
    })

    it('a vote count that differs from its votes', async () => {
      await write('', '')
      await run(`INSERT INTO "ReviewVote" SELECT id, gen_random_uuid() FROM "Review", generate_series(1, 7)`)
      await run(`DELETE FROM "ReviewVote" WHERE "visitorId" IN (SELECT "visitorId" FROM "ReviewVote" LIMIT 2)`)
      expect(await postgres().review.findFirst()).toMatchObject({ helpful: 5 })
    })
  })

  it('to delete an order', async () => {
    await expect(run('DELETE FROM "Order"')).rejects.toThrow(/foreign key/i)
  })

  it.each([
    ['a total that is not subtotal − discount + shipping', 'total = total + 1', /Order_total_adds_up/],
    ['a subtotal that is not the sum of the lines', 'subtotal = subtotal + 1, total = total + 1', /do not sum up/],
    ['more VAT than the total', 'tax = total + 1', /Order_tax_within_total/],
    ['a discount of more than the goods', 'discount = 7000, total = subtotal - 7000 + shipping', /Order_/],
    ['a negative amount', 'shipping = -1, total = total - 1', /Order_amounts_not_negative/],
  ])('%s', async (_, change, fault) => {
    await expect(run(`UPDATE "Order" SET ${change} WHERE id = $1::uuid`, orderId)).rejects.toThrow(fault)
  })

  it('a line added to an existing order', async () => {
    const line = `SELECT "orderId", 1, sku, "productId", name, image, options, specs, "unitPrice", quantity, "taxRate", total`
    await expect(run(`INSERT INTO "OrderItem" ${line} FROM "OrderItem"`)).rejects.toThrow(/do not sum up/)
  })

  it.each([
    ['total = 1', /OrderItem_total_adds_up/],
    ['quantity = 0, total = 0', /OrderItem_quantity_positive/],
    ['quantity = -1, total = -6000', /OrderItem_quantity_positive/],
  ])('a line with %s', async (change, fault) => {
    const values = {
      quantity: '1',
      total: '6000',
      ...Object.fromEntries(change.split(', ').map((c) => c.split(' = '))),
    }
    const columns = `"orderId", 2, sku, "productId", name, options, specs, "unitPrice", ${values.quantity}, "taxRate", ${values.total}`
    await expect(
      run(`INSERT INTO "OrderItem" ("orderId", position, sku, "productId", name, options, specs, "unitPrice", quantity,
        "taxRate", total) SELECT ${columns} FROM "OrderItem"`),
    ).rejects.toThrow(fault)
  })

  it('a second order with the same key', async () => {
    const copy = `SELECT $1::uuid, "idempotencyKey", email, "emailKey", currency, 0, shipping, 0, shipping, "deliveryMethod", "expectedOn",
      "paymentMethod", "shippingAddress" FROM "Order"`
    await expect(
      run(
        `INSERT INTO "Order" (id, "idempotencyKey", email, "emailKey", currency, subtotal, shipping, tax, total, "deliveryMethod",
          "expectedOn", "paymentMethod", "shippingAddress") ${copy}`,
        randomUUID(),
      ),
    ).rejects.toThrow(/unique/i)
  })

  it.each([0, -1, 100])('%i units in a line of a cart', async (quantity) => {
    const cartId = await givenCart({ sku: 'LAMP' })
    await expect(
      run(`UPDATE "CartItem" SET quantity = $1 WHERE "cartId" = $2::uuid`, quantity, cartId),
    ).rejects.toThrow(/CartItem_quantity_in_range/)
  })

  it('a movement of zero units, or of an unknown SKU', async () => {
    const insert = (sku: string, delta: number) =>
      run(`INSERT INTO "StockMovement" (sku, delta, reason, actor) VALUES ($1, $2, 'RECEIPT', 'test')`, sku, delta)
    await expect(insert('LAMP', 0)).rejects.toThrow(/StockMovement_delta_not_zero/)
    await expect(insert('NONE', 1)).rejects.toThrow(/foreign key/i)
  })
})
