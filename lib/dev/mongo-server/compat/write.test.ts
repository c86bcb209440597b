import type { AnyBulkWriteOperation } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { items, shop } from './fixtures'
import { idsOf, type Row, serverName, useDatabase } from './support'

describe(`replacements and deletes, on ${serverName}`, () => {
  const { fresh } = useDatabase()

  test('a replacement keeps nothing but the _id', async () => {
    const collection = await fresh([{ _id: 1, a: 1 }])
    await collection.replaceOne({ _id: 1 }, { b: 2 })
    expect(await collection.findOne()).toEqual({ _id: 1, b: 2 })
    const other = Object.assign({ c: 3 }, { _id: 2 })
    await expect(collection.replaceOne({ _id: 1 }, other)).rejects.toMatchObject({ code: 66 })
  })

  test('one document is deleted, or all that match', async () => {
    const collection = await fresh(items())
    expect((await collection.deleteOne({ tags: 'red' })).deletedCount).toBe(1)
    expect((await collection.deleteMany({ tags: 'red' })).deletedCount).toBe(3)
    expect((await collection.deleteMany({})).deletedCount).toBe(1)
    expect((await collection.deleteOne({})).deletedCount).toBe(0)
  })
})

describe(`findAndModify, on ${serverName}`, () => {
  const { fresh } = useDatabase()

  test('findOneAndUpdate shows the document before, or after, the first in an order', async () => {
    const collection = await fresh(items())
    const add = { $inc: { qty: 1 } }
    expect(await collection.findOneAndUpdate({ _id: 1 }, add)).toMatchObject({ qty: 25 })
    const after = { returnDocument: 'after', projection: { qty: 1 } } as const
    expect(await collection.findOneAndUpdate({ _id: 1 }, add, after)).toEqual({ _id: 1, qty: 27 })
    expect(await collection.findOneAndUpdate({}, { $set: { picked: 1 } }, { sort: { qty: -1 } })).toMatchObject({
      _id: 3,
    })
  })

  test('findOneAndUpdate changes the item that the filter found', async () => {
    const collection = await fresh(shop())
    const filter = { _id: 1, variants: { $elemMatch: { sku: 'a1', stock: { $gte: 2 } } } }
    const options = { returnDocument: 'after', projection: { variants: 1, _id: 0 } } as const
    const taken = await collection.findOneAndUpdate(filter, { $inc: { 'variants.$.stock': -2 } }, options)
    expect(taken?.variants).toEqual([
      { sku: 'a1', stock: 1 },
      { sku: 'a2', stock: 0 },
    ])
    expect(await collection.findOneAndUpdate(filter, { $inc: { n: 1 } })).toBeNull()
    const doubled = [{ $set: { price: { $multiply: ['$price', 2] } } }]
    expect(await collection.findOneAndUpdate({ _id: 2 }, doubled, { returnDocument: 'after' })).toMatchObject({
      price: 100,
    })
  })

  test('findOneAndUpdate makes the document if it is told to', async () => {
    const collection = await fresh()
    const change = { $inc: { seq: 1 } }
    const upsert = { upsert: true }
    expect(await collection.findOneAndUpdate({ _id: 7 }, change, upsert)).toBeNull()
    const after = { ...upsert, returnDocument: 'after' } as const
    expect(await collection.findOneAndUpdate({ _id: 8 }, change, after)).toEqual({ _id: 8, seq: 1 })
    const result = await collection.findOneAndUpdate({ _id: 9 }, change, { ...upsert, includeResultMetadata: true })
    expect(result).toMatchObject({ value: null, lastErrorObject: { updatedExisting: false, upserted: 9 } })
  })

  test('findOneAndDelete and findOneAndReplace', async () => {
    const collection = await fresh(items())
    expect(await collection.findOneAndDelete({ qty: { $gt: 70 } }, { sort: { qty: 1 } })).toMatchObject({ _id: 4 })
    const replaced = await collection.findOneAndReplace({ _id: 1 }, { a: 1 }, { returnDocument: 'after' })
    expect(replaced).toEqual({ _id: 1, a: 1 })
    expect(await collection.countDocuments()).toBe(4)
  })
})

describe(`bulkWrite, on ${serverName}`, () => {
  const { fresh } = useDatabase()

  test('operations of all kinds run one after the other', async () => {
    const collection = await fresh(items())
    const result = await collection.bulkWrite([
      { insertOne: { document: { _id: 6 } } },
      { updateOne: { filter: { _id: 1 }, update: { $set: { a: 1 } } } },
      { updateMany: { filter: { tags: 'red' }, update: { $set: { r: 1 } } } },
      { replaceOne: { filter: { _id: 9 }, replacement: { z: 1 }, upsert: true } },
      { deleteOne: { filter: { _id: 5 } } },
      { deleteMany: { filter: { _id: 77 } } },
    ])
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 5, upsertedCount: 1, deletedCount: 1 })
    expect(idsOf(await collection.find().sort({ _id: 1 }).toArray())).toEqual([1, 2, 3, 4, 6, 9])
  })

  test('upserts tell which of them made a document', async () => {
    const collection = await fresh([{ sku: 1 }])
    const upserts = [1, 2, 3].map((sku) => ({
      updateOne: { filter: { sku }, update: { $set: { seen: true } }, upsert: true },
    }))
    const { upsertedCount, upsertedIds } = await collection.bulkWrite(upserts)
    expect([upsertedCount, Object.keys(upsertedIds)]).toEqual([2, ['1', '2']])
  })

  const withErrors: AnyBulkWriteOperation<Row>[] = [
    { insertOne: { document: { _id: 7 } } },
    { insertOne: { document: { _id: 1 } } },
    { updateOne: { filter: { _id: 2 }, update: { $set: { price: 1 } } } },
    { insertOne: { document: { _id: 7 } } },
    { deleteOne: { filter: { _id: 3 } } },
  ]

  test('in order, it stops at the first error', async () => {
    const collection = await fresh(shop())
    const counts = { insertedCount: 1, modifiedCount: 0, deletedCount: 0 }
    await expect(collection.bulkWrite(withErrors)).rejects.toMatchObject({ code: 11000, result: counts })
    expect(await collection.countDocuments()).toBe(7)
  })

  test('in no order, it goes on, and tells every error', async () => {
    const collection = await fresh(shop())
    const expected = {
      writeErrors: [{ index: 1 }, { index: 3 }],
      result: { insertedCount: 1, modifiedCount: 1, deletedCount: 1 },
    }
    await expect(collection.bulkWrite(withErrors, { ordered: false })).rejects.toMatchObject(expected)
    expect(await collection.countDocuments()).toBe(6)
  })
})
