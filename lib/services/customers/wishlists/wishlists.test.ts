import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { products } from '@/lib/db/mongo'
import { postgres, transaction } from '@/lib/db/postgres'
import { release } from '../../inventory/inventory'
import { emptyStores, givenProduct } from '../../testing/fixtures'
import { createPerson } from '../../testing/people'
import { joinHearts, moveSaved, removeSaved, restoreSaved, savedProductIds, saveProduct } from './items'
import {
  cleanUpWishlists,
  createWishlist,
  deleteWishlist,
  listWishlists,
  renameWishlist,
  restoreWishlist,
  shareWishlist,
  unshareWishlist,
} from './lists'
import { similarToSaved, wishlistToCart } from './uses'
import { savedNews, viewSharedWishlist, viewWishlist } from './views'

let ines: string
let maya: string

beforeEach(async () => {
  await emptyStores()
  ines = await createPerson()
  maya = await createPerson({ email: 'maya@example.com', name: 'Maya Okafor' })
})

/** Creates a product, puts it on the default list of Ines, and returns its id and that of the item. */
async function givenSaved(sku: string, changes: Partial<Parameters<typeof givenProduct>[0]> = {}) {
  const document = await givenProduct({ sku, ...changes })
  const productId = document._id.toHexString()
  await saveProduct(ines, { productId })
  const { id: itemId } = await postgres().wishlistItem.findFirstOrThrow({ where: { productId } })
  return { productId, itemId }
}

const namesOn = async (userId: string, id: string | null = null) =>
  (await viewWishlist(userId, id))?.items.map(({ name }) => name)

describe('a list', () => {
  it('starts as "Everything else", to which hearts go, the newest first', async () => {
    await givenSaved('A')
    await givenSaved('B')
    expect(await listWishlists(ines)).toMatchObject([{ name: 'Everything else', isDefault: true, count: 2 }])
    expect(await namesOn(ines)).toEqual(['Product B', 'Product A'])
  })

  it('can be made, renamed, deleted and put back', async () => {
    await givenSaved('A')
    const { id } = await createWishlist({ userId: ines, name: 'Kitchen' })
    await renameWishlist({ userId: ines, id, name: 'Bath' })
    expect((await listWishlists(ines)).map(({ name }) => name)).toEqual(['Everything else', 'Bath'])
    expect(await deleteWishlist(ines, id)).toEqual({ name: 'Bath' })
    expect(await deleteWishlist(ines, id)).toBeNull()
    expect(await viewWishlist(ines, id)).toBeNull()
    await restoreWishlist(ines, id)
    expect(await viewWishlist(ines, id)).not.toBeNull()
  })

  it('that hearts go to cannot be renamed or deleted', async () => {
    await givenSaved('A')
    const [everything] = await listWishlists(ines)
    expect(await deleteWishlist(ines, everything!.id)).toBeNull()
    const renamed = renameWishlist({ userId: ines, id: everything!.id, name: 'Kitchen' })
    await expect(renamed).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is one of 20 at most, also if many are made at once', async () => {
    const made = await Promise.allSettled(
      Array.from({ length: 22 }, (_, index) => createWishlist({ userId: ines, name: `List ${index}` })),
    )
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(19)
    expect(await listWishlists(ines)).toHaveLength(20)
  })

  it('has room for 200 things', async () => {
    const { productId } = await givenSaved('A')
    const { wishlistId } = await postgres().wishlistItem.findFirstOrThrow({ where: { productId } })
    await postgres().wishlistItem.createMany({
      data: Array.from({ length: 199 }, (_, index) => ({
        ...{ id: randomUUID(), wishlistId, savedPrice: 100, name: 'Old', category: 'books' },
        productId: index.toString(16).padStart(24, '0'),
      })),
    })
    const document = await givenProduct({ sku: 'B' })
    const more = { productId: document._id.toHexString() }
    await expect(saveProduct(ines, more)).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await joinHearts(ines, [more])).toBe(0)
    const { id: to } = await createWishlist({ userId: ines, name: 'Kitchen' })
    const [item] = await postgres().wishlistItem.findMany({ where: { productId } })
    await moveSaved({ userId: ines, itemId: item!.id, to })
    await saveProduct(ines, more)
    const back = moveSaved({ userId: ines, itemId: item!.id, to: wishlistId })
    await expect(back).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await namesOn(ines, to)).toEqual(['Product A'])
  })

  it('that was deleted a day ago is gone for good, and so is what was taken off', async () => {
    const { itemId } = await givenSaved('A')
    const { id } = await createWishlist({ userId: ines, name: 'Kitchen' })
    await deleteWishlist(ines, id)
    await removeSaved(ines, { itemId })
    await cleanUpWishlists(new Date(Date.now() + 86_500_000))
    expect(await postgres().wishlist.count({ where: { id } })).toBe(0)
    expect(await postgres().wishlistItem.count()).toBe(0)
  })
})

describe('a thing', () => {
  it('is saved once, wherever it is', async () => {
    const { productId, itemId } = await givenSaved('A')
    const { id: to } = await createWishlist({ userId: ines, name: 'Kitchen' })
    await moveSaved({ userId: ines, itemId, to })
    await saveProduct(ines, { productId })
    expect(await namesOn(ines)).toEqual([])
    expect(await namesOn(ines, to)).toEqual(['Product A'])
    expect(await savedProductIds(ines)).toEqual([productId])
  })

  it('can be taken off and put back, with the price at which it was saved', async () => {
    const { itemId } = await givenSaved('A', { price: 5500 })
    await products().updateOne({ slug: 'a' }, { $set: { 'variants.0.price': 4400 } })
    expect(await removeSaved(ines, { itemId })).toEqual([{ id: itemId, name: 'Product A' }])
    expect(await namesOn(ines)).toEqual([])
    await restoreSaved(ines, [itemId])
    expect((await viewWishlist(ines, null))?.items).toMatchObject([{ savedPrice: 5500, price: 4400, percent: 0 }])
    expect(await savedNews(ines)).toEqual({ count: 1, cheaper: 1 })
  })

  it('that was taken off can be saved again, at the price of that day', async () => {
    const { productId, itemId } = await givenSaved('A', { price: 5500 })
    await removeSaved(ines, { productId })
    await products().updateOne({ slug: 'a' }, { $set: { 'variants.0.price': 4400 } })
    await saveProduct(ines, { productId })
    expect((await viewWishlist(ines, null))?.items).toMatchObject([{ savedPrice: 4400 }])
    await restoreSaved(ines, [itemId])
    expect(await namesOn(ines)).toEqual(['Product A'])
  })

  it('has a percentage only against the lowest price of 30 days', async () => {
    const [startsAt, endsAt] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)]
    const { productId } = await givenSaved('A', { price: 5500, sale: { price: 4400, startsAt, endsAt } })
    await postgres().priceChange.createMany({
      data: [
        { sku: 'A', productId, price: 5500, validFrom: new Date(0) },
        { sku: 'A', productId, price: 4400, validFrom: startsAt, validUntil: endsAt },
      ],
    })
    expect((await viewWishlist(ines, null))?.items).toMatchObject([{ price: 4400, was: 5500, percent: 20 }])
  })

  it('says that it is sold out, and then that it is back', async () => {
    await givenSaved('A', { onHand: 0 })
    expect((await viewWishlist(ines, null))?.items).toMatchObject([{ state: 'out', backSince: null }])
    await transaction((tx) => release(tx, [{ sku: 'A', quantity: 2 }], { reason: 'RETURN', actor: 'test' }))
    const [item] = (await viewWishlist(ines, null))?.items ?? []
    expect(item).toMatchObject({ state: 'here', left: 2, backSince: expect.any(String) })
  })

  it('that has left the shop stays, with its name, its last price and what is similar', async () => {
    const { itemId } = await givenSaved('A', { price: 3900 })
    await products().deleteOne({ slug: 'a' })
    const [item] = (await viewWishlist(ines, null))?.items ?? []
    expect(item).toMatchObject({ state: 'gone', name: 'Product A', price: 3900, href: null, sku: null })
    expect(await similarToSaved(ines, itemId)).toMatchObject({ name: 'Product A', category: 'electronics/laptops' })
  })

  it('goes into the cart unless it is sold out or gone', async () => {
    await givenSaved('A')
    await givenSaved('B', { onHand: 0 })
    const [{ id } = { id: '' }] = await listWishlists(ines)
    const cartId = randomUUID()
    expect(await wishlistToCart({ userId: ines, id, cartId })).toBe(1)
    expect(await postgres().cartItem.findMany({ select: { sku: true, quantity: true } })).toEqual([
      { sku: 'A', quantity: 1 },
    ])
  })
})

describe('the hearts of a guest', () => {
  it('join "Everything else" once, in their order, without what is gone', async () => {
    const [a, b] = [await givenProduct({ sku: 'A' }), await givenProduct({ sku: 'B' })]
    const hearts = [a._id, b._id].map((id) => ({ productId: id.toHexString() }))
    const gone = { productId: 'f'.repeat(24) }
    expect(await joinHearts(ines, [...hearts, gone])).toBe(2)
    expect(await joinHearts(ines, hearts)).toBe(0)
    expect(await namesOn(ines)).toEqual(['Product A', 'Product B'])
  })

  it('join once if two tabs bring them at the same time', async () => {
    const { _id } = await givenProduct({ sku: 'A' })
    const hearts = [{ productId: _id.toHexString(), sku: 'A' }]
    const joined = await Promise.all([joinHearts(ines, hearts), joinHearts(ines, hearts)])
    expect(joined.toSorted()).toEqual([0, 1])
  })
})

describe('a shared list', () => {
  it('shows things and the first name to everybody who has the link', async () => {
    await givenSaved('A', { price: 4400 })
    const [{ id } = { id: '' }] = await listWishlists(ines)
    const { shareToken } = await shareWishlist(ines, id)
    expect(await viewSharedWishlist(shareToken)).toEqual({
      name: 'Everything else',
      firstName: 'Ines',
      items: [expect.objectContaining({ name: 'Product A', price: 4400, state: 'here' })],
    })
    expect(JSON.stringify(await viewSharedWishlist(shareToken))).not.toMatch(/Halvorsen|example\.com|savedAt/)
  })

  it('has one link: a new one ends the old one, and switching it off ends both', async () => {
    const { id } = await createWishlist({ userId: ines, name: 'Kitchen' })
    const first = await shareWishlist(ines, id)
    const second = await shareWishlist(ines, id)
    expect(await viewSharedWishlist(first.shareToken)).toBeNull()
    expect(await viewSharedWishlist(second.shareToken)).not.toBeNull()
    await unshareWishlist(ines, id)
    expect(await viewSharedWishlist(second.shareToken)).toBeNull()
  })

  it('is not there while it is deleted, or its owner is on hold', async () => {
    const { id } = await createWishlist({ userId: ines, name: 'Kitchen' })
    const { shareToken } = await shareWishlist(ines, id)
    await deleteWishlist(ines, id)
    expect(await viewSharedWishlist(shareToken)).toBeNull()
    await restoreWishlist(ines, id)
    await postgres().user.update({ where: { id: ines }, data: { blockedAt: new Date() } })
    expect(await viewSharedWishlist(shareToken)).toBeNull()
  })
})

describe('somebody else', () => {
  it('can neither read nor change a list or what is on it, by any id', async () => {
    const { productId, itemId } = await givenSaved('A')
    const { id } = await createWishlist({ userId: ines, name: 'Kitchen' })
    const { id: own } = await createWishlist({ userId: maya, name: 'Mine' })
    const before = await viewWishlist(ines, null)

    expect(await viewWishlist(maya, id)).toBeNull()
    expect(await similarToSaved(maya, itemId)).toBeNull()
    expect(await removeSaved(maya, { itemId })).toEqual([])
    expect(await removeSaved(maya, { productId })).toEqual([])
    expect(await deleteWishlist(maya, id)).toBeNull()
    const refused = [
      () => renameWishlist({ userId: maya, id, name: 'Hers' }),
      () => shareWishlist(maya, id),
      () => unshareWishlist(maya, id),
      () => moveSaved({ userId: maya, itemId, to: own }),
      () => wishlistToCart({ userId: maya, id, cartId: randomUUID() }),
    ]
    for (const change of refused) await expect(change()).rejects.toMatchObject({ code: 'not_found' })
    expect(await viewWishlist(ines, null)).toEqual(before)
  })

  it('can neither put back what was taken off or deleted, nor get things moved to their list', async () => {
    const { itemId } = await givenSaved('A')
    const { id } = await createWishlist({ userId: ines, name: 'Kitchen' })
    const { id: theirs } = await createWishlist({ userId: maya, name: 'Mine' })
    const moved = moveSaved({ userId: ines, itemId, to: theirs })
    await expect(moved).rejects.toMatchObject({ code: 'not_found' })
    await removeSaved(ines, { itemId })
    await deleteWishlist(ines, id)
    await restoreSaved(maya, [itemId])
    await expect(restoreWishlist(maya, id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await namesOn(ines)).toEqual([])
    expect(await namesOn(maya, theirs)).toEqual([])
  })

  it('keeps their lists when an account is deleted', async () => {
    await givenSaved('A')
    await createWishlist({ userId: maya, name: 'Mine' })
    await postgres().user.delete({ where: { id: ines } })
    expect(await postgres().wishlistItem.count()).toBe(0)
    expect(await listWishlists(maya)).toHaveLength(2)
  })
})
