import type { Document } from 'mongodb'
import pMap from 'p-map'
import {
  assertWithinLimits,
  type Facet,
  NO_SUGGESTIONS,
  type Query,
  type Result,
  type Suggestions,
} from '../search-query'
import type { FilterKeys } from './mapping/definition'
import { completionCount, completionsIn, completionsPipeline } from './pipelines/completions'
import { type Condition, conditionsOf, scopeClauses } from './pipelines/conditions'
import {
  type CountRequest,
  countRequests,
  facetKeys,
  facetsIn,
  type Meta,
  parseMeta,
  priceFacetIn,
  priceRequest,
  valueRequests,
  valuesFacet,
} from './pipelines/counts'
import { hitsPipeline, toHit } from './pipelines/hits'
import { OUTSIDE_DESCRIPTIONS, type TypedText, textClauses, typedText } from './pipelines/text-clauses'

// Limits each query, so that one listing cannot use up all connections.
const CONCURRENCY = { concurrency: 6 }

/** What queries need: access to the collection, the name of the index, and the filter keys of each category. */
export interface SearchTarget {
  aggregate(pipeline: Document[]): Promise<Document[]>
  index(): string
  keys(category: string | undefined): FilterKeys
  /** Returns the ids of deleted products that the index may still contain. */
  removed(): string[]
}

/**
 * Answers a query with one `$search` for the page of hits and several `$searchMeta` for total and counts: one for all
 * unfiltered facets, and one for each filtered facet. Throws RangeError if the query exceeds `LIMITS`.
 */
export async function searchMongodb(target: SearchTarget, query: Query): Promise<Result> {
  assertWithinLimits(query)
  const typed = typedText(query.text ?? '', query.exact)
  if (query.exact) return answerExactly(target, query, typed)
  const asStands = await answer(target, query, textClauses(typed))
  // Typos are forgiven only if nothing matches exactly.
  if (asStands.total > 0 || !canForgive(typed)) return asStands
  return answer(target, query, textClauses(typed, { forgiving: true }))
}

/** Searches descriptions only if nothing else has all the words. */
async function answerExactly(target: SearchTarget, query: Query, typed: TypedText): Promise<Result> {
  const outside = textClauses(typed, { fields: OUTSIDE_DESCRIPTIONS })
  const everywhere = textClauses(typed)
  // Whether descriptions count must not depend on filters, because the counts of a listing ignore them.
  const found = await answer(target, query, outside)
  if (found.total > 0 || typed.words.length + typed.phrases.length === 0) return found
  const anywhere = await answer(target, { text: query.text ?? '', perPage: 0, facets: false }, outside)
  if (anywhere.total > 0) return found
  const result = await answer(target, query, everywhere)
  return { ...result, ...(result.total > 0 && { weakMatch: 'descriptions' }) }
}

const canForgive = ({ words }: TypedText) => words.some((word) => word.length >= 4)

async function answer(target: SearchTarget, query: Query, text: Document[]): Promise<Result> {
  const index = target.index()
  const conditions = conditionsOf(query)
  const scope = [...scopeClauses(query), ...notRemoved(target)]
  const countScope = { index, clauses: [...scope, ...text], conditions }
  const keys = target.keys(query.category)
  const counted = countedKeys(query, facetKeys(keys), conditions)
  const requests = countRequests(countScope, counted, keys.numbers)
  const pipeline = hitsPipeline(query, { index, scope, text, conditions })
  const [hits, metas] = await Promise.all([
    pipeline ? target.aggregate(pipeline) : [],
    pMap(requests, async (request) => parseMeta(await target.aggregate(request.pipeline)), CONCURRENCY),
  ])
  const facets: Record<string, Facet> = {}
  for (const [position, request] of requests.entries()) {
    const meta = metas[position]!
    Object.assign(facets, facetsIn(meta, request), await countedOneByOne(target, countScope, request, meta))
  }
  return { total: metas[0]?.count.total ?? 0, hits: hits.map((document) => toHit(document, conditions)), facets }
}

function countedKeys({ facets = true }: Query, known: string[], conditions: Condition[]): string[] {
  if (facets === true) return withFiltered(known, conditions)
  return facets === 'category' ? [facets] : []
}

/** Adds the keys of the shopper's filters: they get a facet even if the category's schema lacks them. */
const withFiltered = (keys: string[], conditions: Condition[]) => [
  ...new Set([...keys, ...conditions.filter(({ isShopperFilter }) => isShopperFilter).map(({ key }) => key)]),
]

const notRemoved = (target: SearchTarget): Document[] => {
  const value = target.removed()
  return value.length > 0 ? [{ compound: { mustNot: [{ in: { path: '_id', value } }] } }] : []
}

/**
 * Counts each value of a variant facet with its own request while other variant filters are active, because a facet in
 * MongoDB cannot tell which values belong to the same variant.
 */
async function countedOneByOne(
  target: SearchTarget,
  countScope: Parameters<typeof valueRequests>[0],
  request: CountRequest,
  meta: Meta,
): Promise<Record<string, Facet>> {
  const facets: Record<string, Facet> = {}
  for (const [key, conditions] of request.perValue) {
    if (key === 'price') {
      Object.assign(facets, priceFacetIn(parseMeta(await target.aggregate(priceRequest(countScope, conditions)))))
      continue
    }
    const requests = valueRequests(countScope, key, conditions, meta)
    const count = async ({ value, pipeline }: (typeof requests)[number]): Promise<[string, number]> => {
      const { count } = parseMeta(await target.aggregate(pipeline))
      return [value, count.total]
    }
    const counts = await pMap(requests, count, CONCURRENCY)
    Object.assign(facets, valuesFacet(key, counts))
  }
  return facets
}

/** Returns completions of the last word with their product counts, and the best hits. */
export async function suggestMongodb(target: SearchTarget, text: string, limit: number): Promise<Suggestions> {
  const typed = typedText(text)
  const last = typed.words.at(-1) ?? ''
  if (typed.words.length + typed.phrases.length === 0) return NO_SUGGESTIONS
  const index = target.index()
  const pipeline = completionsPipeline(index, typed)
  const [result, documents] = await Promise.all([
    searchMongodb(target, { text, perPage: limit, facets: 'category' }),
    pipeline ? target.aggregate(pipeline) : [],
  ])
  const countProducts = async (word: string): Promise<[string, number]> => {
    const { count } = parseMeta(await target.aggregate(completionCount(index, typed, word)))
    return [word, count.total]
  }
  const words = await pMap(completionsIn(documents, last, limit), countProducts, CONCURRENCY)
  return { words: words.filter(([, products]) => products > 0), result }
}
