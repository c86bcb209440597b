import { tidyLine } from '../typed-text'

/**
 * The state of a listing, independent of the catalogue's content. `listingState` normalizes it, so equal listings have
 * equal states.
 */
export interface ListingState {
  /** Path of the category; null for the whole shop. */
  category: string | null
  /** Slug of the collection; null if the listing is not one of a collection. */
  collection: string | null
  q: string
  /** Query that was interpreted as these filters; only displayed. */
  originalQuery: string
  /** The query as it was respelled; empty if it was not. Only displayed. */
  respelledQuery: string
  /** Words of the query that were ignored so that the rest has results; only displayed. */
  ignoredTerms: readonly string[]
  scope: Scope
  /**
   * Sorted slugs of the accepted values of each filter. Keys are specs or `brand`; in a Map, keys such as "constructor"
   * are safe.
   */
  filters: ReadonlyMap<string, readonly string[]>
  /** Accepted range of each numeric spec, in the spec's unit, by key. */
  ranges: ReadonlyMap<string, Range>
  /** Price range in minor units. */
  price: Range
  inStock: boolean
  /** Minimum number of stars, 1 to 4; 0 accepts any. */
  rating: number
  /**
   * `best`, `newest`, `price`, `rating`, `discount`, or the key of a numeric spec. A leading '-' reverses the order.
   */
  sort: string
  /** Page number, starting at 1. */
  page: number
}

/** A range. Bounds are inclusive; a missing bound means no limit. */
export interface Range {
  min?: number
  max?: number
}

export const SCOPES = ['all', 'new', 'deals'] as const
export type Scope = (typeof SCOPES)[number]

export const PER_PAGE = 24
const MAX_RESULTS = 10_000
export const LISTING_LIMITS = {
  values: 30,
  text: 200,
  ignoredTerms: 6,
  page: Math.floor(MAX_RESULTS / PER_PAGE),
  amount: 100_000_000,
  bound: 1_000_000_000,
}
export const DEFAULT_SORT = 'best'
/** Sort orders that every listing offers. */
export const COMMON_SORTS = [DEFAULT_SORT, 'newest', 'price', '-price', 'rating', 'discount'] as const

/**
 * Parameter names that have a meaning of their own, so that specs must not use them as keys. Includes `brand`, a filter
 * of every listing.
 */
export const RESERVED_KEYS: ReadonlySet<string> = new Set([
  'in',
  'collection',
  'q',
  'asked',
  'left',
  'guess',
  'show',
  'stock',
  'price',
  'rating',
  'sort',
  'page',
])

const KEY = /^[a-z][a-zA-Z0-9]{0,39}$/
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const MAX_SLUG = 120

export const isFilterKey = (text: string) => KEY.test(text) && !RESERVED_KEYS.has(text)
export const isSlug = (text: string) => text.length <= MAX_SLUG && SLUG.test(text)

export type LooseListing = Partial<Omit<ListingState, 'filters' | 'ranges'>> & {
  filters?: Iterable<readonly [string, readonly string[]]>
  ranges?: Iterable<readonly [string, Range]>
}

/**
 * Normalizes a state: trims texts, sorts and deduplicates keys and values, swaps reversed bounds, and limits all
 * numbers and lengths. Drops filter values beyond the limit.
 */
export function listingState(loose: LooseListing = {}): ListingState {
  const filters = new Map<string, string[]>()
  let room = LISTING_LIMITS.values
  for (const [key, slugs] of ordered(merged(loose.filters ?? []))) {
    const kept = [...new Set(slugs)].sort().slice(0, room)
    room -= kept.length
    if (kept.length > 0) filters.set(key, kept)
  }
  const ranges = new Map<string, Range>()
  for (const [key, range] of ordered(new Map(loose.ranges ?? []))) {
    const sound = soundRange(range, -LISTING_LIMITS.bound, LISTING_LIMITS.bound, 4)
    if (!isOpen(sound) && !filters.has(key)) ranges.set(key, sound)
  }
  const originalQuery = soundText(loose.originalQuery ?? '')
  return {
    category: loose.category ?? null,
    collection: loose.collection ?? null,
    q: soundText(loose.q ?? ''),
    originalQuery,
    respelledQuery: originalQuery && soundText(loose.respelledQuery ?? ''),
    ignoredTerms: validIgnoredTerms(loose.ignoredTerms ?? [], originalQuery),
    scope: loose.scope ?? 'all',
    filters,
    ranges,
    price: soundPrice(loose.price ?? {}),
    inStock: loose.inStock ?? false,
    rating: soundRating(loose.rating ?? 0),
    sort: soundSort(loose.sort ?? DEFAULT_SORT, loose.scope),
    page: soundPage(loose.page ?? 1),
  }
}

/** Default sort order of each scope, which addresses omit. */
export const SCOPE_SORT: Record<Scope, string> = { all: DEFAULT_SORT, new: 'newest', deals: 'discount' }
const soundSort = (sort: string, scope: Scope = 'all') => (sort === SCOPE_SORT[scope] ? DEFAULT_SORT : sort)

/** Returns the number of selected values, which decides whether the listing has a path. */
export function chosenValues({
  filters,
  inStock,
  rating,
}: Pick<ListingState, 'filters' | 'inStock' | 'rating'>): number {
  return [...filters.values()].reduce((sum, { length }) => sum + length, Number(inStock) + Number(rating > 0))
}

/** Returns whether no further filter value can be selected. */
export const isFull = ({ filters }: Pick<ListingState, 'filters'>) =>
  chosenValues({ filters, inStock: false, rating: 0 }) >= LISTING_LIMITS.values

/** Returns the number of active filters: selected values, spec ranges, price, stock and rating. */
export function activeFilters(state: ListingState): number {
  return chosenValues(state) + state.ranges.size + (isOpen(state.price) ? 0 : 1)
}

export const isOpen = ({ min, max }: Range) => min === undefined && max === undefined

// Every change leads back to the first page.
const changed = (state: ListingState, change: LooseListing) => listingState({ ...state, page: 1, ...change })

/** Returns the listing with the value selected, or deselected if it was selected before. */
export function toggled(state: ListingState, key: string, slug: string): ListingState {
  const slugs = state.filters.get(key) ?? []
  const next = slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug]
  return changed(state, { filters: new Map(state.filters).set(key, next) })
}

/** An active filter: one selected value (`slug`), or the range, price, stock or rating filter with this key. */
export interface Narrowing {
  key: string
  slug?: string
}

/** Returns the listing without this filter; the same object if it is not active. */
export function without(state: ListingState, { key, slug }: Narrowing): ListingState {
  if (slug !== undefined) return state.filters.get(key)?.includes(slug) ? toggled(state, key, slug) : state
  if (key === 'price') return isOpen(state.price) ? state : withPrice(state, {})
  if (key === 'stock') return state.inStock ? withStock(state, false) : state
  if (key === 'rating') return state.rating > 0 ? withRating(state, 0) : state
  return state.ranges.has(key) ? withRange(state, key, {}) : state
}

/** Returns the listing with this range for a numeric spec; a range without bounds removes the filter. */
export function withRange(state: ListingState, key: string, range: Range): ListingState {
  return changed(state, { ranges: new Map(state.ranges).set(key, range) })
}

export const withPrice = (state: ListingState, price: Range) => changed(state, { price })
export const withStock = (state: ListingState, inStock: boolean) => changed(state, { inStock })
export const withRating = (state: ListingState, rating: number) => changed(state, { rating })
export const withSort = (state: ListingState, sort: string) => changed(state, { sort })
export const withPage = (state: ListingState, page: number) => listingState({ ...state, page })
/** Returns the listing in another category, keeping only the filters that all categories share. */
export const withCategory = (state: ListingState, category: string | null) =>
  changed(state, { category, filters: brandOnly(state), ranges: [], sort: commonSort(state.sort) })
/** Returns the listing without filters. */
export const cleared = (state: ListingState) =>
  changed(state, { originalQuery: '', filters: [], ranges: [], price: {}, inStock: false, rating: 0 })

const brandOnly = ({ filters }: ListingState) => [...filters].filter(([key]) => key === 'brand')
const commonSort = (sort: string) => (COMMON_SORTS.some((common) => common === sort) ? sort : DEFAULT_SORT)

function merged(entries: Iterable<readonly [string, readonly string[]]>): Map<string, string[]> {
  const byKey = new Map<string, string[]>()
  for (const [key, slugs] of entries) byKey.set(key, [...(byKey.get(key) ?? []), ...slugs])
  return byKey
}

// Sorts by code unit rather than by locale, so that canonical addresses are the same on every machine.
function ordered<T>(entries: Map<string, T>): [string, T][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Returns the text on one clean line, without broken characters. Does not limit its length. */
export const cleanText = (text: string) => tidyLine(text.replace(/[\p{Cc}\p{Cs}\ufffd]/gu, ' '))

// Cleans the text again after cutting it, because the cut may split a character.
const soundText = (text: string) => cleanText(cleanText(text).slice(0, LISTING_LIMITS.text))

// Accepts only words of the query, in its order, because an address must not make the shop display other text.
function validIgnoredTerms(ignoredTerms: readonly string[], originalQuery: string): string[] {
  const words = new Set(ignoredTerms.flatMap((text) => cleanText(text).split(' ')))
  return [...words]
    .filter((word) => word !== '' && originalQuery.includes(word))
    .sort((a, b) => originalQuery.indexOf(a) - originalQuery.indexOf(b) || (a < b ? -1 : 1))
    .slice(0, LISTING_LIMITS.ignoredTerms)
}

/** Returns the page number, limited to the allowed range; 1 if it is not a number. */
export function soundPage(page: number): number {
  return Number.isNaN(page) ? 1 : Math.min(Math.max(Math.trunc(page), 1), LISTING_LIMITS.page)
}

export const MAX_RATING_FILTER = 4
const soundRating = (stars: number) =>
  Number.isNaN(stars) ? 0 : Math.min(Math.max(Math.trunc(stars), 0), MAX_RATING_FILTER)

function soundPrice(price: Range): Range {
  const { min, max } = soundRange(price, 0, LISTING_LIMITS.amount, 0)
  return { ...(min ? { min } : {}), ...(max === undefined ? {} : { max }) }
}

function soundRange({ min, max }: Range, lowest: number, highest: number, decimals: number): Range {
  const scale = 10 ** decimals
  const within = (value: number | undefined) =>
    value === undefined || Number.isNaN(value)
      ? undefined
      : Math.round(Math.min(Math.max(value, lowest), highest) * scale) / scale + 0 // avoids −0
  let [from, to] = [within(min), within(max)]
  if (from !== undefined && to !== undefined && from > to) [from, to] = [to, from]
  return { ...(from === undefined ? {} : { min: from }), ...(to === undefined ? {} : { max: to }) }
}
