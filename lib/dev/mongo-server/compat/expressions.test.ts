// biome-ignore-all lint/suspicious/noThenProperty: the operators' own word
import type { Document } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { catalogue, shop } from './fixtures'
import { type Row, serverName, useDatabase } from './support'

describe(`expressions, on ${serverName}`, () => {
  const { fresh } = useDatabase()

  /** Stores a product of the example shop and returns the fields that an aggregation computes for it. */
  async function computed(_id: number, fields: Document, ...more: Document[]): Promise<Document | undefined> {
    const collection = await fresh(shop())
    const [result] = await collection
      .aggregate([{ $match: { _id } }, { $project: { _id: 0, ...fields } }, ...more])
      .toArray()
    return result
  }

  test('conditions choose', async () => {
    const band = { branches: [{ case: { $lt: ['$price', 30] }, then: 'low' }], default: 'high' }
    const fields = {
      cond: { $cond: [{ $gt: ['$price', 3] }, 'much', 'little'] },
      band: { $switch: band },
      removed: { $cond: { if: { $gt: ['$price', 100] }, then: 'dear', else: '$$REMOVE' } },
      fallback: { $ifNull: ['$nope', 'x'] },
      has: { $in: ['new', '$tags'] },
      type: { $type: '$nope' },
    } // prettier-ignore
    expect(await computed(1, fields)).toEqual({ cond: 'much', band: 'low', fallback: 'x', has: true, type: 'missing' })
  })

  test('numbers are computed, rounded and compared', async () => {
    const fields = {
      third: { $round: [{ $divide: ['$price', 3] }, 2] },
      cents: { $toInt: { $multiply: ['$price', 100] } },
      stars: { $round: ['$rating', 0] },
      sum: { $add: ['$price', 1, 2] },
      left: { $subtract: ['$price', 5] },
      most: { $max: '$variants.stock' },
    }
    const expected = { third: 6.67, cents: 2000, stars: 4, sum: 23, left: 15, most: 3 }
    expect(await computed(1, fields)).toEqual(expected)
  })

  test('strings are taken apart and put together', async () => {
    const fields = {
      label: { $concat: ['$name', '-', { $toString: '$price' }] },
      words: { $split: [{ $toLower: '$name' }, ' '] },
      start: { $substrCP: ['$name', 0, 3] },
      isAir: { $regexMatch: { input: '$name', regex: '^air', options: 'i' } },
    }
    const expected = { label: 'Air Mouse-20', words: ['air', 'mouse'], start: 'Air', isAir: true }
    expect(await computed(1, fields)).toEqual(expected)
  })

  test('lists are mapped, filtered, folded and cut', async () => {
    const fields = {
      skus: { $map: { input: '$variants', as: 'v', in: { $toUpper: '$$v.sku' } } },
      inStock: { $filter: { input: '$variants', as: 'v', cond: { $gt: ['$$v.stock', 0] } } },
      text: { $reduce: { input: '$tags', initialValue: '', in: { $concat: ['$$value', '/', '$$this'] } } },
      first: { $arrayElemAt: ['$tags', 0] },
      last: { $last: '$tags' },
      all: { $concatArrays: ['$tags', ['x']] },
      at: { $indexOfArray: ['$tags', 'sale'] },
      some: { $slice: ['$tags', 1] },
      count: { $size: '$variants' },
      union: { $size: { $setUnion: ['$tags', ['sale', 'x']] } },
      sorted: { $sortArray: { input: '$variants.stock', sortBy: 1 } },
    }
    expect(await computed(1, fields)).toEqual({
      ...{ skus: ['A1', 'A2'], inStock: [{ sku: 'a1', stock: 3 }], text: '/new/sale', first: 'new', last: 'sale' },
      ...{ all: ['new', 'sale', 'x'], at: 1, some: ['new'], count: 2, union: 3, sorted: [0, 3] },
    })
  })

  test('lists of pairs become documents, and back', async () => {
    const fields = { specs: { $arrayToObject: '$specs' }, merged: { $mergeObjects: [{ a: 1 }, { b: 2 }] } }
    expect(await computed(1, fields, { $set: { back: { $objectToArray: '$specs' } } })).toEqual({
      specs: { color: 'black', dpi: 1600 },
      merged: { a: 1, b: 2 },
      back: [
        { k: 'color', v: 'black' },
        { k: 'dpi', v: 1600 },
      ],
    }) // prettier-ignore
  })

  test('dates are cut, moved and told apart', async () => {
    const fields = {
      text: { $dateToString: { date: '$at', format: '%Y-%m-%d' } },
      year: { $year: '$at' },
      hour: { $dateTrunc: { date: '$at', unit: 'hour' } },
      month: { $dateTrunc: { date: '$at', unit: 'month' } },
      days: { $dateDiff: { startDate: new Date('2026-03-01'), endDate: '$at', unit: 'day' } },
      later: { $dateAdd: { startDate: '$at', unit: 'hour', amount: 1 } },
      parsed: { $toDate: '2026-01-01T00:00:00Z' },
      inBerlin: { $dateToString: { date: '$at', format: '%Y-%m', timezone: 'Europe/Berlin' } },
    }
    expect(await computed(5, fields)).toMatchObject({
      ...{ text: '2026-03-31', year: 2026, hour: new Date('2026-03-31T23:00:00Z'), month: new Date('2026-03-01') },
      later: new Date('2026-04-01T00:30:00Z'),
      ...{ parsed: new Date('2026-01-01'), inBerlin: '2026-04' },
    })
    expect(Number((await computed(5, fields))?.days)).toBe(30)
  })
})

describe(`the facets of a listing, on ${serverName}`, () => {
  const database = useDatabase()
  const products = catalogue(1500)
  const inListing = ({ category, active, specs }: Row) =>
    category === 'category-0' && active && ['black', 'red'].includes(specs.color)
  const listing = { category: 'category-0', active: true, 'specs.color': { $in: ['black', 'red'] } }

  test('one query counts values, spans and pages of what matches', async () => {
    const collection = await database.fresh(products)
    await collection.createIndex({ category: 1, price: 1 })
    const matching = products.filter(inListing)
    const prices = matching.map(({ price }) => price)
    const ratings = { groupBy: '$rating.average', boundaries: [1, 2, 3, 4, 5.1], output: { count: { $sum: 1 } } }
    const facets = {
      specs: [
        { $project: { specs: { $objectToArray: '$specs' } } },
        { $unwind: '$specs' },
        { $group: { _id: { key: '$specs.k', value: '$specs.v' }, count: { $sum: 1 } } },
      ],
      price: [{ $group: { _id: null, min: { $min: '$price' }, max: { $max: '$price' } } }],
      ratings: [{ $bucket: ratings }],
      brands: [{ $sortByCount: '$brand' }],
      page: [{ $sort: { price: 1, _id: 1 } }, { $skip: 10 }, { $limit: 10 }, { $project: { price: 1 } }],
      total: [{ $count: 'n' }],
    }
    const [result] = await collection.aggregate([{ $match: listing }, { $facet: facets }]).toArray()
    const sum = (counts: Row[]) => counts.reduce((total, { count }) => total + count, 0)
    expect(matching.length).toBeGreaterThan(30)
    expect(result?.total).toEqual([{ n: matching.length }])
    expect(result?.price).toEqual([{ _id: null, min: Math.min(...prices), max: Math.max(...prices) }])
    expect(result?.page.map(({ price }: Row) => price)).toEqual(prices.toSorted((a, b) => a - b).slice(10, 20))
    expect([sum(result?.ratings), sum(result?.brands)]).toEqual([matching.length, matching.length])
    const red = matching.filter(({ specs }) => specs.color === 'red').length
    expect(result?.specs).toContainEqual({ _id: { key: 'color', value: 'red' }, count: red })
  })

  test('each facet leaves its own filter out', async () => {
    const collection = await database.fresh(shop())
    const black = { specs: { $elemMatch: { k: 'color', v: 'black' } } }
    const brand = { brand: { $in: ['Acme', 'Lumen'] } }
    const colors = [
      { $unwind: '$specs' },
      { $match: { 'specs.k': 'color' } },
      { $group: { _id: '$specs.v', n: { $sum: 1 } } },
      { $sort: { n: -1 } },
    ]
    const facets = {
      color: [{ $match: brand }, ...colors],
      brand: [{ $match: black }, { $sortByCount: '$brand' }],
      total: [{ $match: { ...black, ...brand } }, { $group: { _id: null, n: { $sum: 1 } } }],
      none: [{ $match: { brand: 'Nobody' } }, { $sortByCount: '$brand' }],
    }
    const [result] = await collection.aggregate([{ $match: { price: { $lt: 100 } } }, { $facet: facets }]).toArray()
    expect(result).toEqual({
      color: [
        { _id: 'black', n: 3 },
        { _id: 'white', n: 1 },
      ],
      brand: [
        { _id: 'Lumen', count: 2 },
        { _id: 'Acme', count: 1 },
      ],
      total: [{ _id: null, n: 3 }],
      none: [],
    }) // prettier-ignore
  })

  test('stages and projections leave the stored documents alone', async () => {
    const collection = await database.fresh(products.slice(0, 50))
    const unwind = { path: '$terms', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true }
    const change = [{ $set: { 'rating.average': 0 } }, { $unset: 'specs.color' }, { $unwind: unwind }]
    const reduce = [{ $project: { specs: { color: 0 } } }]
    await collection.aggregate(change).toArray()
    await collection.aggregate([{ $facet: { change, reduce } }]).toArray()
    await collection.find({}, { projection: { 'rating.count': 0, specs: { color: 0 } } }).toArray()
    const other = await database.fresh([{ _id: 1 }])
    const lookup = { from: collection.collectionName, pipeline: change, as: 'all' }
    await other.aggregate([{ $lookup: lookup }]).toArray()
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual(products.slice(0, 50))
  })
})
