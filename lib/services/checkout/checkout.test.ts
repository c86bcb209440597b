import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { tagsOf } from '@/lib/cache'
import { quoteViewSchema } from '@/lib/contracts/checkout/checkout'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { acceptPrices, addToCart, getCart } from '../cart/cart'
import { getOrder } from '../orders/orders'
import {
  BOOKS,
  emptyStores,
  givenCart,
  givenProduct,
  guestInput,
  jobsIn,
  loggedExpiries,
  unbalancedSkus,
} from '../testing/fixtures'
import { placeOrder } from './checkout'
import { quote } from './quote'

const setPrice = (sku: string, price: number) =>
  products().updateOne({ 'variants.sku': sku }, { $set: { 'variants.0.price': price } })
const orderCount = () => postgres().order.count()

beforeEach(() => emptyStores())

describe('an order', () => {
  it('takes stock, freezes its lines, empties the cart and enqueues its mail in one transaction', async () => {
    await givenProduct({
      sku: 'HAL-14',
      name: 'Halden 14',
      price: 124_900,
      onHand: 4,
      options: { colour: 'Silver', memory: '16 GB', ssd: '512 GB' },
      specs: { weight: 1.3, ports: ['USB-C', 'HDMI'], touch: false },
    })
    await givenProduct({ sku: 'NOVEL', price: 1_490, category: BOOKS })
    const cartId = await givenCart({ sku: 'HAL-14' }, { sku: 'NOVEL', quantity: 2 })

    const { id, number } = await placeOrder({ cartId, input: guestInput(127_880) })

    const order = await getOrder(id)
    expect(number).toMatch(/^NX-\d{5,}$/)
    expect(order).toMatchObject({
      number,
      status: 'PENDING',
      subtotal: 127_880,
      shipping: 0,
      total: 127_880,
      tax: 19_942 + 195,
      taxes: [
        { rate: 1900, goods: 124_900, shipping: 0, tax: 19_942 },
        { rate: 700, goods: 2_980, shipping: 0, tax: 195 },
      ],
      address: { firstName: 'Ines', city: 'Hamburg' },
      events: [{ type: 'PLACED', note: null }],
    })
    expect(order?.items).toMatchObject([
      {
        sku: 'HAL-14',
        slug: 'hal-14',
        name: 'Halden 14',
        image: '/pictures/hal-14.webp',
        optionsText: 'Silver, 16 GB, 512 GB',
        specs: { weight: 1.3, ports: ['USB-C', 'HDMI'], touch: false },
        unitPrice: 124_900,
        taxRate: 1900,
      },
      { sku: 'NOVEL', quantity: 2, taxRate: 700, total: 2_980 },
    ])
    expect(
      await postgres().inventory.findMany({ orderBy: { sku: 'asc' }, select: { sku: true, onHand: true } }),
    ).toEqual([
      { sku: 'HAL-14', onHand: 3 },
      { sku: 'NOVEL', onHand: 8 },
    ])
    expect(await unbalancedSkus()).toEqual([])
    expect((await getCart(cartId)).lines).toEqual([])
    expect(await jobsIn('mail.order-confirmation')).toEqual([{ orderId: id }])
  })

  it('has the VAT and delivery price of its destination', async () => {
    await givenProduct({ sku: 'LAMP', price: 4_800 })
    const cartId = await givenCart({ sku: 'LAMP' })
    const input = guestInput(5_290)
    input.address = { ...input.address, postcode: '1010', city: 'Wien', country: 'AT' }

    const { id } = await placeOrder({ cartId, input })

    expect(await getOrder(id)).toMatchObject({ shipping: 490, total: 5_290, taxes: [{ rate: 2000, tax: 882 }] })
  })

  it('of staple food to Austria is taxed at 4.9 % from July 2026 on, and at 10 % before', async () => {
    await givenProduct({ sku: 'MILK', price: 219, taxClass: 'staple', category: BOOKS })
    const cartId = await givenCart({ sku: 'MILK', quantity: 5 })
    const inAustria = { country: 'AT', deliveryMethod: 'EXPRESS' } as const
    const rateOn = async (moment: string) => (await quote(cartId, inAustria, new Date(moment))).taxes[0]?.rate
    expect(await rateOn('2026-06-30T21:59:59Z')).toBe(1000)
    expect(await rateOn('2026-06-30T22:00:00Z')).toBe(490) // midnight in Vienna, so already 1 July there
  })

  it('costs as much as the quote', async () => {
    await givenProduct({ sku: 'LAMP', price: 4_800 })
    const cartId = await givenCart({ sku: 'LAMP' })
    const quoted = await quote(cartId, { country: 'DE', deliveryMethod: 'EXPRESS' })
    expect(quoted).toMatchObject({ subtotal: 4_800, shipping: 990, total: 5_790, tax: 924 })
    expect(quoteViewSchema.parse(quoted)).toEqual(quoted)

    const { id } = await placeOrder({ cartId, input: guestInput(5_790, { deliveryMethod: 'EXPRESS' }) })

    const { subtotal, shipping, total, tax, expectedOn } = quoted
    expect(await getOrder(id)).toMatchObject({ subtotal, shipping, total, tax, expectedOn })
  })

  it('expires pages only if the stock state they show changes', async () => {
    const lamp = await givenProduct({ sku: 'LAMP', price: 6_000, onHand: 7, lowStockThreshold: 5 })
    const buy = async (quantity: number) =>
      placeOrder({ cartId: await givenCart({ sku: 'LAMP', quantity }), input: guestInput(6_000 * quantity) })

    await buy(1)
    expect(await loggedExpiries()).toEqual([])
    await buy(1)
    await buy(1)
    await buy(4)

    const change = tagsOf({ productIds: [lamp._id.toHexString()], categories: [lamp.category] })
    expect((await loggedExpiries()).map((entry) => entry.tags)).toEqual([change, change])
  })

  it('of an empty cart is refused', async () => {
    await expect(placeOrder({ cartId: randomUUID(), input: guestInput(0) })).rejects.toMatchObject({
      code: 'cart_empty',
    })
  })

  it('of a cart that another tab has just ordered names that order', async () => {
    await givenProduct({ sku: 'LAMP', price: 6_000 })
    const cartId = await givenCart({ sku: 'LAMP' })
    const placed = await placeOrder({ cartId, input: guestInput(6_000) })
    const again = placeOrder({ cartId, input: guestInput(6_000) })
    await expect(again).rejects.toMatchObject({ code: 'cart_empty', details: { placed } })
  })

  it('with a total beyond its column’s range is refused', async () => {
    await givenProduct({ sku: 'YACHT', price: 100_000_000, onHand: 99 })
    const cartId = await givenCart({ sku: 'YACHT', quantity: 99 })
    await expect(placeOrder({ cartId, input: guestInput(0) })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe('a change during checkout', () => {
  it('of a price is reported for each line, not charged, and accepted by a second submit', async () => {
    await givenProduct({ sku: 'LAMP', name: 'Filament lamp', price: 6_000 })
    const cartId = await givenCart({ sku: 'LAMP' })
    await setPrice('LAMP', 7_000)
    const input = guestInput(6_000)

    await expect(placeOrder({ cartId, input })).rejects.toMatchObject({
      code: 'cart_changed',
      details: {
        lines: [{ sku: 'LAMP', name: 'Filament lamp', issue: { type: 'price_changed', from: 6_000, to: 7_000 } }],
        total: { from: 6_000, to: 7_000 },
      },
    })
    expect(await orderCount()).toBe(0)
    await expect(placeOrder({ cartId, input })).rejects.toMatchObject({ code: 'cart_changed', details: { lines: [] } })
    expect(await placeOrder({ cartId, input: { ...input, expectedTotal: 7_000 } })).toBeTruthy()
  })

  it('of a price that the shopper has accepted is not reported again', async () => {
    await givenProduct({ sku: 'LAMP', price: 6_000 })
    const cartId = await givenCart({ sku: 'LAMP' })
    await setPrice('LAMP', 7_000)
    await acceptPrices(cartId)
    expect((await getCart(cartId)).lines[0]?.issues).toEqual([])
    expect(await placeOrder({ cartId, input: guestInput(7_000) })).toBeTruthy()
  })

  it('of the total alone is reported, such as by a line added in another tab', async () => {
    await givenProduct({ sku: 'LAMP', price: 6_000 })
    const cartId = await givenCart({ sku: 'LAMP' })
    await addToCart({ cartId, sku: 'LAMP', quantity: 1 })
    await expect(placeOrder({ cartId, input: guestInput(6_000) })).rejects.toMatchObject({
      code: 'cart_changed',
      details: { lines: [], total: { from: 6_000, to: 12_000 } },
    })
  })

  it('that removes a product is reported, and its line stays for the shopper to remove', async () => {
    await givenProduct({ sku: 'LAMP', name: 'Filament lamp', price: 6_000 })
    const cartId = await givenCart({ sku: 'LAMP' })
    await products().updateOne({ slug: 'lamp' }, { $set: { status: 'archived' } })
    await expect(placeOrder({ cartId, input: guestInput(6_000) })).rejects.toMatchObject({
      code: 'cart_changed',
      details: { lines: [{ sku: 'LAMP', name: 'Filament lamp', issue: { type: 'gone' } }] },
    })
    expect((await getCart(cartId)).lines).toMatchObject([{ sku: 'LAMP', slug: null, issues: [{ type: 'gone' }] }])
  })

  it('of stock is reported with the units left of each SKU, and the cart stays', async () => {
    await givenProduct({ sku: 'LAMP', price: 3_000, onHand: 5 })
    await givenProduct({ sku: 'BOWL', price: 3_000, onHand: 2 })
    await givenProduct({ sku: 'VASE', price: 3_000, onHand: 9 })
    const cartId = await givenCart({ sku: 'LAMP', quantity: 5 }, { sku: 'BOWL', quantity: 1 }, { sku: 'VASE' })
    await placeOrder({
      cartId: await givenCart({ sku: 'LAMP', quantity: 2 }, { sku: 'BOWL', quantity: 2 }),
      input: guestInput(12_000),
    })

    await expect(placeOrder({ cartId, input: guestInput(21_000) })).rejects.toMatchObject({
      code: 'out_of_stock',
      details: {
        lines: [
          { sku: 'LAMP', issue: { type: 'short', left: 3 } },
          { sku: 'BOWL', issue: { type: 'sold_out' } },
        ],
      },
    })
    expect((await getCart(cartId)).lines).toHaveLength(3)
    expect(await unbalancedSkus()).toEqual([])
    expect(await orderCount()).toBe(1)
  })

  it('that removes a SKU from Postgres is a shortage', async () => {
    await givenProduct({ sku: 'LAMP', price: 6_000 })
    const cartId = await givenCart({ sku: 'LAMP' })
    await postgres().$executeRaw`TRUNCATE "Inventory" CASCADE`
    await expect(placeOrder({ cartId, input: guestInput(6_000) })).rejects.toMatchObject({ code: 'out_of_stock' })
  })
})

describe('the same idempotency key', () => {
  const given = async () => {
    await givenProduct({ sku: 'LAMP', price: 6_000 })
    const cartId = await givenCart({ sku: 'LAMP' })
    const input = guestInput(6_000)
    return { cartId, input, first: await placeOrder({ cartId, input }) }
  }

  it('with the same content returns the same order, also from another cart', async () => {
    const { cartId, input, first } = await given()
    expect(await placeOrder({ cartId, input })).toEqual(first)
    expect(await placeOrder({ cartId: await givenCart({ sku: 'LAMP' }), input })).toEqual(first)
    expect(await orderCount()).toBe(1)
  })

  it('with another cart is outdated, and a new key orders that cart', async () => {
    const { cartId, input, first } = await given()
    await addToCart({ cartId, sku: 'LAMP', quantity: 2 })
    for (const expectedTotal of [6_000, 12_000])
      await expect(placeOrder({ cartId, input: { ...input, expectedTotal } })).rejects.toMatchObject({
        code: 'out_of_date',
        details: { placed: first },
      })
    expect((await getCart(cartId)).lines).toMatchObject([{ sku: 'LAMP', quantity: 2 }])
    expect(await placeOrder({ cartId, input: guestInput(12_000) })).not.toEqual(first)
  })

  it('is outdated for the same goods added to the cart after the order', async () => {
    const { cartId, input } = await given()
    await addToCart({ cartId, sku: 'LAMP', quantity: 1 })
    await expect(placeOrder({ cartId, input })).rejects.toMatchObject({ code: 'out_of_date' })
    expect((await getCart(cartId)).count).toBe(1)
  })

  it.each<[string, Partial<ReturnType<typeof guestInput>>]>([
    ['address', { address: { ...guestInput(0).address, street: 'Neuer Wall 1' } }],
    ['e-mail', { email: 'mara@example.com' }],
    ['delivery', { deliveryMethod: 'EXPRESS' }],
    ['payment', { paymentMethod: 'ON_DELIVERY' }],
  ])('with another %s is out of date, though the cart is empty by now', async (_, changes) => {
    const { cartId, input } = await given()
    await expect(placeOrder({ cartId, input: { ...input, ...changes } })).rejects.toMatchObject({ code: 'out_of_date' })
    expect(await orderCount()).toBe(1)
  })

  it('sent many times at once places one order and sends one mail', async () => {
    await givenProduct({ sku: 'LAMP', price: 6_000 })
    const cartId = await givenCart({ sku: 'LAMP' })
    const otherCart = await givenCart({ sku: 'LAMP' })
    const input = guestInput(6_000)
    const attempts = Array.from({ length: 20 }, (_, i) => placeOrder({ cartId: i % 4 ? cartId : otherCart, input }))
    const placed = await Promise.all(attempts)
    expect(new Set(placed.map(({ id }) => id)).size).toBe(1)
    expect(await orderCount()).toBe(1)
    expect(await jobsIn('mail.order-confirmation')).toHaveLength(1)
    expect((await postgres().inventory.findUnique({ where: { sku: 'LAMP' } }))?.onHand).toBe(9)
  })
})

it('two tabs with different keys buy the same cart once', async () => {
  await givenProduct({ sku: 'LAMP', price: 6_000 })
  const cartId = await givenCart({ sku: 'LAMP' })
  const results = await Promise.allSettled([1, 2, 3, 4].map(() => placeOrder({ cartId, input: guestInput(6_000) })))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'cart_empty' })
  expect(await orderCount()).toBe(1)
})
