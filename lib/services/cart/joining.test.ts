import { beforeEach, describe, expect, it } from 'vitest'
import { products } from '@/lib/db/mongo'
import { postgres, transaction } from '@/lib/db/postgres'
import { emptyStores, givenCart, givenProduct } from '../testing/fixtures'
import { createPerson } from '../testing/people'
import { getCart } from './cart'
import { ensureUserCart, joinCarts, restoreSavedCart } from './joining'

let userId: string
let ownId: string

beforeEach(async () => {
  await emptyStores()
  for (const sku of ['LAMP', 'BOWL', 'SOFA']) await givenProduct({ sku, onHand: 5 })
  userId = await createPerson()
  await transaction((tx) => ensureUserCart(tx, userId))
  ownId = (await postgres().cart.findFirstOrThrow({ where: { userId } })).id
})

const join = (guestCartId: string | null, isCheckingOut = false) => joinCarts({ userId, guestCartId, isCheckingOut })

async function fillOwn(...lines: Parameters<typeof givenCart>): Promise<void> {
  const other = await givenCart(...lines)
  await postgres().cartItem.updateMany({ where: { cartId: other }, data: { cartId: ownId } })
}

async function own(): Promise<Record<string, number>> {
  const { lines } = await getCart(ownId)
  return Object.fromEntries(lines.map(({ sku, quantity }) => [sku, quantity]))
}

describe('a guest’s cart that joins an account', () => {
  it('adds its lines; of what is in both, the larger quantity counts', async () => {
    await fillOwn({ sku: 'LAMP', quantity: 3 }, { sku: 'BOWL', quantity: 1 })
    const guest = await givenCart({ sku: 'LAMP', quantity: 2 }, { sku: 'BOWL', quantity: 4 }, { sku: 'SOFA' })
    expect(await join(guest)).toEqual({ joined: 3, clipped: [], leftOut: [], saved: 0 })
    expect(await own()).toEqual({ LAMP: 3, BOWL: 4, SOFA: 1 })
    expect(await postgres().cart.findUnique({ where: { id: guest } })).toBeNull()
  })

  it('changes nothing the second time, also by ten sign-ins at once', async () => {
    const guest = await givenCart({ sku: 'LAMP', quantity: 2 })
    const all = await Promise.all(Array.from({ length: 10 }, () => join(guest)))
    expect(all.filter((notice) => notice !== null)).toHaveLength(1)
    expect(await join(guest)).toBeNull()
    expect(await own()).toEqual({ LAMP: 2 })
  })

  it('with 65 lines is complete after two sign-ins at once', async () => {
    const skus = Array.from({ length: 65 }, (_, index) => `THING-${index}`)
    for (const sku of skus) await givenProduct({ sku, slug: sku.toLowerCase() })
    const guest = await givenCart(...skus.map((sku) => ({ sku })))
    await Promise.all([join(guest), join(guest)])
    expect(Object.keys(await own()).sort()).toEqual([...skus].sort())
  })

  it('is reduced to the stock, which is told, and a line that is short fails nothing', async () => {
    await fillOwn({ sku: 'LAMP', quantity: 1 })
    const guest = await givenCart({ sku: 'LAMP', quantity: 9 }, { sku: 'BOWL', quantity: 2 })
    await postgres().inventory.update({ where: { sku: 'BOWL' }, data: { onHand: 0 } })
    expect(await join(guest)).toMatchObject({ clipped: [{ name: 'Product LAMP', wanted: 9, quantity: 5 }] })
    expect(await own()).toEqual({ LAMP: 5, BOWL: 2 })
    expect((await getCart(ownId)).lines.find(({ sku }) => sku === 'BOWL')?.issues).toEqual([{ type: 'sold_out' }])
  })

  it('shows each change of price that either cart has not seen', async () => {
    await fillOwn({ sku: 'LAMP' })
    await products().updateOne({ 'variants.sku': 'LAMP' }, { $set: { 'variants.0.price': 1_200 } })
    const guest = await givenCart({ sku: 'BOWL' })
    await postgres().cartItem.createMany({
      data: [{ cartId: guest, sku: 'LAMP', productId: '0'.repeat(24), quantity: 1, seenUnitPrice: 1_200 }],
    })
    await join(guest)
    expect((await getCart(ownId)).lines.find(({ sku }) => sku === 'LAMP')?.issues).toEqual([
      { type: 'price_changed', from: 1_000, to: 1_200 },
    ])
  })

  it('of somebody else is never taken over', async () => {
    const other = await createPerson({ email: 'mara@example.com' })
    await transaction((tx) => ensureUserCart(tx, other))
    const theirs = await postgres().cart.findFirstOrThrow({ where: { userId: other } })
    const guest = await givenCart({ sku: 'LAMP' })
    await postgres().cartItem.updateMany({ where: { cartId: guest }, data: { cartId: theirs.id } })
    expect(await join(theirs.id)).toBeNull()
    expect(await own()).toEqual({})
    expect(await postgres().cartItem.count({ where: { cartId: theirs.id } })).toBe(1)
  })

  it('that is empty, unknown or missing joins nothing', async () => {
    expect(await join(null)).toBeNull()
    expect(await join('00000000-0000-4000-8000-000000000000')).toBeNull()
    expect(await join(await givenCart())).toBeNull()
  })
})

describe('signing in during a checkout', () => {
  it('leaves what is being bought alone, and saves the rest for later', async () => {
    await fillOwn({ sku: 'LAMP', quantity: 1 }, { sku: 'BOWL', quantity: 2 })
    const guest = await givenCart({ sku: 'LAMP', quantity: 2 }, { sku: 'SOFA' })
    expect(await join(guest, true)).toMatchObject({ joined: 2, saved: 1 })
    expect(await own()).toEqual({ LAMP: 2, SOFA: 1 })
    expect(await restoreSavedCart(userId)).toMatchObject({ joined: 1 })
    expect(await own()).toEqual({ LAMP: 2, SOFA: 1, BOWL: 2 })
    expect(await restoreSavedCart(userId)).toBeNull()
  })
})
