import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { emptyStores, givenCart, givenProduct } from '../testing/fixtures'
import { acceptPrices, addToCart, changeQuantity, cleanUpCarts, getCart, removeFromCart } from './cart'

const DAY_MS = 86_400_000

beforeEach(() => emptyStores())

describe('adding to the cart', () => {
  it('creates the cart, and adds up units of the same SKU', async () => {
    await givenProduct({
      sku: 'LAMP',
      name: 'Filament lamp',
      price: 4_800,
      options: { finish: 'Brass', socket: 'E27' },
    })
    const cartId = randomUUID()
    expect(await addToCart({ cartId, sku: 'LAMP', quantity: 2 })).toEqual({ quantity: 2, notice: null })
    expect(await addToCart({ cartId, sku: 'LAMP', quantity: 1 })).toEqual({ quantity: 3, notice: null })
    expect(await getCart(cartId)).toMatchObject({
      lines: [
        {
          sku: 'LAMP',
          slug: 'lamp',
          name: 'Filament lamp',
          image: '/pictures/lamp.webp',
          optionsText: 'Brass, E27',
          unitPrice: 4_800,
          wasPrice: null,
          quantity: 3,
          total: 14_400,
          left: null,
          issues: [],
        },
      ],
      count: 3,
      subtotal: 14_400,
      delivery: { standard: 0, express: 990, freeFrom: 6_000, missingForFree: 0 },
    })
  })

  it('loses none of many concurrent additions', async () => {
    await givenProduct({ sku: 'LAMP', onHand: 99 })
    await givenProduct({ sku: 'BOWL', onHand: 99 })
    const cartId = randomUUID()
    const adds = Array.from({ length: 40 }, (_, i) => addToCart({ cartId, sku: i % 2 ? 'LAMP' : 'BOWL', quantity: 1 }))
    await Promise.all(adds)
    const { lines } = await getCart(cartId)
    expect(Object.fromEntries(lines.map(({ sku, quantity }) => [sku, quantity]))).toEqual({ LAMP: 20, BOWL: 20 })
  })

  it('never exceeds stock, even concurrently, and reports how many are left', async () => {
    await givenProduct({ sku: 'LAMP', onHand: 3 })
    const cartId = randomUUID()
    expect(await addToCart({ cartId, sku: 'LAMP', quantity: 5 })).toEqual({
      quantity: 3,
      notice: { type: 'only_left', left: 3 },
    })
    await Promise.all(Array.from({ length: 5 }, () => addToCart({ cartId, sku: 'LAMP', quantity: 2 })))
    expect((await getCart(cartId)).lines).toMatchObject([{ quantity: 3, left: 3, issues: [] }])
  })

  it('allows at most 99 units of a SKU', async () => {
    await givenProduct({ sku: 'SCREW', onHand: 1_000 })
    const cartId = await givenCart({ sku: 'SCREW', quantity: 90 })
    expect(await addToCart({ cartId, sku: 'SCREW', quantity: 20 })).toEqual({
      quantity: 99,
      notice: { type: 'at_most', max: 99 },
    })
  })

  it('allows at most 100 different SKUs, but more units of those', async () => {
    const skus = Array.from({ length: 101 }, (_, i) => `SKU-${i}`)
    for (const sku of skus) await givenProduct({ sku })
    const cartId = await givenCart(...skus.slice(0, 100).map((sku) => ({ sku })))
    await expect(addToCart({ cartId, sku: 'SKU-100', quantity: 1 })).rejects.toMatchObject({ code: 'cart_full' })
    expect(await addToCart({ cartId, sku: 'SKU-0', quantity: 1 })).toMatchObject({ quantity: 2 })
  })

  it('is refused for SKUs that are sold out, unknown or not for sale', async () => {
    await givenProduct({ sku: 'SOLD', onHand: 0 })
    await givenProduct({ sku: 'DRAFT', status: 'draft' })
    await givenProduct({ sku: 'UNCOUNTED', onHand: null })
    const add = (sku: string) => addToCart({ cartId: randomUUID(), sku, quantity: 1 })
    await expect(add('SOLD')).rejects.toMatchObject({ code: 'out_of_stock' })
    await expect(add('UNCOUNTED')).rejects.toMatchObject({ code: 'out_of_stock' })
    await expect(add('DRAFT')).rejects.toMatchObject({ code: 'not_found' })
    await expect(add('NONE')).rejects.toMatchObject({ code: 'not_found' })
    expect(await postgres().cartItem.count()).toBe(0)
  })
})

describe('the price shown on the page', () => {
  const add = (cartId: string, seenUnitPrice: number) => addToCart({ cartId, sku: 'LAMP', quantity: 1, seenUnitPrice })
  const issues = async (cartId: string) => (await getCart(cartId)).lines.map((line) => line.issues)

  it('is reported as changed if it is not the current price, such as after a sale', async () => {
    await givenProduct({ sku: 'LAMP', price: 600 })
    const cartId = randomUUID()
    await add(cartId, 500)
    expect(await getCart(cartId)).toMatchObject({ subtotal: 600 })
    expect(await issues(cartId)).toEqual([[{ type: 'price_changed', from: 500, to: 600 }]])
  })

  it('is reported even if the line already had the current price', async () => {
    await givenProduct({ sku: 'LAMP', price: 600 })
    const cartId = await givenCart({ sku: 'LAMP' })
    await add(cartId, 500)
    expect(await issues(cartId)).toEqual([[{ type: 'price_changed', from: 500, to: 600 }]])
  })

  it('does not hide an earlier change of the line if it is current', async () => {
    await givenProduct({ sku: 'LAMP', price: 500 })
    const cartId = await givenCart({ sku: 'LAMP' })
    await products().updateOne({ slug: 'lamp' }, { $set: { 'variants.0.price': 600 } })
    await add(cartId, 600)
    expect(await issues(cartId)).toEqual([[{ type: 'price_changed', from: 500, to: 600 }]])
  })
})

describe('changing the cart', () => {
  it('sets a quantity, clipped to stock', async () => {
    await givenProduct({ sku: 'LAMP', onHand: 7 })
    const cartId = await givenCart({ sku: 'LAMP' })
    expect(await changeQuantity({ cartId, sku: 'LAMP', quantity: 4 })).toEqual({ quantity: 4, notice: null })
    expect(await changeQuantity({ cartId, sku: 'LAMP', quantity: 9 })).toEqual({
      quantity: 7,
      notice: { type: 'only_left', left: 7 },
    })
  })

  it('puts a removed line back in its place, with what is left', async () => {
    for (const sku of ['LAMP', 'BOWL', 'CUP']) await givenProduct({ sku, onHand: 7 })
    const cartId = await givenCart({ sku: 'LAMP' }, { sku: 'BOWL', quantity: 4 }, { sku: 'CUP' })
    const removed = await removeFromCart({ cartId, sku: 'BOWL' })
    expect(removed).toMatchObject({ sku: 'BOWL', quantity: 4 })
    await postgres().inventory.update({ where: { sku: 'BOWL' }, data: { onHand: 2 } })
    expect(await addToCart({ cartId, ...removed! })).toEqual({ quantity: 2, notice: { type: 'only_left', left: 2 } })
    expect((await getCart(cartId)).lines.map(({ sku, quantity, hasAll }) => [sku, quantity, hasAll])).toEqual([
      ['LAMP', 1, false],
      ['BOWL', 2, true],
      ['CUP', 1, false],
    ])
  })

  it('returns nothing for a line that was not there to remove', async () => {
    await givenProduct({ sku: 'LAMP' })
    expect(await removeFromCart({ cartId: await givenCart({ sku: 'LAMP' }), sku: 'BOWL' })).toBeNull()
    expect(await removeFromCart({ cartId: randomUUID(), sku: 'LAMP' })).toBeNull()
  })

  it('does not restore a line that another tab removed', async () => {
    await givenProduct({ sku: 'LAMP' })
    const cartId = await givenCart({ sku: 'LAMP' })
    await removeFromCart({ cartId, sku: 'LAMP' })
    await removeFromCart({ cartId, sku: 'LAMP' })
    await expect(changeQuantity({ cartId, sku: 'LAMP', quantity: 2 })).rejects.toMatchObject({ code: 'not_found' })
    expect((await getCart(cartId)).lines).toEqual([])
  })

  it('keeps reporting a changed price until it is accepted', async () => {
    await givenProduct({ sku: 'LAMP', price: 500 })
    const cartId = await givenCart({ sku: 'LAMP' })
    await products().updateOne({ slug: 'lamp' }, { $set: { 'variants.0.price': 600 } })
    await addToCart({ cartId, sku: 'LAMP', quantity: 1 })
    const issues = [{ type: 'price_changed', from: 500, to: 600 }]
    expect((await getCart(cartId)).lines).toMatchObject([{ unitPrice: 600, quantity: 2, total: 1_200, issues }])
    await acceptPrices(cartId)
    expect((await getCart(cartId)).lines).toMatchObject([{ unitPrice: 600, issues: [] }])
  })
})

describe('the cart', () => {
  it('is empty without a cart id', async () => {
    const empty = { lines: [], count: 0, subtotal: 0, delivery: { missingForFree: 6_000 } }
    expect(await getCart(null)).toMatchObject(empty)
    expect(await getCart(randomUUID())).toMatchObject(empty)
  })

  it('reports for each line whether it is short, sold out or gone; gone lines cost nothing', async () => {
    for (const sku of ['SHORT', 'SOLD', 'GONE', 'FINE']) await givenProduct({ sku, price: 1_000, onHand: 9 })
    const cartId = await givenCart(...['SHORT', 'SOLD', 'GONE', 'FINE'].map((sku) => ({ sku, quantity: 2 })))
    await postgres().inventory.update({ where: { sku: 'SHORT' }, data: { onHand: 1 } })
    await postgres().inventory.update({ where: { sku: 'SOLD' }, data: { onHand: 0 } })
    await products().deleteOne({ slug: 'gone' })
    const { lines, subtotal, count } = await getCart(cartId)
    expect(Object.fromEntries(lines.map(({ sku, issues }) => [sku, issues]))).toEqual({
      SHORT: [{ type: 'short', left: 1 }],
      SOLD: [{ type: 'sold_out' }],
      GONE: [{ type: 'gone' }],
      FINE: [],
    })
    expect({ subtotal, count }).toEqual({ subtotal: 6_000, count: 6 })
  })

  it('names an unavailable line as when it was added', async () => {
    const options = { finish: 'Brass', socket: 'E27' }
    await givenProduct({ sku: 'LAMP', name: 'Filament lamp', options })
    const cartId = randomUUID()
    await addToCart({ cartId, sku: 'LAMP', quantity: 1 })
    await products().deleteOne({ slug: 'lamp' })
    expect((await getCart(cartId)).lines).toMatchObject([{ name: 'Filament lamp', optionsText: 'Brass, E27' }])
    await postgres().cartItem.updateMany({ data: { name: null } }) // older versions stored no name
    expect((await getCart(cartId)).lines).toMatchObject([{ name: 'An item that has left the shop' }])
  })

  it('survives an invalid document: its line counts as gone, and the fault is logged', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => {})
    await givenProduct({ sku: 'FINE', price: 1_000 })
    await givenProduct({ sku: 'BROKEN', price: 1_000 })
    const cartId = await givenCart({ sku: 'BROKEN' }, { sku: 'FINE' })
    const backwards = { price: 1, startsAt: new Date(2), endsAt: new Date(1) }
    await products().updateOne({ slug: 'broken' }, { $set: { 'variants.0.sale': backwards } })
    const { lines, subtotal } = await getCart(cartId)
    expect(lines).toMatchObject([{ sku: 'BROKEN', issues: [{ type: 'gone' }] }, { sku: 'FINE' }])
    expect(subtotal).toBe(1_000)
    expect(report).toHaveBeenCalledOnce()
    report.mockRestore()
  })

  it('strikes through the lowest price of the 30 days before a sale, only if the price fell', async () => {
    const now = Date.now()
    const sale = { price: 800, startsAt: new Date(now - DAY_MS), endsAt: new Date(now + DAY_MS) }
    for (const sku of ['HONEST', 'SAME', 'PLAIN']) {
      const { _id } = await givenProduct({ sku, price: 1_000, sale: sku === 'PLAIN' ? undefined : sale })
      const entry = { sku, productId: _id.toHexString() }
      const before = { ...entry, price: sku === 'SAME' ? 800 : 900, validFrom: new Date(now - 40 * DAY_MS) }
      const reduced = { ...entry, price: 800, validFrom: sale.startsAt, validUntil: sale.endsAt }
      await postgres().priceChange.createMany({ data: sku === 'PLAIN' ? [before] : [before, reduced] })
    }
    const cartId = await givenCart({ sku: 'HONEST' }, { sku: 'SAME' }, { sku: 'PLAIN' })
    const { lines } = await getCart(cartId)
    expect(Object.fromEntries(lines.map(({ sku, unitPrice, wasPrice }) => [sku, { unitPrice, wasPrice }]))).toEqual({
      HONEST: { unitPrice: 800, wasPrice: 900 },
      SAME: { unitPrice: 800, wasPrice: null },
      PLAIN: { unitPrice: 1_000, wasPrice: null },
    })
  })

  it('is deleted after 30 days without a change', async () => {
    await givenProduct({ sku: 'LAMP' })
    const old = await givenCart({ sku: 'LAMP' })
    const touched = await givenCart({ sku: 'LAMP' })
    const fresh = await givenCart({ sku: 'LAMP' })
    const updatedAt = new Date(Date.now() - 31 * DAY_MS)
    await postgres().cart.updateMany({ where: { id: { in: [old, touched] } }, data: { updatedAt } })
    await addToCart({ cartId: touched, sku: 'LAMP', quantity: 1 })
    expect(await cleanUpCarts()).toBe(1)
    const kept = await postgres().cart.findMany({ select: { id: true } })
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set([touched, fresh]))
    expect(await postgres().cartItem.count()).toBe(2)
  })

  it('abandoned after one change is deleted sooner if there are too many, oldest first, except recent ones', async () => {
    const now = Date.now() // read once: a cart counts as unchanged if both times are the same to the millisecond
    const ago = (hours: number) => new Date(now - (hours * DAY_MS) / 24)
    const begun = async (hours: number, touchedAgain = false) =>
      (
        await postgres().cart.create({
          data: { createdAt: ago(hours), updatedAt: ago(touchedAgain ? hours - 1 : hours) },
        })
      ).id
    const [, oldest, old] = [await begun(1), await begun(50), await begun(40)]
    const kept = [await begun(30), await begun(20), await begun(60, true)]
    expect(await cleanUpCarts(new Date(), 2)).toBe(2)
    const left = (await postgres().cart.findMany({ select: { id: true } })).map(({ id }) => id)
    expect(left).toEqual(expect.arrayContaining(kept))
    expect(left).not.toContain(oldest)
    expect(left).not.toContain(old)
    expect(left).toHaveLength(4)
  })
})
