import { Binary, Decimal128, Long, ObjectId, Timestamp, UUID } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { idsOf, serverName, useDatabase } from './support'

describe(`inserts and types, on ${serverName}`, () => {
  const { fresh } = useDatabase()

  test('a document without an _id gets an ObjectId', async () => {
    const collection = await fresh()
    expect((await collection.insertOne({ a: 1 })).insertedId).toBeInstanceOf(ObjectId)
  })

  test('every BSON type comes back as it went in', async () => {
    const document = {
      _id: new ObjectId(),
      date: new Date('2026-11-21T10:00:00.123Z'),
      decimal: Decimal128.fromString('19.90'),
      long: Long.fromString('9007199254740993'),
      uuid: new UUID(),
      binary: new Binary(Buffer.from([0, 255, 1, 128])),
      regex: /^a.*z$/i,
      nothing: null,
      yes: true,
      double: 1.5,
      negative: -7,
      big: 5_000_000_000,
      nested: { list: [1, [2, { three: 3 }], []], empty: {} },
      timestamp: new Timestamp({ t: 5, i: 6 }),
      unicode: 'Größe 😀',
      text: '',
    }
    const collection = await fresh([document])
    expect(await collection.findOne({ _id: document._id })).toEqual(document)
  })

  test('the _id comes first', async () => {
    const collection = await fresh([{ a: 1, _id: 7 }])
    expect(Object.keys((await collection.findOne()) ?? {})).toEqual(['_id', 'a'])
  })

  test('an _id exists once', async () => {
    const collection = await fresh([{ _id: 1 }])
    await expect(collection.insertOne({ _id: 1 })).rejects.toMatchObject({ code: 11000 })
  })

  test('an ordered insertMany stops at the first error', async () => {
    const collection = await fresh()
    const insert = collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }])
    await expect(insert).rejects.toMatchObject({ code: 11000, result: { insertedCount: 1 } })
    expect(idsOf(await collection.find().toArray())).toEqual([1])
  })

  test('an unordered insertMany goes on after errors', async () => {
    const collection = await fresh()
    const insert = collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }], { ordered: false })
    await expect(insert).rejects.toMatchObject({ code: 11000 })
    expect(await collection.countDocuments()).toBe(2)
  })

  test('25 MB are written and read in several messages', async () => {
    const collection = await fresh()
    await collection.insertMany(Array.from({ length: 25 }, (_, _id) => ({ _id, blob: 'x'.repeat(1_000_000) })))
    expect(await collection.find().toArray()).toHaveLength(25)
  })

  test('an array as an _id is refused', async () => {
    const collection = await fresh()
    const _id: object = [1]
    await expect(collection.insertOne({ _id: _id as ObjectId })).rejects.toHaveProperty('code')
  })

  test('a number keeps its value through changes of its type', async () => {
    const collection = await fresh([
      { _id: 1, n: 5 },
      { _id: 2, n: Long.fromNumber(5) },
      { _id: 3, n: '5' },
    ])
    const find = async (n: unknown) => idsOf(await collection.find({ n }).sort({ _id: 1 }).toArray())
    expect(await find(5)).toEqual([1, 2])
    expect(await find({ $type: 'string' })).toEqual([3])
    await collection.updateOne({ _id: 1 }, { $inc: { n: 0.5 } })
    await collection.updateOne({ _id: 3 }, { $set: { n: 7 } })
    expect(await find({ $gt: 5 })).toEqual([1, 3])
    expect((await collection.distinct('n')).sort()).toEqual([5, 5.5, 7])
  })
})
