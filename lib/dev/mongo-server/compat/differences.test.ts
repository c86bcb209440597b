import { BSON, Decimal128, type Document, Long } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { items, shop } from './fixtures'
import { idsOf, type Row, useDatabase } from './support'

// These tests always use the development server. When a difference disappears, remove it here and in the comment in
// server.ts.
describe('where the development server differs from MongoDB', () => {
  const { db, fresh } = ((database) => ({ db: () => database.db, fresh: database.fresh }))(useDatabase({ own: true }))

  test('whole Doubles and small Longs come back as Int32', async () => {
    const collection = await fresh([{ _id: 1, long: Long.fromNumber(5), double: new BSON.Double(5) }])
    const raw = await collection.findOne({}, { promoteValues: false, promoteLongs: false })
    expect([raw?.long._bsontype, raw?.double._bsontype]).toEqual(['Int32', 'Int32'])
  })

  test('documents are equal in any order of fields', async () => {
    const collection = await fresh([{ _id: 1, size: { h: 14, w: 21 }, list: [{ a: 1, b: 2 }] }])
    expect(await collection.countDocuments({ size: { w: 21, h: 14 } })).toBe(1)
    const add: Document = { $addToSet: { list: { b: 2, a: 1 } } }
    expect(await collection.updateOne({}, add)).toMatchObject({ modifiedCount: 0 })
  })

  test('Decimal128 compares as text', async () => {
    const prices = ['9.50', '10.00'].map((price) => Decimal128.fromString(price))
    const collection = await fresh(prices.map((price, _id) => ({ _id, price })))
    expect(idsOf(await collection.find({ price: { $gte: prices[1] } }).toArray())).toEqual([0, 1])
  })

  test('a $slice projection drops the other fields', async () => {
    const collection = await fresh([{ _id: 1, list: [1, 2, 3], name: 'x' }])
    expect(await collection.findOne({}, { projection: { list: { $slice: 1 } } })).toEqual({ _id: 1, list: [1] })
  })

  test('a collation does not match', async () => {
    const collection = await fresh([{ name: 'Ab' }])
    const found = collection.find({ name: 'aB' }).collation({ locale: 'en', strength: 2 })
    expect(await found.toArray()).toEqual([])
  })

  test("a pipeline's $set replaces a nested document", async () => {
    const collection = await fresh([{ _id: 1, x: { y: 1 } }])
    expect(await collection.aggregate([{ $set: { x: { z: 2 } } }]).toArray()).toEqual([{ _id: 1, x: { z: 2 } }])
  })

  test('validators do nothing', async () => {
    const collection = await db().createCollection('validated', { validator: { slug: { $type: 'string' } } })
    await collection.insertOne({ slug: 1 })
    expect(await db().listCollections({ name: 'validated' }).next()).toMatchObject({ options: {} })
  })

  test('what is missing says so', async () => {
    const collection = await fresh(items())
    await expect(db().createCollection('view', { viewOn: 'x', pipeline: [] })).rejects.toMatchObject({ code: 115 })
    await expect(db().createCollection('capped', { capped: true, size: 9 })).rejects.toMatchObject({ code: 115 })
    await expect(collection.find({ $text: { $search: 'x' } }).toArray()).rejects.toHaveProperty('code')
    await expect(collection.find({ $where: 'true' }).toArray()).rejects.toHaveProperty('code')
    await expect(collection.find().explain()).rejects.toMatchObject({ code: 59 })
    await expect(collection.watch().next()).rejects.toMatchObject({ code: 40324 })
  })
})

// Not among the compatibility tests, because some other servers that speak MongoDB's protocol fail these tests.
describe('what the development server does as MongoDB, unlike some', () => {
  const { fresh } = useDatabase({ own: true })

  test('a duplicate key error has the value', async () => {
    const collection = await fresh([{ slug: 'a' }])
    await collection.createIndex({ slug: 1 }, { unique: true })
    await expect(collection.insertOne({ slug: 'a' })).rejects.toMatchObject({ keyValue: { slug: 'a' } })
  })

  test('$count of nothing is no document', async () => {
    const collection = await fresh(shop())
    const nothing = [{ $match: { brand: 'Nobody' } }, { $count: 'n' }]
    expect(await collection.aggregate(nothing).toArray()).toEqual([])
    expect(await collection.aggregate([{ $facet: { nothing } }]).toArray()).toEqual([{ nothing: [] }])
  })

  test('$dateTrunc to days', async () => {
    const collection = await fresh([{ _id: 1, at: new Date('2026-03-31T23:30:00Z') }])
    const day = { $dateTrunc: { date: '$at', unit: 'day' } }
    expect(await collection.aggregate([{ $project: { day } }]).next()).toEqual({ _id: 1, day: new Date('2026-03-31') })
  })

  test('$pull by a pattern', async () => {
    const collection = await fresh([{ _id: 1, s: ['a', 'b', 'ab'] }])
    const pull: Document = { $pull: { s: /^a/ } }
    await collection.updateOne({}, pull)
    expect(await collection.findOne()).toEqual({ _id: 1, s: ['b'] })
  })

  test('a replacement by the same does not count as modified', async () => {
    const collection = await fresh([{ _id: 1, a: 1 }])
    expect(await collection.replaceOne({ _id: 1 }, { a: 1 })).toMatchObject({ matchedCount: 1, modifiedCount: 0 })
  })

  test('$merge with a pipeline', async () => {
    const [source, target] = [await fresh(shop()), await fresh([{ _id: 'Acme', n: 10 }])]
    const merge = { into: target.collectionName, whenMatched: [{ $set: { n: { $add: ['$n', '$$new.n'] } } }] }
    await source.aggregate([{ $group: { _id: '$brand', n: { $sum: 1 } } }, { $merge: merge }]).toArray()
    const expected: Row[] = [
      { _id: 'Acme', n: 12 },
      { _id: 'Cobalt', n: 2 },
      { _id: 'Lumen', n: 2 },
    ]
    expect(await target.find().sort({ _id: 1 }).toArray()).toEqual(expected)
  })

  test('a first batch may be empty', async () => {
    const collection = await fresh(items())
    expect(await collection.find({}, { batchSize: 0 }).toArray()).toHaveLength(5)
  })

  test('a result that no message can hold is an error, and the connection stays', async () => {
    const blob = 'x'.repeat(1_000_000)
    const collection = await fresh(Array.from({ length: 20 }, (_, i) => ({ blob: blob + i })))
    const all = collection.aggregate([{ $group: { _id: null, all: { $push: '$blob' } } }]).toArray()
    await expect(all).rejects.toMatchObject({ code: 10334 })
    await expect(collection.distinct('blob')).rejects.toHaveProperty('code')
    await expect(collection.updateMany({}, { $set: { blob: blob.repeat(16) + blob } })).rejects.toHaveProperty('code')
    expect(await collection.countDocuments({ blob: /^x{1000}/ })).toBe(20)
  })
})
