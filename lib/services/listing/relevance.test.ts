import { afterAll, beforeAll, expect, it } from 'vitest'
import { measureRelevance, relevanceReport } from '@/e2e/relevance/measure'
import { SEARCH_EXAMPLES } from '@/lib/domain/listing/search-examples'
import { searchEngine } from '@/lib/search/process-engine'
import { seed } from '@/prisma/seed'

beforeAll(() => seed({ orders: 0, now: new Date() }))
afterAll(async () => (await searchEngine()).close())

it('search answers the judged queries as well as docs/search.md says', async () => {
  const relevance = await measureRelevance()
  const { precision, honest, falselyConfident, answers } = relevance
  expect(precision, relevanceReport(relevance)).toBeGreaterThan(0.9)
  expect(falselyConfident, relevanceReport(relevance)).toBeLessThan(0.03)
  expect(honest, relevanceReport(relevance)).toBeGreaterThan(0.9)
  // What the search box suggests leads to what it promises.
  const examples = answers.filter(({ query }) => SEARCH_EXAMPLES.includes(query))
  expect(examples).toHaveLength(SEARCH_EXAMPLES.length)
  for (const { query, right, total, isAnnounced } of examples)
    expect([right, isAnnounced], query).toEqual([Math.min(5, total), false])
}, 120_000)
