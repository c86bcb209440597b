import type { Document } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { shop } from './fixtures'
import { serverName, useDatabase } from './support'

const duplicate = { code: 11000 }

describe(`indexes, on ${serverName}`, () => {
  const { fresh } = useDatabase()

  test('a unique value exists once, however it is written', async () => {
    const collection = await fresh([{ slug: 'a' }, { slug: 'b' }])
    expect(await collection.createIndex({ slug: 1 }, { unique: true })).toBe('slug_1')
    const insert = collection.insertOne({ slug: 'a' })
    await expect(insert).rejects.toMatchObject({ ...duplicate, keyPattern: { slug: 1 } })
    const rename = { $set: { slug: 'a' } }
    await expect(collection.updateOne({ slug: 'b' }, rename)).rejects.toMatchObject(duplicate)
    await expect(collection.updateOne({ slug: 'c' }, rename, { upsert: true })).rejects.toMatchObject(duplicate)
    await expect(collection.replaceOne({ slug: 'b' }, { slug: 'a' })).rejects.toMatchObject(duplicate)
    expect(await collection.countDocuments()).toBe(2)
  })

  test('a value that is deleted or changed is free again', async () => {
    const collection = await fresh([{ slug: 'a' }, { slug: 'b' }])
    await collection.createIndex({ slug: 1 }, { unique: true })
    await collection.deleteOne({ slug: 'a' })
    await collection.updateOne({ slug: 'b' }, { $set: { slug: 'c' } })
    await collection.insertMany([{ slug: 'a' }, { slug: 'b' }])
  })

  test('a unique index may span fields', async () => {
    const collection = await fresh([
      { shop: 1, sku: 'a' },
      { shop: 2, sku: 'a' },
    ])
    await collection.createIndex({ shop: 1, sku: 1 }, { unique: true })
    await expect(collection.insertOne({ shop: 1, sku: 'a' })).rejects.toMatchObject(duplicate)
  })

  test('a unique index over a list counts each item, but not twice in one document', async () => {
    const collection = await fresh(shop().slice(0, 2))
    await collection.createIndex({ 'variants.sku': 1 }, { unique: true })
    await collection.insertOne({ variants: [{ sku: 'x' }, { sku: 'x' }] })
    await expect(collection.insertOne({ variants: [{ sku: 'y' }, { sku: 'b1' }] })).rejects.toMatchObject(duplicate)
    const push: Document = { $push: { variants: { sku: 'x' } } }
    await expect(collection.updateOne({ _id: 1 }, push)).rejects.toMatchObject(duplicate)
  })

  test('missing counts as null, unless the index is sparse', async () => {
    const collection = await fresh()
    await collection.createIndex({ a: 1 }, { unique: true })
    await collection.insertOne({})
    await expect(collection.insertOne({})).rejects.toMatchObject(duplicate)
    const sparse = await fresh([{}, {}])
    await sparse.createIndex({ ean: 1 }, { unique: true, sparse: true })
    await sparse.insertOne({ ean: null })
    await expect(sparse.insertOne({ ean: null })).rejects.toMatchObject(duplicate)
  })

  test('a partial index counts the documents that its filter finds', async () => {
    const collection = await fresh([
      { slug: 's', archived: true },
      { slug: 's', archived: true },
      { slug: 's', archived: false },
    ])
    await collection.createIndex({ slug: 1 }, { unique: true, partialFilterExpression: { archived: false } })
    const restore = collection.updateOne({ archived: true }, { $set: { archived: false } })
    await expect(restore).rejects.toMatchObject(duplicate)
    expect(await collection.countDocuments({ slug: 's' })).toBe(3)
  })

  test('a unique index over duplicates is refused', async () => {
    const collection = await fresh([{ a: 1 }, { a: 1 }])
    await expect(collection.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject(duplicate)
    expect(await collection.indexes()).toHaveLength(1)
  })

  test('indexes of all kinds are created, listed and dropped', async () => {
    const collection = await fresh([{ a: 1 }])
    await collection.createIndex({ a: 1, b: -1 })
    await collection.createIndex({ t: 'text' })
    await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60, name: 'ttl' })
    const names = async () => (await collection.indexes()).map(({ name }) => name)
    expect(await names()).toEqual(['_id_', 'a_1_b_-1', 't_text', 'ttl'])
    expect(await collection.indexExists('ttl')).toBe(true)
    await collection.dropIndex('ttl')
    await expect(collection.dropIndex('ttl')).rejects.toMatchObject({ code: 27 })
    await collection.dropIndexes()
    expect(await names()).toEqual(['_id_'])
  })

  test('a range of dates finds the same with an index as without', async () => {
    const day = (number: number) => new Date(Date.UTC(2026, 0, number))
    const rows = [
      { _id: 1, at: day(1) },
      { _id: 2, at: day(2) },
      { _id: 3, at: [day(1), day(9)] },
      { _id: 4, at: day(9) },
      { _id: 5, at: 'yesterday' },
      { _id: 6, at: null },
      { _id: 7 },
      { _id: 8, at: day(2) },
    ]
    const ranges: Document[] = [
      { $gte: day(2) },
      { $gt: day(2) },
      { $lte: day(2) },
      { $lt: day(1) },
      { $gte: day(2), $lt: day(3) },
      { $gt: day(2), $lte: day(8) },
    ]
    const plain = await fresh(rows)
    const indexed = await fresh(rows)
    await indexed.createIndex({ at: 1, _id: 1 })
    const found = async (collection: typeof plain, at: Document) =>
      (await collection.find({ at }).sort({ _id: 1 }).toArray()).map(({ _id }) => _id)
    for (const range of ranges) expect(await found(indexed, range)).toEqual(await found(plain, range))
    await indexed.updateOne({ _id: 1 }, { $set: { at: day(5) } })
    await indexed.deleteOne({ _id: 4 })
    expect(await found(indexed, { $gte: day(3) })).toEqual([1, 3])
  })

  test('an index that is there already is no error, one with other options is', async () => {
    const collection = await fresh(shop())
    const key = { brand: 1, price: -1 } as const
    expect(await collection.createIndex(key)).toBe('brand_1_price_-1')
    expect(await collection.createIndex(key)).toBe('brand_1_price_-1')
    const unique = await collection.createIndex(key, { unique: true }).catch(({ code }) => code)
    expect([85, 86]).toContain(unique)
  })
})
