import { ObjectId } from 'mongodb'
import { afterAll, expect, test } from 'vitest'
import { tags } from '@/lib/cache'
import { products, tombstones } from '@/lib/db/mongo'
import { searchEngine } from '@/lib/search/process-engine'
import { emptyStores, givenProduct, LAPTOPS, loggedExpiries } from '../testing/fixtures'
import { removeProduct } from './product-removal'

afterAll(async () => (await searchEngine()).close())

const aTheremin = async (sku: string) =>
  (await givenProduct({ sku, name: 'Theremin', updatedAt: new Date() }))._id.toHexString()

test('a deleted product disappears from every index, leaves a tombstone, and its pages are expired', async () => {
  const engine = await searchEngine()
  await emptyStores()
  const id = await aTheremin('A')
  await engine.waitFor({})
  expect((await engine.search({ text: 'theremin' })).total).toBe(1)
  await removeProduct(id)
  await engine.waitFor({})
  expect((await engine.search({ text: 'theremin' })).total).toBe(0)
  expect(await products().findOne({ _id: new ObjectId(id) })).toBeNull()
  const tombstone = await tombstones().findOne({ _id: new ObjectId(id) })
  expect(Math.abs(Date.now() - Number(tombstone?.deletedAt))).toBeLessThan(60_000)
  const pages = expect.objectContaining({ tags: expect.arrayContaining([tags.product(id), tags.listing(LAPTOPS)]) })
  expect(await loggedExpiries(), 'before the write for later, and after it').toEqual([pages, pages])
})

test('deleting a product twice is not an error', async () => {
  const id = await aTheremin('B')
  await removeProduct(id)
  await removeProduct(id)
  expect(await products().findOne({ _id: new ObjectId(id) })).toBeNull()
})
