import { afterAll, expect, test } from 'vitest'
import { searchEngine } from '@/lib/search/process-engine'
import { checkHealth } from './health'

afterAll(async () => (await searchEngine()).close())

test('a store is healthy once both databases answer and the search index is loaded, and reports what is missing until then', async () => {
  expect(await checkHealth()).toMatchObject({
    parts: { postgres: 'ok', mongodb: 'ok', search: 'loading' },
    reason: 'search index is loading: 0 %',
    index: { done: 0 },
  })
  await searchEngine()
  expect(await checkHealth()).toEqual({
    parts: { postgres: 'ok', mongodb: 'ok', search: 'ok', pages: 'ok' },
    reason: null,
  })
})
