import { Long, MongoClient } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { shop } from './fixtures'
import { serverName, useDatabase } from './support'

describe(`connections and administration, on ${serverName}`, () => {
  const database = useDatabase()

  test('a server answers ping, hello and buildInfo', async () => {
    expect(await database.db.command({ ping: 1 })).toMatchObject({ ok: 1 })
    expect(await database.db.command({ hello: 1 })).toMatchObject({ isWritablePrimary: true })
    expect(await database.db.admin().buildInfo()).toHaveProperty('version')
  })

  test('an unknown command is CommandNotFound', async () => {
    await expect(database.db.command({ frobnicate: 1 })).rejects.toMatchObject({ code: 59 })
  })

  test('a command with input of the wrong type is refused, and the connection stays', async () => {
    await expect(database.db.command({ find: 'x', filter: 'all' })).rejects.toHaveProperty('code')
    expect(await database.db.command({ ping: 1 })).toMatchObject({ ok: 1 })
  })

  test('reads and writes work in a session', async () => {
    const collection = await database.fresh(shop())
    await database.client.withSession(async (session) => {
      await collection.updateOne({ _id: 1 }, { $set: { price: 21 } }, { session })
      expect(await collection.findOne({ _id: 1 }, { session })).toMatchObject({ price: 21 })
    })
  })

  test('a transaction is atomic, or refused with IllegalOperation', async () => {
    const collection = await database.fresh(shop())
    const run = (fails: boolean) =>
      database.client.withSession((session) =>
        session.withTransaction(async () => {
          await collection.findOne({ _id: 1 }, { session })
          await collection.updateOne({ _id: 1 }, { $set: { price: 1 } }, { session })
          if (fails) throw new Error('changed my mind')
          await collection.updateOne({ _id: 2 }, { $set: { price: 2 } }, { session })
        }),
      )
    const refusal = await run(false).then(
      () => null,
      (error: unknown) => error,
    )
    if (refusal) expect(refusal).toMatchObject({ code: 20 })
    await collection.updateMany({ _id: { $in: [1, 2] } }, { $set: { price: 9 } })
    await expect(run(true)).rejects.toThrow()
    expect(await collection.findOne({ _id: 1 })).toMatchObject({ price: 9 })
  })

  test('collections are created, listed by a filter, and dropped', async () => {
    const { db } = database
    await db.createCollection('made')
    expect(await db.listCollections({ name: 'made' }).toArray()).toMatchObject([{ name: 'made', type: 'collection' }])
    expect(await db.dropCollection('made')).toBe(true)
    expect(await db.listCollections({ name: 'made' }, { nameOnly: true }).toArray()).toEqual([])
  })

  test('creating a collection twice is no error, since MongoDB 7.0', async () => {
    await database.db.createCollection('twice')
    await database.db.createCollection('twice')
  })

  test('a validator is accepted, at creation and later', async () => {
    const validator = { $jsonSchema: { bsonType: 'object', required: ['slug'] } }
    const collection = await database.db.createCollection('validated', { validator })
    await database.db.command({ collMod: 'validated', validator, validationLevel: 'moderate' })
    await collection.insertOne({ slug: 'a' })
    await expect(database.db.command({ collMod: 'missing', validator })).rejects.toMatchObject({ code: 26 })
  })

  test('databases are listed while they hold something, and dropped', async () => {
    const doomed = database.client.db(`${database.db.databaseName}_doomed`)
    const names = async () => (await database.client.db().admin().listDatabases({ nameOnly: true })).databases
    await doomed.collection('x').insertOne({})
    expect(await names()).toContainEqual(expect.objectContaining({ name: doomed.databaseName }))
    await doomed.dropDatabase()
    expect(await doomed.listCollections().toArray()).toEqual([])
    expect(await names()).not.toContainEqual(expect.objectContaining({ name: doomed.databaseName }))
  })

  test('any write concern is accepted', async () => {
    const collection = await database.fresh()
    for (const writeConcern of [{ w: 0 }, { w: 1 }, { w: 'majority', j: true }] as const)
      await collection.insertOne({ a: 1 }, { writeConcern })
    await expect.poll(() => collection.countDocuments()).toBe(3)
  })

  test('a query that takes longer than maxTimeMS fails', async () => {
    const collection = await database.fresh(Array.from({ length: 400 }, (_, n) => ({ n })))
    const everyPair = { $lookup: { from: collection.collectionName, pipeline: [{ $sort: { n: -1 } }], as: 'all' } }
    await expect(collection.aggregate([everyPair], { maxTimeMS: 1 }).toArray()).rejects.toMatchObject({ code: 50 })
    expect(await collection.find({}, { maxTimeMS: 60_000 }).toArray()).toHaveLength(400)
  })

  test('a cursor that the server does not know is CursorNotFound', async () => {
    const getMore = Long.fromNumber(987_654_321)
    await expect(database.db.command({ getMore, collection: 'x' })).rejects.toMatchObject({ code: 43 })
  })
})

describe(`many at once, on ${serverName}`, () => {
  const database = useDatabase()

  test('of 200 concurrent increments none is lost', async () => {
    const collection = await database.fresh([{ _id: 1, n: 0 }])
    await Promise.all(Array.from({ length: 200 }, () => collection.updateOne({}, { $inc: { n: 1 } })))
    expect(await collection.findOne()).toMatchObject({ n: 200 })
  })

  test('a unique slug that 50 insert is inserted once', async () => {
    const collection = await database.fresh()
    await collection.createIndex({ slug: 1 }, { unique: true })
    const inserts = Array.from({ length: 50 }, () => collection.insertOne({ slug: 'only' }))
    const results = await Promise.allSettled(inserts)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('the last unit of stock goes to one of two buyers', async () => {
    const collection = await database.fresh([{ _id: 1, variants: [{ sku: 'x', stock: 3 }] }])
    const filter = { variants: { $elemMatch: { sku: 'x', stock: { $gte: 2 } } } }
    const takeTwo = () => collection.updateOne(filter, { $inc: { 'variants.$.stock': -2 } })
    const taken = await Promise.all([takeTwo(), takeTwo()])
    expect(taken.map(({ modifiedCount }) => modifiedCount).sort()).toEqual([0, 1])
  })

  test('20 clients write side by side', async () => {
    const { collectionName } = await database.fresh()
    const write = async (i: number) => {
      const client = await new MongoClient(database.uri).connect()
      const collection = client.db(database.db.databaseName).collection(collectionName)
      await collection.insertMany(Array.from({ length: 50 }, (_, n) => ({ i, n })))
      await client.close()
    }
    await Promise.all(Array.from({ length: 20 }, (_, i) => write(i)))
    expect(await database.db.collection(collectionName).countDocuments()).toBe(1000)
  })
})
