import { setTimeout as sleep } from 'node:timers/promises'
import { type Collection, MongoClient } from 'mongodb'
import { expect, test } from 'vitest'
import { kill, startServerProcess, temporaryDirectory } from '../process-support'
import { startMongoDevServer } from '../server'

interface Row {
  _id: string
  slug: string
  version: number
}

type State = number | 'gone' // the version stored in a document

/**
 * State of each document according to the server's replies. A write without a reply when the server was killed may or
 * may not be stored.
 */
const acknowledged = new Map<string, State>()
const underWay = new Map<string, State>()
let written = 0

async function step(ids: string[], state: State, write: () => Promise<unknown>): Promise<void> {
  for (const id of ids) underWay.set(id, state)
  await write()
  for (const id of ids) {
    acknowledged.set(id, state)
    underWay.delete(id)
  }
}

async function writeUntilItFails(collection: Collection<Row>): Promise<void> {
  for (;;) {
    const id = `doc-${written++}`
    await step([id], 1, () => collection.insertOne({ _id: id, slug: id, version: 1 }))
    for (let version = 2; version < 40; version++)
      await step([id], version, () => collection.updateOne({ _id: id }, { $set: { version } }))
    if (written % 3 === 0) await step([id], 'gone', () => collection.deleteOne({ _id: id }))
    const many = Array.from({ length: 5 }, (_, i) => `${id}-${i}`)
    await step(many, 1, () => collection.insertMany(many.map((_id) => ({ _id, slug: _id, version: 1 }))))
  }
}

/**
 * Expects the collection to contain all acknowledged writes, whether or not it contains those without a reply. What it
 * contains then counts as acknowledged.
 */
async function expectAllThatWasAcknowledged(collection: Collection<Row>): Promise<void> {
  const found = new Map((await collection.find().toArray()).map(({ _id, version }) => [_id, version]))
  for (const id of new Set([...acknowledged.keys(), ...underWay.keys(), ...found.keys()])) {
    const state = found.get(id) ?? 'gone'
    expect([acknowledged.get(id) ?? 'gone', underWay.get(id)], id).toContain(state)
    acknowledged.set(id, state)
  }
  underWay.clear()
}

test('every write that was acknowledged is there after kill -9', { timeout: 20_000 }, async () => {
  const directory = temporaryDirectory()
  for (let round = 0; round < 3; round++) {
    const { child, uri } = await startServerProcess(`--data=${directory}`)
    const connect = () => new MongoClient(uri, { serverSelectionTimeoutMS: 500, retryWrites: false }).connect()
    const clients = await Promise.all([connect(), connect(), connect()])
    const collections = clients.map((client) => client.db('crash').collection<Row>('docs'))
    const [first] = collections
    await expectAllThatWasAcknowledged(first!)
    await first!.createIndex({ slug: 1 }, { unique: true })

    const writers = collections.map((collection) => expect(writeUntilItFails(collection)).rejects.toThrow())
    while (written < 10 * (round + 1)) await sleep(5)
    await sleep(round * 10)
    await kill(child)
    await Promise.all(writers)
    await Promise.all(clients.map((client) => client.close()))
  }
  const server = await startMongoDevServer({ directory })
  const client = await new MongoClient(server.uri).connect()
  const collection = client.db('crash').collection<Row>('docs')
  await expectAllThatWasAcknowledged(collection)
  expect(acknowledged.size).toBeGreaterThanOrEqual(30)
  const [taken] = await collection.find().limit(1).toArray()
  const again = collection.insertOne({ _id: 'another', slug: taken!.slug, version: 1 })
  await expect(again).rejects.toMatchObject({ code: 11000 })
  await client.close()
  await server.stop()
})
