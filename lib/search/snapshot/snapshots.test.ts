import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ObjectId } from 'mongodb'
import { Client } from 'pg'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { products, tombstones } from '@/lib/db/mongo'
import { forgetMongoIdentity } from '@/lib/db/mongo-identity'
import { postgres } from '@/lib/db/postgres'
import { env } from '@/lib/env'
import { EngineSupervisor } from '../engine-supervisor'
import { Feed } from '../sync/feed'
import type { Source } from '../sync/source'
import { closeFacts } from '../sync/store-facts'
import { indexOptions, storeSource } from '../sync/store-source'
import { insertLamp } from '../testing/shelve'
import { WorkerEngine } from '../worker/worker-engine'
import { startWorker } from '../worker/worker-start'
import { Snapshots } from './snapshots'

const DAY_MS = 24 * 60 * 60 * 1000
let folder: string
let source: Source
let snapshots: Snapshots

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapshots-'))
  source = storeSource()
  snapshots = new Snapshots({ folder, source, indexing: indexOptions() })
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await products().deleteMany({})
})
afterAll(closeFacts)

async function bury(id: string) {
  const _id = new ObjectId(id)
  await tombstones().updateOne({ _id }, { $currentDate: { deletedAt: true } }, { upsert: true })
  await products().deleteOne({ _id })
}

async function saved(): Promise<void> {
  const feed = await Feed.load(source, { indexing: indexOptions() })
  expect(await snapshots.save(feed.index, feed.cursor)).toBe(true)
}
const theFile = () => join(folder, readdirSync(folder).find((name) => name.endsWith('.index'))!)
const names = (feed: Feed) =>
  feed
    .search({ sort: 'newest' })
    .hits.map(({ id }) => id)
    .sort()

test('an instance that starts from a snapshot catches up on what was added, renamed, sold out and deleted', async () => {
  const [kept, renamed, deleted] = [await insertLamp('Kept'), await insertLamp('Renamed'), await insertLamp('Deleted')]
  await postgres().inventory.create({ data: { sku: kept.toUpperCase(), productId: kept, onHand: 1 } })
  await saved()
  const added = await insertLamp('Added')
  await products().updateOne(
    { _id: new ObjectId(renamed) },
    { $set: { name: 'Zither' }, $currentDate: { updatedAt: true } },
  )
  await postgres().inventory.update({ where: { sku: kept.toUpperCase() }, data: { onHand: 0 } })
  await bury(deleted)

  const found = await snapshots.restore()
  const feed = Feed.resume(found!, storeSource())
  expect(names(feed)).toEqual([kept, renamed, deleted].sort())
  await feed.catchUp()
  expect(names(feed)).toEqual([kept, renamed, added].sort())
  expect(feed.search({ text: 'zither' }).hits[0]?.id).toBe(renamed)
  expect(feed.search({ filters: { inStock: [true] } }).total).toBe(0)
})

test('a snapshot that is damaged, of another catalogue, too old or from the future is not used', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(await snapshots.restore(), 'none').toBeUndefined()
  await insertLamp('Lamp')
  await saved()
  expect(await snapshots.restore()).toBeDefined()
  expect(warned).not.toHaveBeenCalled()
  const whole = readFileSync(theFile())
  writeFileSync(theFile(), whole.subarray(0, whole.length - 8))
  expect(await snapshots.restore(), 'cut').toBeUndefined()
  expect(warned).toHaveBeenCalledOnce()
  writeFileSync(theFile(), whole)
  const { clock, from } = await source.now()
  for (const [days, isTaken] of [
    [13, true],
    [15, false],
    [-1, false],
  ] as const) {
    const later = {
      ...source,
      identity: () => source.identity(),
      now: async () => ({ clock: moved(clock, days), from }),
    } as Source
    const restored = await new Snapshots({ folder, source: later, indexing: indexOptions() }).restore()
    expect(restored !== undefined, `${days} days later`).toBe(isTaken)
  }
  await forgetMongoIdentity()
  expect(await snapshots.restore(), 'another catalogue').toBeUndefined()
  warned.mockRestore()
})

const moved = (cursor: Record<string, number>, days: number) =>
  Object.fromEntries(Object.entries(cursor).map(([store, at]) => [store, at + days * DAY_MS]))

test('of two concurrent writers one saves, and none while the snapshot is fresh', async () => {
  await insertLamp('Lamp')
  const feed = await Feed.load(source)
  const other = new Snapshots({ folder, source: storeSource(), indexing: indexOptions() })
  const both = await Promise.all([snapshots, other].map((one) => one.save(feed.index, feed.cursor)))
  expect(both.sort()).toEqual([false, true])
  expect(await other.save(feed.index, feed.cursor)).toBe(false)
  const old = new Date(Date.now() - DAY_MS)
  utimesSync(theFile(), old, old)
  expect(await other.save(feed.index, feed.cursor)).toBe(true)
})

test('a crashed writer releases the lock, and its partial file is deleted', async () => {
  await insertLamp('Lamp')
  await saved()
  const old = new Date(Date.now() - 2 * DAY_MS)
  utimesSync(theFile(), old, old)
  const half = join(folder, '0123456789abcdef.index.new')
  writeFileSync(half, 'half')
  utimesSync(half, old, old)
  const crashed = new Client({ connectionString: env().DATABASE_URL })
  crashed.on('error', () => {})
  await crashed.connect()
  const lock = `nexus: search snapshot in ${readFileSync(join(folder, 'folder-id'), 'utf8')}`
  await crashed.query('SELECT pg_advisory_lock(hashtext($1))', [lock])
  const feed = await Feed.load(source)
  expect(await snapshots.save(feed.index, feed.cursor)).toBe(false)
  await crashed.end()
  expect(await snapshots.save(feed.index, feed.cursor)).toBe(true)
  expect(readdirSync(folder)).not.toContain('0123456789abcdef.index.new')
})

test('a worker saves its index, the next starts from it, and a renewal leaves no gap', async () => {
  const first = await insertLamp('Xylophone')
  const purposes: string[] = []
  const supervisor = new EngineSupervisor(async (purpose) => {
    purposes.push(purpose)
    return new WorkerEngine(await startWorker({ purpose, largeFrom: 1, folder }))
  })
  await supervisor.loaded()
  expect(readdirSync(folder)).toContain('folder-id')
  // Deleted without a tombstone, and no sweep runs yet: only an engine started from the snapshot still has it.
  await products().deleteOne({ _id: new ObjectId(first) })
  let isRenewed = false
  const renewed = supervisor.renew().then(() => {
    isRenewed = true
  })
  let searches = 0
  while (!isRenewed) {
    expect((await supervisor.search({ text: 'xylophone' })).total).toBe(1)
    searches++
    const id = await insertLamp(`Zither ${searches}`)
    await supervisor.waitFor({})
    expect((await supervisor.search({ text: `zither ${searches}` })).hits[0]?.id).toBe(id)
  }
  await renewed
  expect(purposes).toEqual(['serve', 'renew'])
  expect(searches).toBeGreaterThan(1)
  expect((await supervisor.search({ text: 'zither', perPage: 1 })).total).toBe(searches)
  await supervisor.close()
})
