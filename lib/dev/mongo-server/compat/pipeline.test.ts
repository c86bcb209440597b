import { type Document, ObjectId } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { items, shop } from './fixtures'
import { idsOf, serverName, useDatabase } from './support'

describe(`groups and counts, on ${serverName}`, () => {
  const { fresh } = useDatabase()
  const run = async (documents: Document[], stages: Document[]) => (await fresh(documents)).aggregate(stages).toArray()

  test('$group adds up, and keeps the order that it gets', async () => {
    const accumulators = {
      n: { $sum: 1 },
      average: { $avg: '$qty' },
      min: { $min: '$qty' },
      max: { $max: '$qty' },
      first: { $first: '$item' },
      last: { $last: '$item' },
      all: { $push: '$_id' },
    }
    const stages = [
      { $sort: { _id: 1 } },
      { $unwind: '$tags' },
      { $group: { _id: '$tags', ...accumulators } },
      { $sort: { n: -1, _id: 1 } },
    ]
    const [blank] = await run(items(), stages)
    expect(blank).toEqual({
      ...{ _id: 'blank', n: 4, average: 62.5, min: 25, max: 100 },
      ...{ first: 'journal', last: 'planner', all: [1, 2, 3, 4] },
    })
  })

  test('$group skips what is missing, but null stays in lists', async () => {
    const group = {
      _id: '$brand',
      average: { $avg: '$rating' },
      ratings: { $push: '$rating' },
      none: { $sum: '$nope' },
    }
    expect(await run(shop(), [{ $sort: { _id: 1 } }, { $group: group }, { $sort: { _id: 1 } }])).toEqual([
      { _id: 'Acme', average: 4.2, ratings: [4.5, 3.9], none: 0 },
      { _id: 'Cobalt', average: 4.9, ratings: [4.9], none: 0 },
      { _id: 'Lumen', average: 4.1, ratings: [null, 4.1], none: 0 },
    ])
  })

  test('$group puts null and missing together', async () => {
    const stages = [{ $group: { _id: '$rating', n: { $sum: 1 } } }, { $match: { _id: null } }]
    expect(await run(shop(), stages)).toEqual([{ _id: null, n: 2 }])
  })

  test('$group by several fields', async () => {
    const result = await run(shop(), [
      { $unwind: '$specs' },
      { $match: { 'specs.k': 'color' } },
      { $group: { _id: { brand: '$brand', color: '$specs.v' }, n: { $count: {} } } },
      { $sort: { '_id.brand': 1, '_id.color': 1 } },
    ])
    const lines = result.map(({ _id, n }) => `${_id.brand} ${_id.color} ${n}`)
    expect(lines).toEqual(['Acme black 1', 'Acme white 1', 'Cobalt red 1', 'Lumen black 2'])
  })

  test('$addToSet collects each value once', async () => {
    const stages = [{ $group: { _id: null, sizes: { $addToSet: '$size.h' }, pairs: { $addToSet: '$dim' } } }]
    const [result] = await run(items(), stages)
    expect(result?.sizes.toSorted()).toEqual([10, 14, 22, 8])
    expect(result?.pairs).toHaveLength(3)
  })

  test('$sortByCount and $count', async () => {
    const counts = await run(items(), [{ $unwind: '$tags' }, { $sortByCount: '$tags' }])
    expect(counts.map(({ count }) => count)).toEqual([4, 4, 1, 1])
    expect(await run(items(), [{ $match: { qty: { $gt: 45 } } }, { $count: 'n' }])).toEqual([{ n: 3 }])
  })

  test('$bucket takes its lower boundary in, and leaves empty buckets out', async () => {
    const bucket = {
      groupBy: '$price',
      boundaries: [0, 20, 50, 100],
      default: 'more',
      output: { n: { $sum: 1 }, ids: { $push: '$_id' } },
    }
    expect(await run(shop(), [{ $sort: { _id: 1 } }, { $bucket: bucket }])).toEqual([
      { _id: 20, n: 3, ids: [1, 3, 4] },
      { _id: 50, n: 2, ids: [2, 5] },
      { _id: 'more', n: 1, ids: [6] },
    ])
  })

  test('$bucketAuto, $sample and $setWindowFields', async () => {
    expect(await run(items(), [{ $bucketAuto: { groupBy: '$qty', buckets: 2 } }])).toHaveLength(2)
    expect(await run(items(), [{ $sample: { size: 2 } }])).toHaveLength(2)
    const window = { documents: ['unbounded', 'current'] }
    const running = { sortBy: { _id: 1 }, output: { sum: { $sum: '$qty', window } } }
    const sums = await run(items(), [{ $setWindowFields: running }, { $sort: { _id: 1 } }])
    expect(sums.map(({ sum }) => sum)).toEqual([25, 75, 175, 250, 295])
  })

  test('an unknown stage is an error', async () => {
    await expect(run(items(), [{ $frob: 1 }])).rejects.toMatchObject({ code: 40324 })
  })
})

describe(`stages that join and reshape, on ${serverName}`, () => {
  const { fresh } = useDatabase()

  test('$lookup joins by a field, and by the items of a list', async () => {
    const products = await fresh(shop())
    const brands = await fresh([
      { _id: 'Acme', country: 'DE' },
      { _id: 'Lumen', country: 'FR' },
    ])
    const joined = await products
      .aggregate([
        { $lookup: { from: brands.collectionName, localField: 'brand', foreignField: '_id', as: 'maker' } },
        { $unwind: { path: '$maker', preserveNullAndEmptyArrays: true } },
        { $match: { 'maker.country': { $ne: 'FR' } } },
        { $sort: { _id: 1 } },
        { $project: { country: '$maker.country' } },
      ])
      .toArray()
    expect(joined).toEqual([{ _id: 1, country: 'DE' }, { _id: 2, country: 'DE' }, { _id: 4 }, { _id: 6 }])

    const offers = await fresh([{ _id: 'sale' }, { _id: 'new' }, { _id: 'old' }])
    const byTag = { from: offers.collectionName, localField: 'tags', foreignField: '_id', as: 'offers' }
    const [first] = await products.aggregate([{ $match: { _id: 1 } }, { $lookup: byTag }]).toArray()
    expect(idsOf(first?.offers).toSorted()).toEqual(['new', 'sale'])
  })

  test('$lookup runs a pipeline with variables', async () => {
    const orders = await fresh([{ _id: 1, sku: 'a' }])
    const goods = await fresh([
      { _id: 'a', n: 5 },
      { _id: 'b', n: 6 },
    ])
    const pipeline = [{ $match: { $expr: { $eq: ['$_id', '$$sku'] } } }, { $project: { _id: 0 } }]
    const lookup = { from: goods.collectionName, let: { sku: '$sku' }, pipeline, as: 'goods' }
    expect(await orders.aggregate([{ $lookup: lookup }]).toArray()).toEqual([{ _id: 1, sku: 'a', goods: [{ n: 5 }] }])
  })

  test('$lookup of 2,000 in 2,000 takes less than two seconds', async () => {
    const ids = Array.from({ length: 2000 }, () => new ObjectId())
    const left = await fresh(ids.map((ref) => ({ ref })))
    const right = await fresh(ids.map((_id) => ({ _id })))
    const lookup = { from: right.collectionName, localField: 'ref', foreignField: '_id', as: 'r' }
    const started = performance.now()
    const stages = [{ $lookup: lookup }, { $match: { 'r.0': { $exists: true } } }, { $count: 'n' }]
    expect(await left.aggregate(stages).toArray()).toEqual([{ n: 2000 }])
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('$graphLookup follows a tree of categories', async () => {
    const tree = await fresh([{ _id: 'root' }, { _id: 'a', parent: 'root' }, { _id: 'b', parent: 'a' }])
    const link = { startWith: '$_id', connectFromField: '_id', connectToField: 'parent', as: 'below' }
    const stages = [{ $match: { _id: 'root' } }, { $graphLookup: { from: tree.collectionName, ...link } }]
    const [root] = await tree.aggregate(stages).toArray()
    expect(idsOf(root?.below).toSorted()).toEqual(['a', 'b'])
  })

  test('$unwind numbers items, and keeps documents without any', async () => {
    const products = await fresh(shop().slice(0, 3))
    const unwind = { path: '$variants', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true }
    const stages = [{ $unwind: unwind }, { $sort: { _id: 1, i: 1 } }, { $project: { sku: '$variants.sku', i: 1 } }]
    const rows = await products.aggregate(stages, { promoteLongs: true }).toArray()
    expect(rows.map(({ _id, i, sku }) => [_id, i === null ? i : Number(i), sku])).toEqual([
      [1, 0, 'a1'],
      [1, 1, 'a2'],
      [2, 0, 'b1'],
      [3, null, undefined],
    ])
  })

  test('$unionWith, $replaceRoot and $unset', async () => {
    const a = await fresh([{ _id: 1, x: { y: 1 } }])
    const b = await fresh([{ _id: 2, x: { y: 2 } }])
    const union = [{ $unionWith: b.collectionName }, { $replaceRoot: { newRoot: '$x' } }]
    expect(await a.aggregate(union).toArray()).toEqual([{ y: 1 }, { y: 2 }])
    expect(await a.aggregate([{ $unset: ['x.y'] }]).toArray()).toEqual([{ _id: 1, x: {} }])
    expect(await a.findOne()).toEqual({ _id: 1, x: { y: 1 } })
  })
})

describe(`pipelines that write, on ${serverName}`, () => {
  const { fresh } = useDatabase()

  test('$merge merges into what is there, and inserts the rest', async () => {
    const [source, target] = [await fresh(items()), await fresh([{ _id: 1, kept: true, qty: 0 }])]
    await source.aggregate([{ $project: { qty: 1 } }, { $merge: { into: target.collectionName } }]).toArray()
    expect(await target.findOne({ _id: 1 })).toEqual({ _id: 1, kept: true, qty: 25 })
    expect(await target.countDocuments()).toBe(5)
  })

  test('$merge keeps, discards, replaces or fails', async () => {
    const [source, target] = [await fresh(items()), await fresh([{ _id: 1, kept: true }])]
    const merge = (options: Document, filter: Document = {}) => {
      const $merge = { into: target.collectionName, ...options }
      return source.aggregate([{ $match: filter }, { $project: { qty: 1 } }, { $merge }]).toArray()
    }
    await merge({ whenMatched: 'keepExisting', whenNotMatched: 'discard' })
    expect(await target.find().toArray()).toEqual([{ _id: 1, kept: true }])
    await merge({ whenMatched: 'replace' }, { _id: { $lte: 2 } })
    const replaced = [
      { _id: 1, qty: 25 },
      { _id: 2, qty: 50 },
    ]
    expect(await target.find().sort({ _id: 1 }).toArray()).toEqual(replaced)
    await expect(merge({ whenMatched: 'fail' })).rejects.toMatchObject({ code: 11000 })
  })

  test('$out replaces a collection', async () => {
    const [source, target] = [await fresh(items()), await fresh([{ _id: 9 }])]
    await source.aggregate([{ $match: { _id: 2 } }, { $out: target.collectionName }]).toArray()
    expect(idsOf(await target.find().toArray())).toEqual([2])
  })
})
