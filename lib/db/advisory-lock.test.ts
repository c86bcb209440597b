import { expect, it, vi } from 'vitest'
import { alone } from './advisory-lock'

const NAME = 'nexus: a test of locks'
const MAX_SILENCE_MS = 3_000

/** Returns a piece of work that continues until the test ends it. */
function givenWork() {
  const events = { begin: () => {}, end: () => {} }
  const begun = new Promise<void>((resolve) => {
    events.begin = resolve
  })
  const ended = new Promise<string>((resolve) => {
    events.end = () => resolve('done')
  })
  const run = async () => {
    events.begin()
    return ended
  }
  return { run, begun, end: events.end }
}

const isFree = async () => (await alone(NAME, async () => true)) === true

it('work of a name is done by one process at a time, however long it takes', async () => {
  const work = givenWork()
  const first = alone(NAME, work.run, { maxSilenceMs: MAX_SILENCE_MS, heartbeatMs: 200 })
  await work.begun
  const since = Date.now()
  await vi.waitUntil(() => Date.now() - since > 1.5 * MAX_SILENCE_MS, { timeout: 15_000 })
  expect(await isFree()).toBe(false)
  work.end()
  expect(await first).toBe('done')
  expect(await isFree()).toBe(true)
})

it('a holder that falls silent loses the lock to the next', async () => {
  const work = givenWork()
  const silent = alone(NAME, work.run, { maxSilenceMs: MAX_SILENCE_MS, heartbeatMs: 60_000 })
  await work.begun
  expect(await isFree()).toBe(false)
  await expect.poll(isFree, { timeout: 15_000 }).toBe(true)
  work.end()
  await silent
})
