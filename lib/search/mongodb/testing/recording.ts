import type { Document } from 'mongodb'
import type { Query } from '@/lib/search/search-query'
import { type SearchTarget, searchMongodb } from '../mongodb-search'

const KEYS = { specs: ['ram', 'weight'], numbers: ['ram', 'weight'], options: ['colour', 'size'] }
export const PRODUCT = { equals: { path: 'kind', value: 'product' } }

/** Returns a target that records pipelines and answers them with `answer`; by default every count is 1. */
export function recording(answer: (pipeline: Document[]) => Document[] | undefined = () => undefined) {
  const sent: Document[][] = []
  const target: SearchTarget = {
    aggregate: async (pipeline) => {
      sent.push(pipeline)
      return answer(pipeline) ?? ('$searchMeta' in pipeline[0]! ? [meta(1)] : [])
    },
    index: () => 'an-index',
    keys: () => KEYS,
    removed: () => [],
  }
  return { target, sent }
}

/** Returns a `$searchMeta` result with this total and these facet counts. */
export const meta = (total: number, facets: Record<string, [string | number, number][]> = {}) => ({
  count: { total },
  facet: Object.fromEntries(
    Object.entries(facets).map(([key, buckets]) => [key, { buckets: buckets.map(([_id, count]) => ({ _id, count })) }]),
  ),
})

/** Returns the pipelines that a query sends. */
export async function sentFor(query: Query) {
  const { target, sent } = recording()
  await searchMongodb(target, query)
  const hits = sent.find(([stage]) => stage?.$search)
  return { hits: hits?.[0]?.$search, stages: hits, metas: sent.flatMap(([stage]) => stage?.$searchMeta ?? []) }
}

export const filterOf = (meta: Document) => (meta.facet?.operator ?? meta).compound.filter
/** Returns the clause that requires one variant to match all these filters. */
export const variants = (filter: Document[]) => ({
  embeddedDocument: { path: 'variants', operator: { compound: { filter } } },
})
