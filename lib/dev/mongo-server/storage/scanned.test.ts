import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MongoDevServer, startMongoDevServer } from '../server'

const PRODUCTS = 1_500
const NOW = Date.UTC(2026, 10, 30)

let server: MongoDevServer
let client: MongoClient
beforeAll(async () => {
  server = await startMongoDevServer()
  client = await new MongoClient(server.uri).connect()
})
afterAll(async () => {
  await client.close()
  await server.stop()
})

const scanned = async (): Promise<number> =>
  (await client.db().admin().command({ serverStatus: 1 })).metrics.queryExecutor.scannedObjects

it('a list of ids is looked up in time that grows with its length only', async () => {
  const products = client.db('shop').collection<{ _id: number }>('listed')
  const ids = Array.from({ length: 4_000 }, (_, index) => index)
  await products.insertMany(ids.map((_id) => ({ _id })))
  const timeOf = async (count: number) => {
    const began = performance.now()
    expect(
      await products.find({ _id: { $in: ids.slice(0, count) } }, { projection: { _id: 1 } }).toArray(),
    ).toHaveLength(count)
    return performance.now() - began
  }
  await timeOf(4_000)
  expect(await timeOf(4_000)).toBeLessThan(30 * (await timeOf(400)) + 50) // quadratic time: 100 times as long
})

it('a poll for what changed looks at what changed, not at the whole catalogue', async () => {
  const products = client.db('shop').collection<{ updatedAt: Date }>('products')
  await products.createIndex({ updatedAt: 1, _id: 1 })
  const old = (index: number) => ({ updatedAt: new Date(NOW - 60_000 - index) })
  await products.insertMany(Array.from({ length: PRODUCTS }, (_, index) => old(index)))
  const poll = () =>
    products
      .find({ updatedAt: { $gte: new Date(NOW - 10_000) } })
      .sort({ updatedAt: 1, _id: 1 })
      .limit(1_000)
      .toArray()

  const before = await scanned()
  expect(await poll()).toHaveLength(0)
  expect((await scanned()) - before).toBe(0)
  await products.insertOne({ updatedAt: new Date(NOW) })
  expect(await poll()).toHaveLength(1)
  expect((await scanned()) - before).toBe(1)
})
