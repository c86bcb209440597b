import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MemorySource } from '../testing/memory-source'
import { aProduct, idOf } from '../testing/products'
import { Feed } from './feed'

const lamp = aProduct({ id: idOf(1), name: 'Lamp' })
const kettle = aProduct({ id: idOf(2), name: 'Kettle' })
let source: MemorySource
let feed: Feed

beforeEach(async () => {
  vi.useFakeTimers()
  source = new MemorySource([lamp])
  feed = await Feed.open(source, { report: () => {} })
})
afterEach(async () => {
  await feed.close()
  vi.useRealTimers()
})

const found = () => feed.search({ sort: 'newest' }).hits.map(({ id }) => Number.parseInt(id, 16))

test('without queries for a minute a feed polls every 15 s, and the next query sees every change', async () => {
  await vi.advanceTimersByTimeAsync(65_000)
  const polls = vi.spyOn(source, 'changesSince')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(polls).toHaveBeenCalledTimes(4)
  source.put(kettle)
  const queries = [feed.awake(), feed.awake()]
  await vi.advanceTimersByTimeAsync(0)
  await Promise.all(queries)
  expect(found()).toEqual([1, 2])
  await vi.advanceTimersByTimeAsync(17_500)
  expect(polls.mock.calls.length).toBeGreaterThanOrEqual(14)
})

test('a query that wakes a feed waits half a second at most for a source that does not answer', async () => {
  await vi.advanceTimersByTimeAsync(65_000)
  let answer = () => {}
  const now = source.now.bind(source)
  source.now = () =>
    new Promise((resolve) => {
      answer = () => resolve(now())
    })
  let isAwake = false
  const query = feed.awake().then(() => {
    isAwake = true
  })
  await vi.advanceTimersByTimeAsync(499)
  expect(isAwake).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await query
  expect(found()).toEqual([1])
  answer()
})
