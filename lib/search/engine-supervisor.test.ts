import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isUnavailable } from '@/lib/errors'
import { EngineSupervisor } from './engine-supervisor'
import type { SupervisedEngine } from './search-engine'

/** Returns an engine whose loading, failing and ending are controlled by the test. */
function anEngine() {
  let load!: () => void
  let fail!: (error: Error) => void
  let end!: (error?: Error) => void
  const engine = {
    ready: new Promise<void>((resolve, reject) => {
      load = resolve
      fail = reject
    }),
    ended: new Promise<Error | undefined>((resolve) => {
      end = resolve
    }),
    progress: null as SupervisedEngine['progress'],
    call: vi.fn(async () => undefined) as unknown as SupervisedEngine['call'],
    close: vi.fn(async () => end()),
    retire: vi.fn(async () => end()),
    onNeedsRenewal: () => {},
  }
  engine.ready.catch(() => {})
  return Object.assign(engine, { load, fail, end })
}

let engines: ReturnType<typeof anEngine>[] = []
const start = async () => {
  const engine = anEngine()
  engines.push(engine)
  return engine
}
const latest = () => engines.at(-1)!
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  engines = []
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('an engine that stops is restarted, reported once, and calls go to the new one', async () => {
  const report = vi.fn()
  const supervisor = new EngineSupervisor(start, { report })
  expect(supervisor.state).toEqual({ is: 'loading', done: 0, total: null })
  await settle()
  latest().load()
  await supervisor.loaded()
  latest().end(new Error('out of memory'))
  await settle()
  expect(supervisor.ready).toBe(false)
  expect(supervisor.state.is).toBe('down')
  await vi.advanceTimersByTimeAsync(250)
  expect(engines).toHaveLength(2)
  const pending = supervisor.search({})
  latest().load()
  await pending
  expect(latest().call).toHaveBeenCalledWith('search', {})
  expect(supervisor.state).toEqual({ is: 'ready' })
  expect(report.mock.calls.map(([message]) => message)).toEqual([
    'The search index was lost and is being loaded again.',
    'The search index is available again.',
  ])
})

test('restarts back off up to 15 seconds while loading fails', async () => {
  const supervisor = new EngineSupervisor(start, { report: () => {} })
  const pauses: number[] = []
  for (let n = 1; n <= 10; n++) {
    await settle()
    latest().fail(new Error('down'))
    const began = Date.now()
    while (engines.length === n) await vi.advanceTimersByTimeAsync(50)
    pauses.push(Date.now() - began)
  }
  expect(pauses[0]).toBeLessThan(400)
  expect(pauses[3]).toBeGreaterThan(pauses[2]!)
  expect(pauses.at(-1)).toBeGreaterThanOrEqual(15_000)
  expect(pauses.at(-1)).toBeLessThan(15_200)
  await supervisor.close()
})

test('a call during loading waits at most maxWaitMs, then is refused with the progress', async () => {
  const supervisor = new EngineSupervisor(start)
  await settle()
  const patient = supervisor.search({})
  supervisor.maxWaitMs = 1_000
  latest().progress = { done: 41, total: 100 }
  const refused = expect(supervisor.search({})).rejects.toSatisfy(
    (error: Error) => isUnavailable(error) && error.message.includes('41 %'),
  )
  await vi.advanceTimersByTimeAsync(1_000)
  await refused
  latest().load()
  await patient
})

test('a closed supervisor starts nothing and answers nothing', async () => {
  const supervisor = new EngineSupervisor(start, { report: () => {} })
  await settle()
  latest().load()
  await supervisor.loaded()
  await supervisor.close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(engines).toHaveLength(1)
  expect(supervisor.state).toEqual({ is: 'closed' })
  await expect(supervisor.search({})).rejects.toSatisfy(isUnavailable)
})

test('an engine that needs renewal answers until its successor has caught up', async () => {
  const supervisor = new EngineSupervisor(start)
  await settle()
  const old = latest()
  old.load()
  await supervisor.loaded()
  old.onNeedsRenewal()
  await settle()
  expect(engines).toHaveLength(2)
  const next = latest()
  const caughtUp: (() => void)[] = []
  next.call = vi.fn(() => new Promise<void>((resolve) => caughtUp.push(resolve))) as unknown as SupervisedEngine['call']
  await supervisor.search({})
  expect(old.call).toHaveBeenLastCalledWith('search', {})
  next.load()
  await settle()
  let hasWaited = false
  void supervisor.waitFor({ mongo: 1 }).then(() => {
    hasWaited = true
  })
  await settle()
  expect(hasWaited, 'for both engines').toBe(false)
  expect(next.call).toHaveBeenLastCalledWith('waitFor', { mongo: 1 })
  expect(old.retire).not.toHaveBeenCalled()
  for (const resolve of caughtUp) resolve()
  await settle()
  expect(hasWaited).toBe(true)
  expect(old.retire).toHaveBeenCalledTimes(1)
  void supervisor.search({})
  expect(next.call).toHaveBeenLastCalledWith('search', {})
})

test('a failed renewal keeps the old engine and is reported', async () => {
  const report = vi.fn()
  const supervisor = new EngineSupervisor(start, { report })
  await settle()
  const old = latest()
  old.load()
  await supervisor.loaded()
  const renewed = supervisor.renew()
  await settle()
  latest().fail(new Error('no space left'))
  await renewed
  await supervisor.search({})
  expect(old.call).toHaveBeenLastCalledWith('search', {})
  expect(report).toHaveBeenCalledTimes(1)
  const again = supervisor.renew()
  await settle()
  latest().load()
  await again
  await supervisor.search({})
  expect(latest().call).toHaveBeenLastCalledWith('search', {})
  expect(old.retire).toHaveBeenCalledTimes(1)
  expect(supervisor.state).toEqual({ is: 'ready' })
})
