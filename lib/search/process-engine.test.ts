import type { Worker } from 'node:worker_threads'
import { ObjectId } from 'mongodb'
import { afterEach, expect, test, vi } from 'vitest'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { isUnavailable } from '@/lib/errors'
import { EngineSupervisor } from './engine-supervisor'
import { insertLamp } from './testing/shelve'
import { WorkerEngine } from './worker/worker-engine'
import { startWorker } from './worker/worker-start'

const load = async () => import('./process-engine')
afterEach(async () => {
  const { searchEngine } = await load()
  await (await searchEngine()).close()
})

test('one worker per process answers, and sees what is committed', async () => {
  const { searchEngine } = await load()
  const [engine, same] = await Promise.all([searchEngine(), searchEngine()])
  expect(same).toBe(engine)
  vi.resetModules()
  const again = await load()
  expect(again.searchEngine).not.toBe(searchEngine)
  expect(await again.searchEngine()).toBe(engine)

  const id = await insertLamp('Xylophone')
  await engine.waitFor(new Date())
  expect((await engine.search({ text: 'xylophone' })).hits).toEqual([{ id, variant: 0 }])
  expect((await engine.suggest('xylo')).result.hits).toEqual([{ id, variant: 0 }])
  await products().deleteOne({ _id: new ObjectId(id) })
  await engine.refresh([id])
  expect((await engine.search({ text: 'xylophone' })).total).toBe(0)
})

test('changes of a product and its stock are searchable within seconds', async () => {
  const engine = await (await load()).searchEngine()
  const found = async () => (await engine.search({ text: 'theorbo', filters: { inStock: [true] } })).total
  const id = await insertLamp('Theorbo')
  const stocked = Date.now()
  await postgres().inventory.create({ data: { sku: id.toUpperCase(), productId: id, onHand: 1 } })
  await vi.waitFor(async () => expect(await found()).toBe(1), { timeout: 10_000 })
  expect(Date.now() - stocked).toBeLessThan(4_000) // takes two seconds on an idle machine
  const sold = Date.now()
  await postgres().inventory.update({ where: { sku: id.toUpperCase() }, data: { onHand: 0 } })
  await vi.waitFor(async () => expect(await found()).toBe(0), { timeout: 10_000 })
  expect(Date.now() - sold).toBeLessThan(4_000)
})

test('errors of the worker keep their class', async () => {
  const engine = await (await load()).searchEngine()
  await expect(engine.search({ page: 0 })).rejects.toBeInstanceOf(RangeError)
  await expect(engine.refresh(['no id'])).rejects.toThrow()
})

test('a closed engine refuses calls, and the next request starts a new one', async () => {
  const { searchEngine, searchEngineState } = await load()
  const engine = await searchEngine()
  await engine.close()
  expect(engine.ready).toBe(false)
  await expect(engine.search({})).rejects.toSatisfy(isUnavailable)
  const next = await searchEngine()
  expect(next.ready).toBe(true)
  expect(searchEngineState()).toEqual({ is: 'ready' })
})

test('a killed worker is replaced, and pending calls are rejected as unavailable', async () => {
  const workers: Worker[] = []
  const start = async () => {
    const worker = await startWorker({})
    workers.push(worker)
    return new WorkerEngine(worker)
  }
  const supervisor = new EngineSupervisor(start, { report: () => {} })
  await supervisor.loaded()
  const pending = expect(supervisor.waitFor(new Date(Date.now() + 5_000))).rejects.toSatisfy(isUnavailable)
  await workers[0]?.terminate()
  await pending
  const id = await insertLamp('Zither')
  await vi.waitFor(
    async () => expect((await supervisor.search({ text: 'zither' })).hits).toEqual([{ id, variant: 0 }]),
    {
      timeout: 10_000,
    },
  )
  expect(workers).toHaveLength(2)
  await supervisor.close()
})

test('while the engine loads, calls are rejected as unavailable after the wait', async () => {
  const { searchEngine, startSearchEngine } = await load()
  startSearchEngine(0)
  await expect(searchEngine()).rejects.toSatisfy(isUnavailable)
  startSearchEngine(20_000)
  expect((await searchEngine()).ready).toBe(true)
})
