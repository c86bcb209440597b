import { expect, test, vi } from 'vitest'
import { ResultCache } from './result-cache'
import { TaskQueue } from './task-queue'

test('an urgent task runs before queued ones, between two searches', async () => {
  const queue = new TaskQueue()
  const done: string[] = []
  for (const name of ['a', 'b', 'c']) queue.add(() => done.push(name), false)
  setImmediate(() => queue.add(() => done.push('urgent'), true))
  await vi.waitFor(() => expect(done).toHaveLength(4))
  expect(done).toEqual(['a', 'urgent', 'b', 'c'])
})

test('a result is cached until the index changes', () => {
  const cache = new ResultCache()
  const search = vi.fn(() => ({ total: 1, hits: [], facets: {} }))
  cache.get({ text: 'a' }, 1, search)
  cache.get({ text: 'a' }, 1, search)
  expect(search).toHaveBeenCalledTimes(1)
  cache.get({ text: 'b' }, 1, search)
  cache.get({ text: 'a' }, 2, search)
  expect(search).toHaveBeenCalledTimes(3)
})
