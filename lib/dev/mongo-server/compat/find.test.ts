import type { Collection } from 'mongodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { items, shop, shopIndexes } from './fixtures'
import { idsOf, type Row, serverName, useDatabase } from './support'

describe(`projections, on ${serverName}`, () => {
  const { fresh } = useDatabase()
  let collection: Collection<Row>
  beforeAll(async () => {
    collection = await fresh(shop())
  })
  const show = (_id: number, projection: Row) => collection.findOne({ _id }, { projection: { _id: 0, ...projection } })

  test('fields are chosen, or left out, at any depth', async () => {
    const inventory = await fresh(items())
    const find = (projection: Row) => inventory.findOne({ _id: 1 }, { projection })
    expect(await find({ item: 1, 'size.h': 1 })).toEqual({ _id: 1, item: 'journal', size: { h: 14 } })
    const rest = { item: 'journal', qty: 25, size: { w: 21 } }
    expect(await find({ 'size.h': 0, tags: 0, dim: 0, _id: 0 })).toEqual(rest)
    expect(await find({})).toMatchObject({ size: { h: 14, w: 21 } })
  })

  test('fields are chosen within arrays', async () => {
    expect(await show(6, { name: 1, 'variants.sku': 1 })).toEqual({
      name: 'Zoom Lens',
      variants: [{ sku: 'f1' }, { sku: 'f2' }],
    })
  })

  test('an array shows the item that matches', async () => {
    const found = { name: 'Air Mouse', variants: [{ sku: 'a2', stock: 0 }] }
    expect(await show(1, { name: 1, variants: { $elemMatch: { stock: { $lt: 1 } } } })).toEqual(found)
    const options = { projection: { _id: 0, 'variants.$': 1 } }
    expect(await collection.findOne({ 'variants.sku': 'a2' }, options)).toEqual({ variants: found.variants })
  })

  test('an array shows its last items', async () => {
    expect(await show(1, { tags: { $slice: -1 }, name: 1 })).toEqual({ name: 'Air Mouse', tags: ['sale'] })
  })

  test('fields are computed', async () => {
    const computed = { title: '$name', 'price.now': { $literal: 1 }, stock: { $sum: '$variants.stock' } }
    expect(await show(1, computed)).toEqual({ title: 'Air Mouse', price: { now: 1 }, stock: 3 })
  })

  test('choosing and leaving out do not mix', async () => {
    await expect(show(1, { name: 1, price: 0 })).rejects.toHaveProperty('code')
  })
})

describe(`order and pages, on ${serverName}`, () => {
  const { fresh } = useDatabase()
  let collections: Collection<Row>[]
  beforeAll(async () => {
    const indexed = await fresh(shop())
    await indexed.createIndexes(shopIndexes.map((index) => ({ ...index })))
    collections = [await fresh(shop()), indexed]
  })

  test('null and missing come first, ties go by the next field', async () => {
    for (const collection of collections) {
      const sorted = async (sort: Record<string, 1 | -1>) => idsOf(await collection.find().sort(sort).toArray())
      expect(await sorted({ rating: 1, _id: 1 })).toEqual([3, 4, 2, 5, 1, 6])
      expect(await sorted({ rating: -1, _id: 1 })).toEqual([6, 1, 5, 2, 3, 4])
      expect(await sorted({ brand: 1, price: -1, _id: 1 })).toEqual([2, 1, 6, 4, 5, 3])
      expect(await sorted({ at: -1, _id: 1 })).toEqual([6, 5, 4, 3, 2, 1])
      expect(await sorted({ name: 1, _id: 1 })).toEqual([2, 1, 3, 4, 6, 5]) // capital letters sort before small ones
    }
  })

  test('types have an order, missing and null first', async () => {
    const values = ['b', 3, undefined, null, new Date(0), true, [0]]
    const mixed = await fresh(values.map((v, _id) => (v === undefined ? { _id } : { _id, v })))
    expect(idsOf(await mixed.find().sort({ v: 1, _id: 1 }).toArray())).toEqual([2, 3, 6, 1, 0, 5, 4])
  })

  test('an array counts by its smallest item, descending by its largest', async () => {
    const lists = [[1, 9], [5], [0, 4]]
    const collection = await fresh(lists.map((v, _id) => ({ _id, v })))
    expect(idsOf(await collection.find().sort({ v: 1 }).toArray())).toEqual([2, 0, 1])
    expect(idsOf(await collection.find().sort({ v: -1 }).toArray())).toEqual([0, 1, 2])
    for (const shop of collections)
      expect(idsOf(await shop.find().sort({ 'variants.stock': 1, _id: 1 }).toArray())).toEqual([3, 1, 5, 4, 6, 2])
  })

  test('a collation sorts without regard to case', async () => {
    const collection = await fresh(['b', 'A', 'C'].map((_id) => ({ _id })))
    expect(idsOf(await collection.find().collation({ locale: 'en' }).sort({ _id: 1 }).toArray())).toEqual([
      'A',
      'b',
      'C',
    ])
  })

  test('skip and limit cut a page out of the order', async () => {
    for (const collection of collections) {
      const page = collection.find().sort({ brand: 1, price: -1 }).skip(1).limit(3)
      expect(idsOf(await page.toArray())).toEqual([1, 6, 4])
      expect(idsOf(await collection.find({ tags: 'sale' }).sort({ price: -1 }).limit(2).toArray())).toEqual([5, 2])
    }
  })

  test('pages that go on after the last key visit everything once', async () => {
    for (const collection of collections) {
      const seen: unknown[] = []
      let after: Row = {}
      for (;;) {
        const page = await collection.find(after).sort({ price: -1, _id: 1 }).limit(2).toArray()
        const last = page.at(-1)
        if (!last) break
        seen.push(...idsOf(page))
        after = { $or: [{ price: { $lt: last.price } }, { price: last.price, _id: { $gt: last._id } }] }
      }
      expect(seen).toEqual([6, 5, 2, 3, 1, 4])
    }
  })
})

describe(`cursors and counts, on ${serverName}`, () => {
  const database = useDatabase()
  const { fresh } = database
  const numbered = (count: number) => Array.from({ length: count }, (_, _id) => ({ _id, n: (_id * 7) % count }))

  test('a cursor reads 5,000 documents in batches', async () => {
    const collection = await fresh(numbered(5000))
    let sum = 0
    for await (const { n } of collection.find({}, { batchSize: 100 })) sum += n
    expect(sum).toBe(12_497_500)
  })

  test('a cursor is closed halfway', async () => {
    const cursor = (await fresh(numbered(100))).find({}, { batchSize: 10 })
    for (let n = 0; n < 25; n++) await cursor.next()
    await cursor.close()
  })

  test('sorted and grouped results come in batches, too', async () => {
    const collection = await fresh(numbered(1000))
    const all = numbered(1000).map(({ _id }) => _id)
    const sorted = await collection.find({}, { batchSize: 99 }).sort({ n: -1 }).toArray()
    expect(sorted.map(({ n }) => n)).toEqual(all.toReversed())
    const groups = [{ $group: { _id: '$n' } }, { $sort: { _id: 1 } }]
    expect(idsOf(await collection.aggregate(groups, { batchSize: 10 }).toArray())).toEqual(all)
  })

  test('limits hold across batches', async () => {
    const collection = await fresh(numbered(300))
    expect(await collection.find().limit(250).batchSize(100).toArray()).toHaveLength(250)
    expect(await collection.find().limit(-5).toArray()).toHaveLength(5)
  })

  test('counts follow filter, skip and limit', async () => {
    const collection = await fresh(items())
    expect(await collection.countDocuments({ tags: 'red' }, { skip: 1, limit: 2 })).toBe(2)
    expect(await collection.countDocuments({}, { skip: 4 })).toBe(1)
    expect(await collection.countDocuments({ tags: 'green' })).toBe(0)
    expect(await collection.estimatedDocumentCount()).toBe(5)
    expect(
      await database.db.command({ count: collection.collectionName, query: { tags: 'red' }, limit: 3 }),
    ).toMatchObject({ n: 3 })
  })

  test('distinct values come from lists, paths and filters, null included', async () => {
    const collection = await fresh(shop())
    const distinct = async (key: string, filter: Row = {}) => (await collection.distinct(key, filter)).sort()
    expect(await distinct('tags')).toEqual(['gift', 'new', 'sale'])
    expect(await distinct('brand', { tags: 'sale' })).toEqual(['Acme', 'Lumen'])
    expect(await distinct('specs.v', { 'specs.k': 'dpi' })).toEqual([1600, 800, 'black', 'red'])
    expect(await distinct('rating')).toEqual([3.9, 4.1, 4.5, 4.9, null])
    expect(await distinct('nope')).toEqual([])
  })

  test('a collection that does not exist is empty', async () => {
    const nowhere = database.db.collection('nowhere')
    expect(await nowhere.find().toArray()).toEqual([])
    expect(await nowhere.countDocuments()).toBe(0)
    expect(await nowhere.estimatedDocumentCount()).toBe(0)
    expect(await nowhere.deleteMany({})).toMatchObject({ deletedCount: 0 })
  })
})
