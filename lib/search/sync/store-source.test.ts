import { ObjectId } from 'mongodb'
import { afterEach, expect, test, vi } from 'vitest'
import type { CategoryDocument } from '@/lib/contracts/catalog/category'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import { categories, products, tombstones } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import type { Product } from '../indexed-product'
import type { Change, Source } from './source'
import * as documents from './store-documents'
import { storeSource } from './store-source'

const HOUR = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR)
const made: string[] = []

afterEach(async () => {
  const ids = made.splice(0)
  await products().deleteMany({ _id: { $in: ids.map((id) => new ObjectId(id)) } })
  await postgres().inventory.deleteMany({ where: { productId: { in: ids } } })
})

const aCategory: Omit<CategoryDocument, '_id' | 'path' | 'slug'> = {
  name: 'Lamps',
  description: '',
  parent: null,
  order: 0,
  tint: 'mint',
  taxClass: 'standard',
  specs: [],
  updatedAt: ago(1),
}

const skuOf = (id: string, n = 0) => `${id.toUpperCase()}-${n}`

/**
 * Writes a product with one variant at 10 euros to both stores, last changed an hour ago. `given` overrides its fields.
 */
async function aStored(given: Partial<ProductDocument> = {}, onHand = [5]): Promise<string> {
  const { _id = new ObjectId() } = given
  const id = _id.toHexString()
  made.push(id)
  await products().insertOne({
    _id,
    slug: `lamp-${id}`,
    status: 'active',
    name: 'Lamp',
    tagline: '',
    description: '',
    brand: 'Acme',
    category: 'home/lamps',
    images: [],
    specs: {},
    variants: [{ sku: skuOf(id), options: {}, price: 1000 }],
    rating: { average: 4, count: 3 },
    popularity: 7,
    createdAt: new Date('2026-01-02T03:04:05.678Z'),
    updatedAt: ago(1),
    ...given,
  })
  await postgres().inventory.createMany({
    data: onHand.map((onHand, n) => ({ sku: skuOf(id, n), productId: id, onHand, updatedAt: ago(1) })),
  })
  return id
}

const loaded = async (id: string): Promise<Product | undefined> => {
  for await (const product of storeSource().load()) if (product.id === id) return product
  return undefined
}

/** Returns only the changes of one product, because other tests may use the stores at the same time. */
async function changesFor(changes: AsyncIterable<Change>, id: string): Promise<Change[]> {
  const all: Change[] = []
  for await (const change of changes) all.push(change)
  return all.filter((change) => ('upsert' in change ? change.upsert.id : change.remove) === id)
}
const changes = async (source: Source, id: string) => changesFor(source.changesSince((await source.now()).from), id)

test('every product is loaded once, including those of unknown categories', async () => {
  const known = ['home', 'home/lamps'].map((path) => ({
    ...aCategory,
    _id: new ObjectId(),
    path,
    slug: path.slice(-4),
  }))
  await categories().insertMany(known)
  const paths = ['books', 'home', 'home/chairs', 'home/lamps', 'home/lamps/old', 'toys']
  const ids = new Map<string, string>()
  for (const category of paths.toReversed()) ids.set(await aStored({ category }), category)
  const found: string[] = []
  for await (const { id } of storeSource().load()) if (ids.has(id)) found.push(ids.get(id)!)
  await categories().deleteMany({ _id: { $in: known.map(({ _id }) => _id) } })
  expect(found.toSorted()).toEqual(paths)
})

test('a product combines its document with stock from Postgres', async () => {
  const specs = { ram: 16, panel: 'oled', touch: true, ports: ['usb-c', 'hdmi'] }
  const id = await aStored({ specs, rating: { average: 4.349, count: 3 } })
  expect(await loaded(id)).toEqual({
    id,
    name: 'Lamp',
    description: '',
    ratingCount: 3,
    brand: 'Acme',
    category: 'home/lamps',
    specs,
    variants: [{ sku: skuOf(id), options: {}, price: 1000, stock: 5 }],
    rating: 4.3,
    discount: 0,
    popularity: 7,
    createdAt: Date.parse('2026-01-02T03:04:05Z') / 1000,
  })
})

test('a SKU unknown to Postgres has no stock', async () => {
  const id = await aStored({}, [])
  expect((await loaded(id))?.variants[0]?.stock).toBe(0)
})

test('an active sale sets price, discount against the lowest price of 30 days, and its end', async () => {
  const endsAt = new Date(Date.now() + HOUR)
  const sale = { price: 700, startsAt: ago(2), endsAt }
  const _id = new ObjectId()
  const productId = _id.toHexString()
  const sku = skuOf(productId)
  await aStored({ _id, variants: [{ sku, options: {}, price: 1200, sale }] })
  await postgres().priceChange.createMany({
    data: [
      { sku, productId, price: 1200, validFrom: ago(24 * 90) },
      { sku, productId, price: 1000, validFrom: ago(24 * 20), validUntil: ago(24 * 15) },
      { sku, productId, price: 700, validFrom: sale.startsAt, validUntil: endsAt },
    ],
  })
  const product = await loaded(productId)
  expect(product?.variants[0]?.price).toBe(700)
  expect(product?.discount).toBe(30)
  expect(product?.validUntil).toBe(endsAt.getTime())
})

test('a future sale changes only when the product is read again', async () => {
  const startsAt = new Date(Date.now() + HOUR)
  const sale = { price: 700, startsAt, endsAt: new Date(Date.now() + 2 * HOUR) }
  const _id = new ObjectId()
  await aStored({ _id, variants: [{ sku: skuOf(_id.toHexString()), options: {}, price: 1000, sale }] })
  const product = await loaded(_id.toHexString())
  expect(product?.variants[0]?.price).toBe(1000)
  expect(product?.discount).toBe(0)
  expect(product?.validUntil).toBe(startsAt.getTime())
})

test.each(['draft', 'archived'] as const)('a product that is %s is not searchable', async (status) => {
  const id = await aStored({ status })
  expect(await loaded(id)).toBeUndefined()
  expect(await changesFor(storeSource().read([id]), id)).toEqual([{ remove: id }])
})

test('an invalid document is skipped and logged once, and does not affect others', async () => {
  const id = await aStored()
  const sound = await aStored()
  await products().updateOne({ _id: new ObjectId(id) }, { $unset: { brand: 1 } }, { bypassDocumentValidation: true })
  const report = vi.spyOn(console, 'error').mockImplementation(() => {})
  const source = storeSource()
  for (let n = 0; n < 2; n++) expect(await changesFor(source.read([id]), id)).toEqual([{ remove: id }])
  expect(report).toHaveBeenCalledOnce()
  expect(await loaded(sound)).toBeDefined()
  report.mockRestore()
})

test('only recently changed products are reported, in their current state', async () => {
  const id = await aStored()
  const source = storeSource()
  expect(await changes(source, id)).toEqual([])
  await products().updateOne({ _id: new ObjectId(id) }, { $set: { name: 'Lantern', updatedAt: new Date() } })
  expect(await changes(source, id)).toMatchObject([{ upsert: { id, name: 'Lantern' } }])
  await products().updateOne({ _id: new ObjectId(id) }, { $set: { status: 'archived', updatedAt: new Date() } })
  expect(await changes(source, id)).toEqual([{ remove: id }])
})

test('a SKU is reported when it sells out or comes back, not at every sale', async () => {
  const id = await aStored({}, [5])
  const source = storeSource()
  const sell = (onHand: number) => postgres().inventory.update({ where: { sku: skuOf(id) }, data: { onHand } })
  const stock = async () =>
    (await changes(source, id)).map((change) => ('upsert' in change ? change.upsert.variants[0]?.stock : 'removed'))
  expect(await stock()).toEqual([])
  await sell(4)
  expect(await stock()).toEqual([4])
  await sell(3)
  expect(await stock()).toEqual([])
  await sell(0)
  expect(await stock()).toEqual([0])
  expect(await stock()).toEqual([])
  await sell(2)
  expect(await stock()).toEqual([2])
  expect(await stock()).toEqual([])
})

test('a change that was not fully consumed is reported again', async () => {
  const id = await aStored({}, [5])
  const source = storeSource()
  await postgres().inventory.update({ where: { sku: skuOf(id) }, data: { onHand: 0 } })
  for await (const change of source.changesSince((await source.now()).from))
    if ('upsert' in change && change.upsert.id === id) break
  expect(await changes(source, id)).toHaveLength(1)
})

test('reading a product that is gone from MongoDB reports its removal', async () => {
  const id = new ObjectId().toHexString()
  expect(await changesFor(storeSource().read([id]), id)).toEqual([{ remove: id }])
})

test('deleted products are distinguished from existing ones', async () => {
  const [there, deleted] = [await aStored(), await aStored()]
  await products().deleteOne({ _id: new ObjectId(deleted) })
  const others = Array.from({ length: 600 }, () => new ObjectId().toHexString())
  expect(await storeSource().findDeleted([there, deleted, ...others])).toEqual([deleted, ...others])
  expect(await storeSource().findDeleted([])).toEqual([])
})

test('the cursor has the clock of each store', async () => {
  const { clock } = await storeSource().now()
  for (const store of ['mongo', 'postgres']) expect(Math.abs((clock[store] ?? 0) - Date.now())).toBeLessThan(60_000)
})

test('a tombstone removes a product unless it came back', async () => {
  const [gone, back] = [await aStored(), await aStored()]
  await products().deleteOne({ _id: new ObjectId(gone) })
  for (const id of [gone, back])
    await tombstones().updateOne({ _id: new ObjectId(id) }, { $currentDate: { deletedAt: true } }, { upsert: true })
  const source = storeSource()
  expect(await changes(source, gone)).toEqual([{ remove: gone }])
  expect(await changes(source, back)).toEqual([{ upsert: expect.objectContaining({ id: back }) }])
})

test('a bulk change is read completely, in pages, and only once', async () => {
  const ids = Array.from({ length: 107 }, () => new ObjectId())
  const _id = ids[0]!
  const source = storeSource(25)
  const { from: before } = await source.now()
  await aStored({ _id, brand: 'Bulk', updatedAt: new Date(before.mongo! - 2_000) })
  const document = (await products().findOne({ _id }))!
  const rest = ids.slice(1).map((_id, n) => ({
    ...document,
    _id,
    slug: `bulk-${n}`,
    variants: [{ sku: `BULK-${n}`, options: {}, price: 1000 }],
  }))
  made.push(...rest.map(({ _id }) => String(_id)))
  await products().insertMany(rest)
  const reads = vi.spyOn(documents, 'documentsOf')
  const timesReported = new Map<string, number>()
  for await (const change of source.changesSince(before))
    if ('upsert' in change && change.upsert.brand === 'Bulk')
      timesReported.set(change.upsert.id, (timesReported.get(change.upsert.id) ?? 0) + 1)
  expect(timesReported.size).toBe(ids.length)
  expect([...timesReported.values()].every((times) => times === 1)).toBe(true)
  expect(Math.max(...reads.mock.calls.map(([wanted]) => wanted.length))).toBe(25)
  reads.mockClear()
  await source.now()
  for await (const change of source.changesSince(before)) expect(change).not.toHaveProperty('upsert.brand', 'Bulk')
  expect(reads.mock.calls.flatMap(([wanted]) => wanted.filter((id) => timesReported.has(String(id))))).toEqual([])
})
