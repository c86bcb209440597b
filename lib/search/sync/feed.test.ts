import { afterEach, expect, test, vi } from 'vitest'
import { MemorySource } from '../testing/memory-source'
import { aProduct, idOf } from '../testing/products'
import { Feed, type FeedOptions } from './feed'
import type { Change, Cursor } from './source'

const lamp = aProduct({ id: idOf(1), name: 'Lamp' })
const kettle = aProduct({ id: idOf(2), name: 'Kettle' })
const openFeeds: Feed[] = []
afterEach(async () => {
  for (const feed of openFeeds.splice(0)) await feed.close()
})

async function feedOf(source: MemorySource, options: FeedOptions = {}) {
  const feed = await Feed.open(source, { intervalMs: 5, ...options })
  openFeeds.push(feed)
  return feed
}
const found = async (feed: Feed) =>
  (await feed.search({ sort: 'newest' })).hits.map(({ id }) => Number.parseInt(id, 16))

test('additions, changes and removals are searchable a poll later', async () => {
  const source = new MemorySource([lamp])
  const feed = await feedOf(source)
  expect(await found(feed)).toEqual([1])
  source.put(kettle)
  source.put({ ...lamp, createdAt: 5 })
  await vi.waitFor(async () => expect(await found(feed)).toEqual([1, 2]))
  source.delete(lamp.id)
  await vi.waitFor(async () => expect(await found(feed)).toEqual([2]))
})

test('waitFor polls at once and sees earlier commits, also during a poll', async () => {
  const source = new MemorySource([lamp])
  const feed = await feedOf(source, { intervalMs: 60_000 })
  for (let n = 2; n < 50; n++) {
    const waits = n % 2 ? feed.waitFor(new Date(0)) : Promise.resolve()
    source.put(aProduct({ id: idOf(n) }))
    await feed.waitFor((await source.now()).clock)
    expect((await feed.search({})).total).toBe(n)
    await waits
  }
  source.put(aProduct({ id: idOf(50) }))
  await Promise.all([feed.waitFor(new Date(0)), feed.waitFor({ memory: 0 }), feed.waitFor({})])
  await feed.waitFor({}).then(() => feed.waitFor({}))
  expect((await feed.search({})).total).toBe(50)
})

test('waitFor during a poll, which may have read too early, resolves with the next one; polls never overlap', async () => {
  const source = new MemorySource([lamp])
  const feed = await feedOf(source, { intervalMs: 60_000 })
  const read = source.changesSince.bind(source)
  const gates: (() => void)[] = []
  let [polls, mostAtOnce] = [0, 0]
  source.changesSince = async function* (cursor) {
    mostAtOnce = Math.max(mostAtOnce, ++polls)
    const early: Change[] = []
    for await (const change of read(cursor)) early.push(change)
    await new Promise<void>((resolve) => gates.push(resolve))
    yield* early
    polls--
  }
  const first = feed.waitFor({})
  await vi.waitFor(() => expect(gates).toHaveLength(1))
  source.put(kettle)
  let done = false
  const second = feed.waitFor({}).then(() => {
    done = true
  })
  gates[0]?.()
  await first
  expect(done).toBe(false)
  await vi.waitFor(() => expect(gates).toHaveLength(2))
  gates[1]?.()
  await second
  expect(mostAtOnce, 'one poll at a time').toBe(1)
  expect(await found(feed)).toEqual([1, 2])
})

test('changes during loading are not lost, and each poll continues from the one before', async () => {
  const source = new MemorySource([lamp])
  const load = source.load.bind(source)
  source.load = async function* () {
    yield* load()
    source.put(kettle)
    source.put(lamp)
  }
  const feed = await feedOf(source)
  const cursors: Cursor[] = []
  const read = source.changesSince.bind(source)
  source.changesSince = (cursor) => {
    cursors.push(cursor)
    return read(cursor)
  }
  for (let n = 0; n < 2; n++) await feed.waitFor({})
  expect(await found(feed)).toEqual([1, 2])
  expect(cursors.at(-1)).toEqual((await source.now()).from)
})

test('waitFor a future moment waits until it has passed', async () => {
  let now = 1000
  const source = new MemorySource([lamp])
  let polls = 0
  source.now = async () => {
    polls++
    return { clock: { memory: now }, from: { memory: now } }
  }
  const feed = await feedOf(source, { clock: () => now })
  let done = false
  const waits = feed.waitFor(new Date(2000)).then(() => {
    done = true
  })
  const before = polls
  await vi.waitFor(() => expect(polls).toBeGreaterThan(before + 2))
  expect(done, 'polls before the moment do not end the wait').toBe(false)
  now = 2000
  await waits
})

test('a product is read again when a sale starts or ends', async () => {
  let now = 1000
  const priced = (price: number, validUntil?: number) =>
    aProduct({ id: idOf(1), variants: [{ sku: 'A', options: {}, price, stock: 1 }], validUntil })
  const source = new MemorySource([priced(100, 2000)])
  const feed = await feedOf(source, { clock: () => now })
  const cheap = async () => (await feed.search({ filters: { price: { max: 80 } } })).total
  source.putQuietly(priced(80, 3000))
  await feed.waitFor(new Date(0))
  expect(await cheap()).toBe(0)
  now = 2000
  await vi.waitFor(async () => expect(await cheap()).toBe(1))
  source.putQuietly(priced(100))
  now = 3000
  await vi.waitFor(async () => expect(await cheap()).toBe(0))
})

test('a product deleted without a tombstone disappears within a minute', async () => {
  let now = 0
  const source = new MemorySource([lamp, kettle])
  const feed = await feedOf(source, { clock: () => now })
  source.deleteQuietly(lamp.id)
  await feed.waitFor({})
  expect((await feed.search({})).total).toBe(2)
  now = 60_000
  await feed.waitFor({})
  expect(await found(feed)).toEqual([2])
})

test('while nothing changes, the clocks are read every six seconds, and each time that somebody waits', async () => {
  let now = 0
  const source = new MemorySource()
  const feed = await feedOf(source, { intervalMs: 60_000, clock: () => now })
  await feed.waitFor({})
  const clocks = vi.spyOn(source, 'now')
  await feed.catchUp()
  now = 5_999
  await feed.catchUp()
  expect(clocks).not.toHaveBeenCalled()
  now = 6_000
  await feed.catchUp()
  expect(clocks).toHaveBeenCalledTimes(1)
  await feed.waitFor({})
  expect(clocks).toHaveBeenCalledTimes(2)
})

test('synonyms apply from the start and follow changes', async () => {
  let now = 0
  const source = new MemorySource([lamp, kettle])
  source.call({ sets: [['lamp', 'light']], oneWay: [] })
  const feed = await feedOf(source, { clock: () => now })
  expect(feed.search({ text: 'light' }).total).toBe(1)
  source.call({ sets: [['kettle', 'boiler']], oneWay: [] })
  now = 3_000
  await feed.waitFor({})
  expect(feed.search({ text: 'light' }).total).toBe(0)
  expect(feed.search({ text: 'boiler' }).total).toBe(1)
})

test('refresh reads products again at once', async () => {
  const source = new MemorySource([lamp, kettle])
  const feed = await feedOf(source, { intervalMs: 60_000 })
  source.deleteQuietly(lamp.id)
  source.putQuietly({ ...kettle, createdAt: 5 })
  await feed.refresh([lamp.id])
  expect(await found(feed)).toEqual([2])
})

test('an outage is reported once, the index stays, and it recovers without losing a change', async () => {
  const source = new MemorySource([lamp])
  const report = vi.fn()
  const feed = await feedOf(source, { report })
  for (let outage = 1; outage <= 2; outage++) {
    source.down = true
    source.put(aProduct({ id: idOf(outage + 1) }))
    const reads = source.reads
    await vi.waitFor(() => expect(source.reads).toBeGreaterThan(reads + 3))
    expect((await feed.search({})).total).toBe(outage)
    expect(report).toHaveBeenCalledTimes(outage * 2 - 1)
    source.down = false
    await vi.waitFor(async () => expect((await feed.search({})).total).toBe(outage + 1))
    await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(outage * 2))
  }
})

test('changes read in part before a failure are read completely afterwards', async () => {
  const source = new MemorySource([lamp])
  const feed = await feedOf(source, { report: () => {} })
  const whole = source.changesSince.bind(source)
  source.changesSince = async function* (cursor) {
    yield* whole(cursor)
    throw new Error('cut off')
  }
  source.put(kettle)
  source.delete(lamp.id)
  await vi.waitFor(async () => expect(await found(feed)).toEqual([2]))
  const down = vi.fn(() => {
    throw new Error('down')
  })
  source.changesSince = down
  source.put(lamp)
  await vi.waitFor(() => expect(down).toHaveBeenCalled())
  source.changesSince = whole
  await feed.waitFor(new Date(0))
  expect(await found(feed)).toEqual([1, 2])
})

test('waitFor rejects after ten seconds while the source is down', async () => {
  vi.useFakeTimers()
  try {
    const source = new MemorySource([lamp])
    const feed = await feedOf(source, { intervalMs: 1000, report: () => {} })
    source.down = true
    const refused = expect(feed.waitFor(new Date(0))).rejects.toThrow('not brought up to date')
    await vi.advanceTimersByTimeAsync(10_000)
    await refused
  } finally {
    vi.useRealTimers()
  }
})

test('a feed polls every 1.75 s by default, and never after it is closed', async () => {
  vi.useFakeTimers()
  try {
    const source = new MemorySource([lamp])
    const feed = await Feed.open(source)
    const polls = vi.spyOn(source, 'changesSince')
    await vi.advanceTimersByTimeAsync(17_500)
    expect(polls).toHaveBeenCalledTimes(10)
    const waits = expect(feed.waitFor(new Date(1e15))).rejects.toThrow('closed')
    await feed.close()
    await waits
    await vi.advanceTimersByTimeAsync(15_000)
    expect(polls.mock.calls.length).toBeLessThanOrEqual(11)
    expect(() => feed.search({})).toThrow('closed')
    expect(feed.ready).toBe(false)
  } finally {
    vi.useRealTimers()
  }
})
