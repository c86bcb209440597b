import type { Worker } from 'node:worker_threads'
import { ObjectId } from 'mongodb'
import { afterEach, expect, test, vi } from 'vitest'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { isUnavailable } from '@/lib/errors'
import { shelve } from './testing/shelve'
import { IndexKeeper } from './worker/worker-keeper'
import { startWorker } from './worker/worker-start'
import { WorkerThread } from './worker/worker-thread'

const load = async () => import('./live')
afterEach(async () => {
  const { liveIndex } = await load()
  await (await liveIndex()).close()
})

test('it answers from a thread of its own, which sees what is committed, and there is one in a process', async () => {
  const { liveIndex } = await load()
  const [index, same] = await Promise.all([liveIndex(), liveIndex()])
  expect(same).toBe(index)
  vi.resetModules()
  const again = await load()
  expect(again.liveIndex).not.toBe(liveIndex)
  expect(await again.liveIndex()).toBe(index)

  const id = await shelve('Xylophone')
  await index.waitFor(new Date())
  expect((await index.search({ text: 'xylophone' })).hits).toEqual([{ id, variant: 0 }])
  expect((await index.suggest('xylo')).found.hits).toEqual([{ id, variant: 0 }])
  await products().deleteOne({ _id: new ObjectId(id) })
  await index.refresh([id])
  expect((await index.search({ text: 'xylophone' })).total).toBe(0)
})

test('a product and its stock, changed anywhere, are searchable so within seconds without anybody waiting for it', async () => {
  const index = await (await load()).liveIndex()
  const found = async () => (await index.search({ text: 'theorbo', filters: { inStock: [true] } })).total
  const id = await shelve('Theorbo')
  const stocked = Date.now()
  await postgres().inventory.create({ data: { sku: id.toUpperCase(), productId: id, onHand: 1 } })
  await vi.waitFor(async () => expect(await found()).toBe(1), { timeout: 10_000 })
  expect(Date.now() - stocked).toBeLessThan(4_000) // two, where nothing else runs
  const sold = Date.now()
  await postgres().inventory.update({ where: { sku: id.toUpperCase() }, data: { onHand: 0 } })
  await vi.waitFor(async () => expect(await found()).toBe(0), { timeout: 10_000 })
  expect(Date.now() - sold).toBeLessThan(4_000)
})

test('what it refuses arrives with its class', async () => {
  const index = await (await load()).liveIndex()
  await expect(index.search({ page: 0 })).rejects.toBeInstanceOf(RangeError)
  await expect(index.refresh(['no id'])).rejects.toThrow()
})

test('after it was closed it says so to whoever still holds it, and a call opens a new one', async () => {
  const { liveIndex, indexState } = await load()
  const index = await liveIndex()
  await index.close()
  expect(index.ready).toBe(false)
  await expect(index.search({})).rejects.toSatisfy(isUnavailable)
  const next = await liveIndex()
  expect(next.ready).toBe(true)
  expect(indexState()).toEqual({ is: 'ready' })
})

test('a thread that is killed is replaced, and who was just asking is told to try again', async () => {
  const workers: Worker[] = []
  const start = async () => {
    const worker = await startWorker({})
    workers.push(worker)
    return new WorkerThread(worker)
  }
  const keeper = new IndexKeeper(start, { report: () => {} })
  await keeper.loaded()
  const asked = expect(keeper.waitFor(new Date(Date.now() + 5_000))).rejects.toSatisfy(isUnavailable)
  await workers[0]?.terminate()
  await asked
  const id = await shelve('Zither')
  await vi.waitFor(async () => expect((await keeper.search({ text: 'zither' })).hits).toEqual([{ id, variant: 0 }]), {
    timeout: 10_000,
  })
  expect(workers).toHaveLength(2)
  await keeper.close()
})

test('while it loads, whoever asks a process that serves is told to try again', async () => {
  const { liveIndex, serveIndex } = await load()
  serveIndex(0)
  await expect(liveIndex()).rejects.toSatisfy(isUnavailable)
  serveIndex(20_000)
  expect((await liveIndex()).ready).toBe(true)
})
