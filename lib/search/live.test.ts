import { AsyncLocalStorage } from 'node:async_hooks'
import { afterEach, expect, test, vi } from 'vitest'
import { MemorySource } from './testing/memory-source'
import { aProduct, idOf } from './testing/products'

const source = new MemorySource([aProduct({ id: idOf(1) })])
const load = async () => (await import('./live')).liveIndex
afterEach(async () => {
  source.down = false
  await (await (await load())(() => source)).close()
})

test('there is one index in a process, also where the module is there twice', async () => {
  const first = await load()
  const index = await first(() => source)
  vi.resetModules()
  const second = await load()
  expect(second).not.toBe(first)
  expect(await second(() => source)).toBe(index)
  expect(index.ready).toBe(true)
})

test('loading that fails is tried again by the next call', async () => {
  const liveIndex = await load()
  source.down = true
  const both = [liveIndex(() => source), liveIndex(() => source)]
  for (const one of both) await expect(one).rejects.toThrow('down')
  source.down = false
  const index = await liveIndex(() => source)
  expect((await index.search({})).total).toBe(1)
})

test('after it was closed a call opens a new one', async () => {
  const liveIndex = await load()
  const index = await liveIndex(() => source)
  await index.close()
  expect(index.ready).toBe(false)
  expect((await liveIndex(() => source)).ready).toBe(true)
})

test('it is loaded and polls outside of the request that asked first', async () => {
  const liveIndex = await load()
  const request = new AsyncLocalStorage<string>()
  const contexts = new Set<string | undefined>()
  const now = source.now.bind(source)
  source.now = () => {
    contexts.add(request.getStore())
    return now()
  }
  const index = await request.run('a request', () => liveIndex(() => source, { interval: 1 }))
  await request.run('a request', () => index.waitFor(new Date(0)))
  await vi.waitFor(() => expect(source.reads).toBeGreaterThan(5))
  expect([...contexts]).toEqual([undefined])
})
