import type { Document } from 'mongodb'
import { z } from 'zod'
import { testOf } from '@/lib/search/index/columns'
import type { Hit, Query } from '@/lib/search/search-query'
import { fromToken } from '../mapping/document'
import { type Condition, clausesOf, oneVariant, variantClauses } from './conditions'

const TIES = { _id: 1 }
const BY_SCORE = { score: { $meta: 'searchScore', order: -1 } }
// Scores are 32-bit floats, which are exact up to this number of minor units (€167,772).
const MAX_EXACT_SCORE = 2 ** 24
// Higher than any text score, yet low enough that a 32-bit float represents all its multiples exactly.
const STEP = 4_096
const MAX_PINNED = 200 // one clause each; MongoDB allows 1,024 clauses in all

/**
 * Returns the stages that find one page of hits; null if the query asks for none. `scope` has all clauses except those
 * of text and filters.
 */
export function hitsPipeline(
  query: Query,
  { index, scope, text, conditions }: { index: string; scope: Document[]; text: Document[]; conditions: Condition[] },
): Document[] | null {
  const { sort = 'relevance', page = 1, perPage = 24 } = query
  if (perPage === 0) return null
  const byRelevance = sort === 'relevance'
  const price = /^(-?)price$/.exec(sort)
  const byVariant = price !== null && sortsByVariant(conditions)
  const filter = [...scope, ...clausesOf(conditions), ...(byRelevance ? [] : text)]
  const compound = {
    filter,
    ...(byRelevance && text.length > 0 && { must: text }),
    ...(byVariant && { must: [offeredPrice(conditions, price[1] === '-')] }),
    ...(byRelevance && { should: [...pinClauses(query), inStockClause(conditions)] }),
  }
  const order = byVariant ? { ...BY_SCORE, ...TIES } : orderOf(sort)
  return [
    { $search: { index, compound, sort: order, returnStoredSource: true } },
    { $skip: (page - 1) * perPage },
    { $limit: perPage },
    { $project: { variants: 1 } },
  ]
}

const isAnyInStock = ({ key, filter }: Condition) =>
  key === 'inStock' && Array.isArray(filter) && filter.length === 1 && filter[0] === true

/**
 * Returns the field to use for these variant conditions: `offers` if there are none, `stocked` if they only require
 * that the variant is in stock, otherwise null.
 */
export function variantScopeOf(conditions: Condition[]): 'offers' | 'stocked' | null {
  const ofVariants = conditions.filter(({ ofVariant }) => ofVariant)
  if (ofVariants.length === 0) return 'offers'
  return ofVariants.every(isAnyInStock) ? 'stocked' : null
}

const sortsByVariant = (conditions: Condition[]) => variantScopeOf(conditions) === null

function orderOf(sort: NonNullable<Query['sort']>): Document {
  const [, minus, key = ''] = /^(-?)(.*)$/s.exec(sort) ?? []
  const order = minus ? -1 : 1
  if (key === 'relevance') return { ...BY_SCORE, popularity: -1, reviewScore: -1, ...TIES }
  if (key === 'rating') return { reviewScore: -1, ...TIES }
  if (key === 'newest') return { createdAt: -1, ...TIES }
  if (key === 'discount') return { discount: -1, ...TIES }
  if (key === 'price') return { offerPrice: order, ...TIES }
  // Products without this number come last in both directions.
  return { [`numbers.${key.slice('spec.'.length)}`]: { order, noData: minus ? 'lowest' : 'highest' }, ...TIES }
}

/**
 * Scores each product by the price of its offered variant (see `Hit`): cheapest product first, or last with
 * `descending`.
 */
function offeredPrice(conditions: Condition[], descending: boolean): Document {
  const clauses = variantClauses(conditions)
  const inStock = [...clauses, IN_STOCK]
  const soldOut = { must: [lowestPrice(clauses, descending)], mustNot: [oneVariant(inStock)] }
  return {
    compound: { should: [lowestPrice(inStock, descending), { compound: soldOut }], minimumShouldMatch: 1 },
  }
}

/** Scores each product by the lowest price of the variants that match these clauses. */
function lowestPrice(filter: Document[], descending: boolean): Document {
  const price = { path: { value: 'variants.price', undefined: 0 } }
  const cheapness = { add: [{ constant: MAX_EXACT_SCORE }, { multiply: [{ constant: -1 }, price] }] }
  const score = { function: descending ? price : cheapness }
  return {
    embeddedDocument: {
      path: 'variants',
      operator: { compound: { filter, must: [{ range: { path: 'variants.price', gte: 0, score } }] } },
      score: { embedded: { aggregate: descending ? 'minimum' : 'maximum' } },
    },
  }
}

/** Scores each product of which a matching variant is in stock, so that sold-out ones rank below it. */
function inStockClause(conditions: Condition[]): Document {
  const filter = [oneVariant([...variantClauses(conditions), IN_STOCK])]
  return { compound: { filter, score: { constant: { value: 1 } } } }
}

const IN_STOCK = { equals: { path: 'variants.inStock', value: true } }

/** Returns clauses that move pinned products to the top, in the given order, and buried products to the end. */
function pinClauses({ pinned: all = [], buried = [] }: Query): Document[] {
  const pinned = all.slice(0, MAX_PINNED)
  const worth = (value: number) => ({ constant: { value } })
  const first = pinned.map((value, index) => ({
    equals: { path: '_id', value, score: worth(STEP * (pinned.length - index + 1)) },
  }))
  const notLast = {
    compound: {
      filter: [{ equals: { path: 'kind', value: 'product' } }],
      mustNot: [{ in: { path: '_id', value: buried } }],
      score: worth(STEP),
    },
  }
  return buried.length > 0 ? [...first, notLast] : first
}

const hitSchema = z.object({
  _id: z.string(),
  variants: z.array(z.object({ options: z.record(z.string(), z.string()), price: z.number(), inStock: z.boolean() })),
})

/** Returns the hit for a document. */
export function toHit(document: Document, conditions: Condition[]): Hit {
  const { _id, variants } = hitSchema.parse(document)
  const tests = conditions
    .filter(({ ofVariant }) => ofVariant)
    .map(({ key, filter }) => ({ key, passes: testOf(filter) }))
  let best = 0
  let offered = { inStock: false, price: Number.POSITIVE_INFINITY }
  variants.forEach(({ options, price, inStock }, position) => {
    const valueIn = (key: string) => {
      if (key === 'price') return price
      if (key === 'inStock') return inStock
      const option = options[key.slice('option.'.length)]
      return option === undefined ? undefined : fromToken(option)
    }
    const isBetter = inStock === offered.inStock ? price < offered.price : inStock
    if (!isBetter || !tests.every(({ key, passes }) => passes(valueIn(key)))) return
    best = position
    offered = { inStock, price }
  })
  return { id: _id, variant: best }
}
