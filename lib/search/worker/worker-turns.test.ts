import { expect, test, vi } from 'vitest'
import { Results, Turns } from './worker-turns'

test('what is urgent passes whatever waits, and comes in between two searches', async () => {
  const turns = new Turns()
  const done: string[] = []
  for (const name of ['a', 'b', 'c']) turns.take(() => done.push(name), false)
  setImmediate(() => turns.take(() => done.push('urgent'), true))
  await vi.waitFor(() => expect(done).toHaveLength(4))
  expect(done).toEqual(['a', 'urgent', 'b', 'c'])
})

test('a result holds until the index changes', () => {
  const results = new Results()
  const search = vi.fn(() => ({ total: 1, hits: [], facets: {} }))
  results.of({ text: 'a' }, 1, search)
  results.of({ text: 'a' }, 1, search)
  expect(search).toHaveBeenCalledTimes(1)
  results.of({ text: 'b' }, 1, search)
  results.of({ text: 'a' }, 2, search)
  expect(search).toHaveBeenCalledTimes(3)
})
