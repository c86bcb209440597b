import type { Document } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { items, shop } from './fixtures'
import { idsOf, serverName, useDatabase } from './support'

interface Update {
  change: Document | Document[]
  filter?: Document
  arrayFilters?: Document[]
}

describe(`update operators, on ${serverName}`, () => {
  const { fresh } = useDatabase()

  async function updated(before: Document, { change, filter = {}, arrayFilters }: Update): Promise<unknown> {
    const collection = await fresh([{ _id: 1, ...before }])
    await collection.updateOne(filter, change, arrayFilters && { arrayFilters })
    return collection.findOne({}, { projection: { _id: 0 } })
  }

  const cases: [rule: string, before: Document, update: Update, after: Document][] = [
    [
      '$set and $unset reach into documents',
      { a: { b: 1 }, c: 1 },
      { change: { $set: { 'a.x': 2, d: [1] }, $unset: { c: '' } } },
      { a: { b: 1, x: 2 }, d: [1] },
    ],
    [
      '$inc, $mul, $min and $max count',
      { i: 1, m: 2, lo: 5, hi: 5 },
      { change: { $inc: { i: 2, fresh: 1 }, $mul: { m: 3 }, $min: { lo: 3 }, $max: { hi: 3 } } },
      { i: 3, m: 6, lo: 3, hi: 5, fresh: 1 },
    ],
    ['$rename moves a field', { old: 1 }, { change: { $rename: { old: 'new' } } }, { new: 1 }],
    ['paths are made', {}, { change: { $push: { 'x.s': 1 }, $inc: { 'x.n': 2 } } }, { x: { s: [1], n: 2 } }],
    [
      '$push sorts and cuts',
      { s: [5, 1] },
      { change: { $push: { s: { $each: [3, 9], $sort: 1, $slice: -3 } } } },
      { s: [3, 5, 9] },
    ],
    [
      '$push sorts documents by a field',
      { s: [{ n: 2 }] },
      { change: { $push: { s: { $each: [{ n: 3 }, { n: 1 }], $sort: { n: -1 }, $slice: 2 } } } },
      { s: [{ n: 3 }, { n: 2 }] },
    ],
    [
      '$push inserts at a position',
      { s: [1, 2] },
      { change: { $push: { s: { $each: [8, 9], $position: 1 } } } },
      { s: [1, 8, 9, 2] },
    ],
    [
      '$pop takes the first or last',
      { s: [1, 2], t: [1, 2] },
      { change: { $pop: { s: -1, t: 1 } } },
      { s: [2], t: [1] },
    ],
    [
      '$addToSet adds what is not there, documents too',
      { s: ['a'], t: [{ k: 'a', n: 1 }] },
      { change: { $addToSet: { s: { $each: ['a', 'b'] }, t: { k: 'a', n: 1 } } } },
      { s: ['a', 'b'], t: [{ k: 'a', n: 1 }] },
    ],
    [
      '$pull takes out by conditions',
      { s: [{ n: 1 }, { n: 5 }], t: [{ k: 'a' }, { k: 'b' }] },
      { change: { $pull: { s: { n: { $gt: 3 } }, t: { k: { $in: ['a', 'z'] } } } } },
      { s: [{ n: 1 }], t: [{ k: 'b' }] },
    ],
    ['$pullAll takes out values', { s: [1, 2, 3] }, { change: { $pullAll: { s: [1, 3] } } }, { s: [2] }],
    [
      'items are changed by their index',
      { s: [{ n: 1 }, { n: 2 }] },
      { change: { $set: { 's.1.n': 7 }, $unset: { 's.0': '' } } },
      { s: [null, { n: 7 }] },
    ],
    [
      '$ is the item that the filter found',
      {
        v: [
          { k: 'a', n: 1 },
          { k: 'b', n: 1 },
        ],
      },
      { change: { $inc: { 'v.$.n': 1 } }, filter: { 'v.k': 'b' } },
      {
        v: [
          { k: 'a', n: 1 },
          { k: 'b', n: 2 },
        ],
      },
    ],
    [
      '$ is the item that $elemMatch found',
      {
        v: [
          { k: 'b', n: 0 },
          { k: 'b', n: 1 },
        ],
      },
      { change: { $inc: { 'v.$.n': 1 } }, filter: { v: { $elemMatch: { k: 'b', n: 1 } } } },
      {
        v: [
          { k: 'b', n: 0 },
          { k: 'b', n: 2 },
        ],
      },
    ],
    [
      '$[] is every item',
      { v: [{ n: 1 }, { n: 2 }] },
      { change: { $inc: { 'v.$[].n': 10 } } },
      { v: [{ n: 11 }, { n: 12 }] },
    ],
    [
      '$[e] are the items that an array filter finds, at any depth',
      { a: [{ b: [{ n: 1 }, { n: 5 }] }, { b: [{ n: 9 }] }] },
      { change: { $inc: { 'a.$[].b.$[x].n': 1 } }, arrayFilters: [{ 'x.n': { $gt: 1 } }] },
      { a: [{ b: [{ n: 1 }, { n: 6 }] }, { b: [{ n: 10 }] }] },
    ],
    [
      'a pipeline computes fields from fields',
      { a: 2, b: 3 },
      { change: [{ $set: { sum: { $add: ['$a', '$b'] } } }, { $unset: 'a' }] },
      { b: 3, sum: 5 },
    ],
  ] // prettier-ignore
  test.each(cases)('%s', async (_, before, update, after) => expect(await updated(before, update)).toEqual(after))

  test('$currentDate sets a date', async () => {
    expect(await updated({}, { change: { $currentDate: { at: true } } })).toEqual({ at: expect.any(Date) })
  })

  test('updateMany changes all that match, and tells what changed', async () => {
    const inventory = await fresh(items())
    const result = await inventory.updateMany({ tags: 'red' }, { $set: { qty: 50 } })
    expect(result).toMatchObject({ matchedCount: 4, modifiedCount: 3 })

    const products = await fresh(shop())
    const change = { $set: { 'variants.$[v].soldOut': true } }
    const sold = await products.updateMany({}, change, { arrayFilters: [{ 'v.stock': 0 }] })
    expect(sold).toMatchObject({ matchedCount: 6, modifiedCount: 2 })
    const renamed = await products.updateMany({ 'specs.k': 'dpi' }, { $set: { 'specs.$.k': 'resolution' } })
    expect(renamed).toMatchObject({ modifiedCount: 2 })
    expect(await products.countDocuments({ 'specs.k': 'resolution' })).toBe(2)
  })

  test('an update to the same values does not count as modified', async () => {
    const collection = await fresh(shop())
    const same = [{ $set: { price: 20 } }, { $addToSet: { tags: 'sale' } }, { $min: { price: 30 } }]
    for (const change of same)
      expect(await collection.updateOne({ _id: 1 }, change)).toMatchObject({ matchedCount: 1, modifiedCount: 0 })
  })

  test('what MongoDB refuses is refused, and changes nothing', async () => {
    const collection = await fresh(shop())
    const refused: [change: Document | Document[], code: number][] = [
      [{ $set: { price: 1 }, $inc: { price: 1 } }, 40],
      [{ $set: { specs: [], 'specs.0': 1 } }, 40],
      [{ $set: { 'name.first': 1 } }, 28],
      [{ $set: { 'variants.stock': 1 } }, 28],
      [{ $inc: { name: 1 } }, 14],
      [{ $push: { name: 1 } }, 2],
      [{ $set: { 'variants.$.stock': 1 } }, 2],
      [{ $set: { _id: 2 } }, 66],
      [{ $frob: { a: 1 } }, 9],
      [[{ $match: { price: 1 } }], 72],
      [[{ $set: { _id: 2 } }], 66],
      [{ $unset: { _id: '' } }, 66],
      [{ $rename: { price: '_id' } }, 66],
    ]
    for (const [change, code] of refused)
      expect([change, await collection.updateOne({ _id: 1 }, change).catch(({ code }) => code)]).toEqual([change, code])
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual(shop())
  })
})

describe(`upserts, on ${serverName}`, () => {
  const { fresh } = useDatabase()

  test('an upsert starts from what the filter says', async () => {
    const collection = await fresh()
    const filter = { slug: 'a', 'x.y': { $eq: 1 }, price: { $gt: 3 }, $and: [{ brand: 'Acme' }] }
    const change = { $set: { n: 1 }, $setOnInsert: { created: true } }
    expect(await collection.updateOne(filter, change, { upsert: true })).toMatchObject({ upsertedCount: 1 })
    const made = { slug: 'a', x: { y: 1 }, brand: 'Acme', n: 1, created: true }
    expect(await collection.findOne({}, { projection: { _id: 0 } })).toEqual(made)
  })

  test('$setOnInsert does nothing to a document that is there', async () => {
    const collection = await fresh([{ _id: 1, slug: 'a', created: true }])
    const change = { $set: { n: 2 }, $setOnInsert: { created: false } }
    expect(await collection.updateOne({ slug: 'a' }, change, { upsert: true })).toMatchObject({ upsertedCount: 0 })
    expect(await collection.findOne()).toEqual({ _id: 1, slug: 'a', created: true, n: 2 })
  })

  test('an upsert takes its _id from the filter, the change or the replacement', async () => {
    const collection = await fresh()
    const upsert = { upsert: true }
    const byFilter = await collection.updateOne({ _id: 'x' }, { $inc: { stock: 2 } }, upsert)
    expect(byFilter).toMatchObject({ upsertedId: 'x', matchedCount: 0 })
    await collection.updateOne({ sku: 1 }, { $setOnInsert: { _id: 'y' } }, upsert)
    expect((await collection.replaceOne({ _id: 'z' }, { a: 1 }, upsert)).upsertedId).toBe('z')
    expect(idsOf(await collection.find().sort({ _id: 1 }).toArray())).toEqual(['x', 'y', 'z'])
    const many = await collection.updateMany({ brand: { $in: ['A', 'B'] } }, { $set: { n: 1 } }, upsert)
    expect(many.upsertedId).not.toBeNull()
  })
})
