import type { Document } from 'mongodb'
import { z } from 'zod'
import { EDGES } from '@/lib/search/index/histogram'
import { Tally } from '@/lib/search/query/tally'
import { ofVariant } from '@/lib/search/query/variants'
import type { Facet, NumberFacet } from '@/lib/search/search-query'
import type { FilterKeys } from '../mapping/definition'
import { fromToken } from '../mapping/document'
import { type Condition, clausesOf, numberPath, oneVariant, tokenPath, variantClauses } from './conditions'
import { variantScopeOf } from './hits'

const MAX_BUCKETS = 1_000 // the server's limit
const MAX_SINGLE_COUNTS = 100

/** A `$searchMeta` request, and the facets to read from its result. */
export interface CountRequest {
  pipeline: Document[]
  /**
   * Facet keys. For those in `perValue`, the request only lists the values; each value is then counted by its own
   * request.
   */
  keys: string[]
  perValue: Map<string, Condition[]>
}

interface Scope {
  index: string
  /** All clauses except those of the filters; scores do not matter here. */
  clauses: Document[]
  conditions: Condition[]
}

/** Returns the keys of all facets to count in a listing whose category has these filter keys. */
export function facetKeys({ specs, options }: FilterKeys): string[] {
  const named = [...specs.map((key) => `spec.${key}`), ...options.map((key) => `option.${key}`)]
  return ['category', 'brand', 'rating', 'discount', 'price', 'inStock', ...named]
}

/**
 * Returns the requests for all counts: one for the total and the unfiltered facets, and one for each filtered facet,
 * which ignores the filter on that facet.
 */
export function countRequests(scope: Scope, keys: string[], numbers: string[]): CountRequest[] {
  const own = new Set(scope.conditions.filter((condition) => condition.isShopperFilter).map(({ key }) => key))
  const active = keys.filter((key) => own.has(key))
  const rest = keys.filter((key) => !own.has(key))
  return [
    request(scope, rest, numbers),
    ...active.map((key) => request({ ...scope, conditions: without(scope.conditions, key) }, [key], numbers)),
  ]
}

const without = (conditions: Condition[], key: string) =>
  conditions.filter((condition) => !(condition.isShopperFilter && condition.key === key))

function request({ index, clauses, conditions }: Scope, keys: string[], numbers: string[]): CountRequest {
  const breadth = variantScopeOf(conditions)
  const perValue = new Map<string, Condition[]>()
  const facets: Record<string, Document> = {}
  for (const key of keys) {
    if (ofVariant(key) && breadth === null) {
      perValue.set(key, conditions)
      if (key === 'price') continue
    }
    Object.assign(facets, facetsOf(key, breadth ?? 'offers', numbers))
  }
  const compound = { filter: [...clauses, ...clausesOf(conditions)] }
  const search = Object.keys(facets).length > 0 ? { facet: { operator: { compound }, facets } } : { compound }
  return { pipeline: [{ $searchMeta: { index, ...search, count: { type: 'total' } } }], keys, perValue }
}

const strings = (path: string): Document => ({ type: 'string', path, numBuckets: MAX_BUCKETS })
// The first bar also counts negative numbers, as in `barOf`.
const bars = (path: string): Document => ({
  type: 'number',
  path,
  boundaries: [-Number.MAX_SAFE_INTEGER, ...EDGES.slice(1), Number.MAX_SAFE_INTEGER],
})

function facetsOf(key: string, breadth: 'offers' | 'stocked', numbers: string[]): Record<string, Document> {
  if (key === 'category') return { category: strings('category') }
  if (key === 'price') return { price: bars(`${breadth}.price`) }
  if (key === 'inStock') return { inStock: strings(`${breadth}.inStock`) }
  if (ofVariant(key)) return { [key]: strings(`${breadth}.options.${key.slice('option.'.length)}`) }
  const values = { [key]: strings(tokenPath(key) ?? key) }
  const isNumber = numbers.includes(key.replace('spec.', ''))
  return isNumber ? { ...values, [`${key} bars`]: bars(numberPath(key) ?? key) } : values
}

const metaSchema = z.object({
  count: z.object({ total: z.coerce.number() }),
  facet: z
    .record(
      z.string(),
      z.object({ buckets: z.array(z.object({ _id: z.union([z.string(), z.number()]), count: z.coerce.number() })) }),
    )
    .default({}),
})
export type Meta = z.infer<typeof metaSchema>

/** Parses the result of a `$searchMeta` stage. */
export const parseMeta = (documents: Document[]): Meta => metaSchema.parse(documents[0])

/** Returns the facets that the result counts; those in `perValue` need further requests. */
export function facetsIn({ facet }: Meta, { keys, perValue }: CountRequest): Record<string, Facet> {
  const tally = new Tally()
  const ready = keys.filter((key) => !perValue.has(key))
  for (const key of ready) {
    if (key === 'price') continue
    for (const { _id, count } of facet[key]?.buckets ?? [])
      tally.add(key, key === 'category' ? String(_id) : fromToken(String(_id)), count)
  }
  const facets = tally.facets()
  for (const key of ready) {
    const histogram = barsIn(facet[key === 'price' ? key : `${key} bars`])
    const isWhole = (facet[key]?.buckets.length ?? 0) < MAX_BUCKETS
    if (histogram && (key === 'price' || !isWhole)) facets[key] = histogram
  }
  return facets
}

/**
 * Returns a histogram. Its minimum and maximum are taken from the outermost bars, because MongoDB does not return them.
 */
function barsIn(facet: Meta['facet'][string] | undefined): NumberFacet | null {
  const filled = (facet?.buckets ?? []).filter(({ count }) => count > 0)
  const histogram = filled
    .map(({ _id, count }): [number, number] => [Math.max(0, Number(_id)), count])
    .sort(([a], [b]) => a - b)
  const [first, last] = [histogram[0], histogram.at(-1)]
  if (!first || !last) return null
  const end = EDGES[EDGES.indexOf(last[0]) + 1] ?? last[0]
  return { histogram, min: first[0], max: end }
}

/**
 * Returns the values of a variant facet, each with a request that counts the products of which one variant has this
 * value and meets all variant conditions.
 */
export function valueRequests(
  { index, clauses }: Scope,
  key: string,
  conditions: Condition[],
  { facet }: Meta,
): { value: string; pipeline: Document[] }[] {
  const path = key === 'inStock' ? 'variants.inStock' : `variants.options.${key.slice('option.'.length)}`
  const product = conditions.filter((condition) => !condition.ofVariant)
  const variant = variantClauses(conditions)
  return (facet[key]?.buckets ?? []).slice(0, MAX_SINGLE_COUNTS).map(({ _id }) => {
    const value = String(_id)
    const has = { equals: { path, value: key === 'inStock' ? fromToken(value) : value } }
    const compound = { filter: [...clauses, ...clausesOf(product), oneVariant([...variant, has])] }
    return { value, pipeline: [{ $searchMeta: { index, compound, count: { type: 'total' } } }] }
  })
}

/** Returns the facet made of values that were counted one by one. */
export function valuesFacet(key: string, counts: [value: string, products: number][]): Record<string, Facet> {
  const tally = new Tally()
  for (const [value, products] of counts) tally.add(key, fromToken(value), products)
  return tally.facets()
}

/**
 * Returns the request for the price bars while other variant filters are active. It counts variants, not products, so
 * only the relative heights of the bars are meaningful.
 */
export function priceRequest({ index, clauses }: Scope, conditions: Condition[]): Document[] {
  const product = conditions.filter((condition) => !condition.ofVariant)
  const variant = variantClauses(conditions)
  const root = { hasRoot: { operator: { compound: { filter: [...clauses, ...clausesOf(product)] } } } }
  const operator = { compound: { filter: [root, ...variant] } }
  const facet = { operator, facets: { price: bars('variants.price') } }
  const scope = { returnScope: { path: 'variants' }, returnStoredSource: true }
  return [{ $searchMeta: { index, facet, ...scope, count: { type: 'total' } } }]
}

/** Returns the price facet from the result of `priceRequest`. */
export const priceFacetIn = ({ facet }: Meta): Record<string, Facet> => {
  const price = barsIn(facet.price)
  return price ? { price } : {}
}
