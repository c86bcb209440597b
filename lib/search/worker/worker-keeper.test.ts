import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isUnavailable } from '@/lib/errors'
import { IndexKeeper } from './worker-keeper'
import type { IndexThread } from './worker-thread'

/** A thread whose fate the test decides. */
function aThread() {
  let load!: () => void
  let fail!: (error: Error) => void
  let end!: (error?: Error) => void
  const thread = {
    ready: new Promise<void>((resolve, reject) => {
      load = resolve
      fail = reject
    }),
    ended: new Promise<Error | undefined>((resolve) => {
      end = resolve
    }),
    progress: null as IndexThread['progress'],
    call: vi.fn(async () => undefined) as unknown as IndexThread['call'],
    close: vi.fn(async () => end()),
    retire: vi.fn(async () => end()),
    onWorn: () => {},
  }
  thread.ready.catch(() => {})
  return Object.assign(thread, { load, fail, end })
}

let threads: ReturnType<typeof aThread>[] = []
const start = async () => {
  const thread = aThread()
  threads.push(thread)
  return thread
}
const latest = () => threads.at(-1)!
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  threads = []
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a thread that dies is followed by another, told once, and calls go to that one', async () => {
  const report = vi.fn()
  const keeper = new IndexKeeper(start, { report })
  expect(keeper.state).toEqual({ is: 'loading', done: 0, total: null })
  await settle()
  latest().load()
  await keeper.loaded()
  latest().end(new Error('out of memory'))
  await settle()
  expect(keeper.ready).toBe(false)
  expect(keeper.state.is).toBe('down')
  await vi.advanceTimersByTimeAsync(250)
  expect(threads).toHaveLength(2)
  const asked = keeper.search({})
  latest().load()
  await asked
  expect(latest().call).toHaveBeenCalledWith('search', {})
  expect(keeper.state).toEqual({ is: 'ready' })
  expect(report.mock.calls.map(([message]) => message)).toEqual([
    'The search index was lost; it is being loaded again.',
    'The search index is there again.',
  ])
})

test('threads that cannot load follow each other ever more slowly, never faster than every 15 seconds in the end', async () => {
  const keeper = new IndexKeeper(start, { report: () => {} })
  const pauses: number[] = []
  for (let n = 1; n <= 10; n++) {
    await settle()
    latest().fail(new Error('down'))
    const began = Date.now()
    while (threads.length === n) await vi.advanceTimersByTimeAsync(50)
    pauses.push(Date.now() - began)
  }
  expect(pauses[0]).toBeLessThan(400)
  expect(pauses[3]).toBeGreaterThan(pauses[2]!)
  expect(pauses.at(-1)).toBeGreaterThanOrEqual(15_000)
  expect(pauses.at(-1)).toBeLessThan(15_200)
  await keeper.close()
})

test('who asks while it loads waits, but no longer than those who serve allow, and is told how far it is', async () => {
  const keeper = new IndexKeeper(start)
  await settle()
  const patient = keeper.search({})
  keeper.patience = 1_000
  latest().progress = { done: 41, total: 100 }
  const refused = expect(keeper.search({})).rejects.toSatisfy(
    (error: Error) => isUnavailable(error) && error.message.includes('41 %'),
  )
  await vi.advanceTimersByTimeAsync(1_000)
  await refused
  latest().load()
  await patient
})

test('a closed one starts nothing and answers nobody', async () => {
  const keeper = new IndexKeeper(start, { report: () => {} })
  await settle()
  latest().load()
  await keeper.loaded()
  await keeper.close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(threads).toHaveLength(1)
  expect(keeper.state).toEqual({ is: 'closed' })
  await expect(keeper.search({})).rejects.toSatisfy(isUnavailable)
})

test('a worn thread answers until another one has everything, and then that one takes its place', async () => {
  const keeper = new IndexKeeper(start)
  await settle()
  const old = latest()
  old.load()
  await keeper.loaded()
  old.onWorn()
  await settle()
  expect(threads).toHaveLength(2)
  const next = latest()
  const caughtUp: (() => void)[] = []
  next.call = vi.fn(() => new Promise<void>((resolve) => caughtUp.push(resolve))) as unknown as IndexThread['call']
  await keeper.search({})
  expect(old.call).toHaveBeenLastCalledWith('search', {})
  next.load()
  await settle()
  let hasWaited = false
  void keeper.waitFor({ mongo: 1 }).then(() => {
    hasWaited = true
  })
  await settle()
  expect(hasWaited, 'of both threads').toBe(false)
  expect(next.call).toHaveBeenLastCalledWith('waitFor', { mongo: 1 })
  expect(old.retire).not.toHaveBeenCalled()
  for (const resolve of caughtUp) resolve()
  await settle()
  expect(hasWaited).toBe(true)
  expect(old.retire).toHaveBeenCalledTimes(1)
  void keeper.search({})
  expect(next.call).toHaveBeenLastCalledWith('search', {})
})

test('a thread that fails to take over leaves the old one in its place, and says so', async () => {
  const report = vi.fn()
  const keeper = new IndexKeeper(start, { report })
  await settle()
  const old = latest()
  old.load()
  await keeper.loaded()
  const renewed = keeper.renew()
  await settle()
  latest().fail(new Error('no space left'))
  await renewed
  await keeper.search({})
  expect(old.call).toHaveBeenLastCalledWith('search', {})
  expect(report).toHaveBeenCalledTimes(1)
  const again = keeper.renew()
  await settle()
  latest().load()
  await again
  await keeper.search({})
  expect(latest().call).toHaveBeenLastCalledWith('search', {})
  expect(old.retire).toHaveBeenCalledTimes(1)
  expect(keeper.state).toEqual({ is: 'ready' })
})
