import { BSON, type Collection, type Document, ObjectId, UUID } from 'mongodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue, items, shop, shopIndexes } from './fixtures'
import { idsOf, type Row, serverName, useDatabase } from './support'

type Cases = [filter: Document, found: number[]][]

const find = async (collection: Collection<Row>, filter: Document) =>
  idsOf(await collection.find(filter).sort({ _id: 1 }).toArray())

describe(`query operators, on ${serverName}`, () => {
  const { fresh } = useDatabase()
  let collection: Collection<Row>
  beforeAll(async () => {
    collection = await fresh(items())
  })

  const cases: Cases = [
    [{}, [1, 2, 3, 4, 5]],
    [{ qty: { $gt: 45, $lte: 75 } }, [2, 4]],
    [{ qty: { $in: [25, 100] } }, [1, 3]],
    [{ qty: { $nin: [25, 100] } }, [2, 4, 5]],
    [{ qty: { $ne: 25 } }, [2, 3, 4, 5]],
    [{ qty: '25' }, []],
    [{ qty: { $mod: [50, 0] } }, [2, 3]],
    [{ 'size.h': { $lt: 10 } }, [2, 3]],
    [{ size: { h: 14, w: 21 } }, [1]],
    [{ tags: 'red' }, [1, 2, 3, 4]],
    [{ tags: ['red', 'blank'] }, [2]],
    [{ tags: { $all: ['red', 'plain'] } }, [3]],
    [{ tags: { $size: 3 } }, [3]],
    [{ dim: { $elemMatch: { $gt: 20, $lt: 25 } } }, [1, 2, 3, 4]],
    [{ dim: { $gt: 20, $lt: 15 } }, [1, 2, 3]],
    [{ 'dim.1': 30 }, [4]],
    [{ note: null }, [1, 2, 3, 4, 5]],
    [{ note: { $exists: true } }, [5]],
    [{ note: { $type: 'null' } }, [5]],
    [{ item: /^p/ }, [3, 4, 5]],
    [{ item: { $regex: 'P', $options: 'i' } }, [3, 4, 5]],
    [{ item: { $not: /^p/ } }, [1, 2]],
    [{ $or: [{ qty: 25 }, { item: 'paper' }] }, [1, 3]],
    [{ $nor: [{ qty: 25 }, { item: 'paper' }] }, [2, 4, 5]],
    [{ $and: [{ qty: { $gt: 30 } }, { tags: 'blue' }] }, [5]],
    [{ $expr: { $gt: ['$size.w', { $multiply: ['$size.h', 1.45] }] } }, [1, 5]],
  ]
  test.each(cases.map(([filter, found]) => [BSON.EJSON.stringify(filter), filter, found] as const))(
    '%s',
    async (_, filter, found) => expect(await find(collection, filter)).toEqual(found),
  )

  test('dates, ObjectIds and UUIDs are found by value', async () => {
    const [id, uuid, date] = [new ObjectId(), new UUID(), new Date()]
    const stamped = await fresh([
      { ref: id, uuid, date },
      { ref: new ObjectId(), uuid: new UUID(), date: new Date(date.getTime() + 1) },
    ])
    for (const filter of [{ ref: id }, { ref: { $in: [id] } }, { uuid }, { date: { $gt: date } }, { date }])
      expect(await stamped.countDocuments(filter)).toBe(1)
  })

  test('unknown operators are errors', async () => {
    await expect(collection.find({ qty: { $frob: 1 } }).toArray()).rejects.toHaveProperty('code')
    await expect(collection.find({ $frob: [] }).toArray()).rejects.toHaveProperty('code')
  })
})

describe(`filters of a catalogue, on ${serverName}`, () => {
  const { fresh } = useDatabase()
  let bare: Collection<Row>
  let indexed: Collection<Row>
  beforeAll(async () => {
    bare = await fresh(shop())
    indexed = await fresh(shop())
    await indexed.createIndexes(shopIndexes.map((index) => ({ ...index })))
  })

  const has = (k: string, v: unknown) => ({ $elemMatch: { k, v } })
  const spec = (k: string, v: unknown) => ({ specs: has(k, v) })
  const cases: Record<string, Cases> = {
    'one spec, several, a range of one, none': [
      [spec('color', 'black'), [1, 3, 5]],
      [{ 'specs.k': 'dpi', 'specs.v': 'black' }, [1]],
      [{ specs: { $all: [has('color', 'black'), has('watt', { $gte: 10 })] } }, [5]],
      [{ $and: [spec('color', { $in: ['black', 'red'] }), spec('dpi', { $gte: 500, $lt: 1600 })] }, [4]],
      [{ specs: { $not: { $elemMatch: { k: 'color' } } } }, [6]],
      [{ specs: { k: 'watt', v: 9 } }, [3]],
    ],
    'arrays: empty, one of, a pattern among values, none of, all of': [
      [{ tags: [] }, [3]],
      [{ tags: { $size: 0 } }, [3]],
      [{ tags: { $in: [/^g/, 'new'] } }, [1, 4, 5, 6]],
      [{ tags: { $ne: 'sale' } }, [3, 4, 6]],
      [{ tags: { $nin: ['sale', 'new'] } }, [3, 6]],
      [{ tags: { $all: ['gift', 'sale'] } }, [5]],
      [{ tags: 'sale', price: { $lte: 50 } }, [1, 2]],
    ],
    'null and missing': [
      [{ rating: null }, [3, 4]],
      [{ rating: { $exists: false } }, [4]],
      [{ rating: { $ne: null } }, [1, 2, 5, 6]],
      [{ rating: { $in: [null, 4.9] } }, [3, 4, 6]],
      [{ rating: { $gte: null } }, [3, 4]],
      [{ rating: { $lt: 5 } }, [1, 2, 5, 6]],
      [{ rating: { $not: { $gt: 4 } } }, [2, 3, 4]],
      [{ rating: { $type: 'number' } }, [1, 2, 5, 6]],
    ],
    'paths through arrays': [
      [{ 'variants.stock': 0 }, [1, 5]],
      [{ 'variants.stock': { $gt: 4 } }, [2, 6]],
      [{ 'variants.stock': { $gt: 2, $lt: 9 } }, [1, 2, 6]], // document 6 has one item above 2, another below 9
      [{ variants: { $elemMatch: { stock: { $gt: 2, $lt: 9 } } } }, [1, 2]],
      [{ 'variants.sku': { $in: ['b1', 'f2', 'nope'] } }, [2, 6]],
      [{ 'variants.stock': { $ne: 0 } }, [2, 3, 4, 6]],
      [{ 'variants.stock': { $exists: false } }, [3]],
      [{ 'variants.1.stock': 9 }, [6]],
      [{ 'variants.0': { $exists: true } }, [1, 2, 4, 5, 6]],
      [{ $expr: { $gt: [{ $sum: '$variants.stock' }, 2] } }, [1, 2, 6]],
    ],
    'prefixes and other patterns': [
      [{ name: /^Air/ }, [1, 2]],
      [{ name: /^air/i }, [1, 2, 5]],
      [{ name: { $regex: '^Desk ' } }, [3, 4]],
      [{ name: /Mouse$/ }, [1, 4]],
      [{ name: { $in: [/^Z/, 'Desk Lamp'] } }, [3, 6]],
      [{ name: { $gte: 'Air', $lt: 'Ais' } }, [1, 2]],
      [{ name: { $not: /^[AD]/ } }, [5, 6]],
    ],
    'moments and spans of time': [
      [{ at: { $gte: new Date('2026-02-01'), $lt: new Date('2026-03-01') } }, [2, 3]],
      [{ at: new Date('2026-04-01') }, [6]],
      [{ at: { $gt: '2026-01-01' } }, []],
      [{ $expr: { $eq: [{ $month: '$at' }, 3] } }, [4, 5]],
    ],
    'several conditions': [
      [{ _id: { $in: [1, 2, 3, 99] }, brand: 'Acme' }, [1, 2]],
      [{ $and: [{ _id: { $in: [2, 3] } }, { $or: [{ brand: 'Lumen' }, { price: 80 }] }] }, [3]],
      [{ brand: 'Acme', tags: 'new' }, [1]],
      [{ brand: { $eq: 'Nobody' } }, []],
    ],
  }
  test.each(Object.entries(cases))('%s, with indexes and without', async (_, filters) => {
    for (const collection of [bare, indexed])
      for (const [filter, found] of filters) expect([filter, await find(collection, filter)]).toEqual([filter, found])
  })

  test('an index changes no answer over many products', async () => {
    const [plain, withIndexes] = [await fresh(catalogue(300)), await fresh(catalogue(300))]
    await withIndexes.createIndexes([
      { key: { slug: 1 }, unique: true },
      { key: { category: 1, price: 1 } },
      { key: { terms: 1 } },
      { key: { brand: 1 }, sparse: true },
      { key: { updatedAt: 1, _id: 1 } },
    ])
    const filters: Document[] = [
      { category: 'category-3' },
      { terms: { $all: ['acme', 'desk'] } },
      { terms: { $in: ['acme', 'lumen'] }, active: true },
      { terms: /^ac/ },
      { brand: { $in: ['Acme', null] } },
      { brand: { $in: ['Acme', /^L/] } },
      { $and: [{ brand: 'Acme' }, { price: { $gt: 9000 } }] },
      { $or: [{ brand: 'Acme' }, { category: 'category-1' }] },
      { brand: { $ne: 'Acme' } },
      { updatedAt: { $gte: new Date(1_760_000_000_000 + 900 * 60_000) } },
      { slug: 'product-7' },
    ]
    for (const filter of filters) {
      const found = await find(plain, filter)
      expect(found.length).toBeGreaterThan(0)
      expect(await find(withIndexes, filter)).toEqual(found)
    }
    await withIndexes.updateMany({ brand: 'Acme' }, { $set: { brand: 'Zenith' } })
    await withIndexes.deleteMany({ category: 'category-0' })
    await plain.updateMany({ brand: 'Acme' }, { $set: { brand: 'Zenith' } })
    await plain.deleteMany({ category: 'category-0' })
    for (const filter of [{ brand: 'Acme' }, { brand: 'Zenith' }, { category: 'category-0' }])
      expect(await find(withIndexes, filter)).toEqual(await find(plain, filter))
  })
})
