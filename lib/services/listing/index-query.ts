import type { Category, SpecDefinition } from '@/lib/contracts/catalog/category'
import { newSince } from '@/lib/domain/catalog/newness'
import { uniqueSlugs } from '@/lib/domain/catalog/slug'
import { bySchema } from '@/lib/domain/catalog/specs'
import {
  COMMON_SORTS,
  DEFAULT_SORT,
  isFilterKey,
  type ListingState,
  listingState,
  type Range,
  SCOPE_SORT,
  type Scope,
} from '@/lib/domain/listing/listing'
import { isOnlyUnsaid } from '@/lib/domain/listing/query-words'
import { type Facet, type Filter, LIMITS, type Query, type Result, type Sort } from '@/lib/search/search-query'

type Value = string | number | boolean

/** A filter: its name in addresses, its key in the index, and its values. */
export interface Filterable {
  key: string
  indexKey: string
  label: string
  spec?: SpecDefinition
  /** Values in display order; null for a numeric range. */
  values: { value: Value; label: string; slug: string }[] | null
}

/** A listing as an index query, and the parts of its address that the category does not know. */
export interface ListingQuery {
  /** The listing's state without these unknown parts. */
  state: ListingState
  query: Query
  unknown: string[]
}

/** Returns the filters of a listing: brand, and the specs of the category's schema or of the whole shop. */
export function filterables(category: Pick<Category, 'specs'> | null, base: Result): Filterable[] {
  const brands = valuesOf(base.facets.brand).map(String) // sorted by number of products, regardless of filters
  const brand = {
    key: 'brand',
    indexKey: 'brand',
    label: 'Brand',
    values: slugged(brands),
  }
  return [brand, ...specFilters(category?.specs ?? [], base)]
}

/** Returns the filters of a schema. Without `base`, specs whose values are not listed have none. */
export function specFilters(specs: readonly SpecDefinition[], base: Pick<Result, 'facets'> = { facets: {} }) {
  const shown = specs.filter(({ key, filterable }) => filterable && isFilterKey(key) && key !== 'brand')
  return shown.map((spec) => specFilter(spec, base))
}

function specFilter(spec: SpecDefinition, base: Pick<Result, 'facets'>): Filterable {
  const indexKey = `${spec.level === 'variant' ? 'option' : 'spec'}.${spec.key}`
  const named = { key: spec.key, indexKey, label: spec.label, spec }
  if (spec.type === 'boolean')
    return {
      ...named,
      values: [
        { value: true, label: 'Yes', slug: 'yes' },
        { value: false, label: 'No', slug: 'no' },
      ],
    }
  if (spec.values && spec.values.length > 0) return { ...named, values: spec.values }
  if (spec.type === 'number') return { ...named, values: null }
  const words = bySchema(valuesOf(base.facets[indexKey]).map(String), spec)
  return { ...named, values: slugged(words) }
}

function slugged(words: string[]): NonNullable<Filterable['values']> {
  const slugs = uniqueSlugs(words)
  return words.map((word, index) => ({ value: word, label: word, slug: slugs[index]! }))
}

const valuesOf = (facet: Facet | undefined): Value[] => facet?.values?.map(([value]) => value) ?? []

// Leaves room for price, stock, rating and discount.
const MAX_SPECS = LIMITS.filters - 4

/** Converts a listing to an index query. Filters beyond the limits of the index count as unknown. */
export function listingQuery(wanted: ListingState, all: Filterable[], now = new Date()): ListingQuery {
  const unknown: string[] = []
  const byKey = new Map(all.map((filterable) => [filterable.key, filterable]))
  const filters: Record<string, Filter> = {}
  const kept: [string, string[]][] = []
  const ranges: [string, Range][] = []
  const isFull = () => Object.keys(filters).length >= MAX_SPECS
  for (const [key, slugs] of wanted.filters) {
    const values = new Map(byKey.get(key)?.values?.map(({ slug, value }) => [slug, value]))
    const known = slugs.filter((slug) => values.has(slug))
    unknown.push(...slugs.filter((slug) => !values.has(slug)).map((slug) => `${key}=${slug}`))
    if (known.length === 0) continue
    if (isFull()) {
      unknown.push(key)
      continue
    }
    kept.push([key, known])
    filters[byKey.get(key)!.indexKey] = known.map((slug) => values.get(slug)!)
  }
  for (const [key, range] of wanted.ranges) {
    const filterable = byKey.get(key)
    if (filterable?.values !== null || isFull()) {
      unknown.push(key)
      continue
    }
    ranges.push([key, range])
    filters[filterable.indexKey] = range
  }
  if (wanted.price.min !== undefined || wanted.price.max !== undefined) filters.price = wanted.price
  if (wanted.inStock) filters.inStock = [true]
  if (wanted.rating > 0) filters.rating = { min: wanted.rating }
  if (wanted.scope === 'deals') filters.discount = { min: 1 }
  const sort = sortOf(wanted, byKey)
  if (sort === null) unknown.push(`sort=${wanted.sort}`)
  const state = listingState({ ...wanted, filters: kept, ranges, sort: sort === null ? DEFAULT_SORT : wanted.sort })
  const since = wanted.scope === 'new' ? { since: Number(newSince(now)) / 1000 } : {}
  return {
    state,
    unknown,
    query: { ...scopeOf(state), ...since, filters, sort: sort ?? 'relevance', page: state.page },
  }
}

/** Returns the part of a query that applies to every facet. */
export const scopeOf = ({ category, q, ignoredTerms }: ListingState): Query => ({
  ...(category === null ? {} : { category }),
  ...(q ? { text: q, exact: true } : {}),
  // A text that consists only of symbols matches nothing rather than everything, and so does an exclusion of which
  // products say nothing.
  ...(q && (!/[\p{L}\p{N}]/u.test(q) || isOnlyUnsaid(q, ignoredTerms)) ? { ids: [] } : {}),
})

function sortOf({ sort: wanted, scope }: ListingState, byKey: Map<string, Filterable>): Sort | null {
  const sort = wanted === DEFAULT_SORT ? SCOPE_SORT[scope] : wanted
  if (sort === DEFAULT_SORT) return 'relevance'
  if (sort === 'newest' || sort === 'price' || sort === '-price' || sort === 'rating' || sort === 'discount')
    return sort
  const key = sort.replace('-', '')
  if (byKey.get(key)?.spec?.type !== 'number') return null
  return sort.startsWith('-') ? `-spec.${key}` : `spec.${key}`
}

const LABELS: Record<(typeof COMMON_SORTS)[number], string> = {
  best: 'Best match',
  newest: 'Newest',
  price: 'Price, low to high',
  '-price': 'Price, high to low',
  rating: 'Best rated',
  discount: 'Biggest drop',
}

/**
 * Returns the available sorts: the scope's own first, then those of every listing, then each number in both directions.
 */
export function sortsOf(all: Filterable[], scope: Scope): { key: string; label: string }[] {
  const own = SCOPE_SORT[scope]
  const common = COMMON_SORTS.filter((key) => key === own || (key !== DEFAULT_SORT && key !== own))
  const numbers = all.filter(({ spec }) => spec?.type === 'number')
  return [
    ...common
      .sort((a, b) => Number(b === own) - Number(a === own))
      .map((key) => ({ key: key === own ? DEFAULT_SORT : key, label: LABELS[key] })),
    ...numbers.flatMap(({ key, label }) => [
      { key, label: `${label}, low to high` },
      { key: `-${key}`, label: `${label}, high to low` },
    ]),
  ]
}
