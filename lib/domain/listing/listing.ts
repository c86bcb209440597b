import { tidyLine } from '../typed-text'

/** What a listing shows, apart from the catalogue itself. Two states that mean the same are made equal by `listingState`. */
export interface ListingState {
  /** Path of slugs; null for the whole shop. */
  category: string | null
  /** Slug of the collection that is narrowed; null for none. */
  collection: string | null
  q: string
  /** What the shopper typed, where this listing is what was understood of it; kept to be shown, and narrows nothing. */
  asked: string
  /** Words of `asked` that nothing in the shop is called, left out so that the rest finds something; told, and narrow nothing. */
  left: readonly string[]
  scope: Scope
  /** Key of a spec (or `brand`) → slugs of the values that are wanted, in order. A Map, so no key can be special. */
  filters: ReadonlyMap<string, readonly string[]>
  /** Key of a numeric spec → bounds in its unit. */
  ranges: ReadonlyMap<string, Range>
  /** Minor units. */
  price: Range
  inStock: boolean
  /** At least so many stars, 1 to 4; 0 for any. */
  rating: number
  /** best, newest, price, rating, discount or the key of a numeric spec; a leading '-' turns it round. */
  sort: string
  /** From 1. */
  page: number
}

/** Both ends belong to it; a missing end is open. */
export interface Range {
  min?: number
  max?: number
}

export const SCOPES = ['all', 'new', 'deals'] as const
export type Scope = (typeof SCOPES)[number]

export const PER_PAGE = 24
const MOST_RESULTS = 10_000
export const LISTING_LIMITS = {
  values: 30,
  text: 200,
  left: 2,
  page: Math.floor(MOST_RESULTS / PER_PAGE),
  amount: 100_000_000,
  bound: 1_000_000_000,
}
export const DEFAULT_SORT = 'best'
/** Sorts that every listing has. */
export const COMMON_SORTS = [DEFAULT_SORT, 'newest', 'price', '-price', 'rating', 'discount'] as const

/** What an address says by itself: no spec may be called so, or nobody could filter by it. Nor `brand`, which is a filter of all. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set([
  'in',
  'collection',
  'q',
  'asked',
  'left',
  'show',
  'stock',
  'price',
  'rating',
  'sort',
  'page',
])

const KEY = /^[a-z][a-zA-Z0-9]{0,39}$/
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const MOST_SLUG = 120

export const isFilterKey = (text: string) => KEY.test(text) && !RESERVED_KEYS.has(text)
export const isSlug = (text: string) => text.length <= MOST_SLUG && SLUG.test(text)

export type LooseListing = Partial<Omit<ListingState, 'filters' | 'ranges'>> & {
  filters?: Iterable<readonly [string, readonly string[]]>
  ranges?: Iterable<readonly [string, Range]>
}

/**
 * The state in its one form: text trimmed, keys and values in order and once, ranges the right way round, everything
 * within bounds. Filter values beyond the limit are left out.
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
  const asked = soundText(loose.asked ?? '')
  return {
    category: loose.category ?? null,
    collection: loose.collection ?? null,
    q: soundText(loose.q ?? ''),
    asked,
    left: soundLeft(loose.left ?? [], asked),
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

/** How a scope is sorted unless told otherwise, so that its address need not say it. */
export const SCOPE_SORT: Record<Scope, string> = { all: DEFAULT_SORT, new: 'newest', deals: 'discount' }
const soundSort = (sort: string, scope: Scope = 'all') => (sort === SCOPE_SORT[scope] ? DEFAULT_SORT : sort)

/** How many values are chosen: what decides whether the listing has a path of its own. */
export function chosenValues({
  filters,
  inStock,
  rating,
}: Pick<ListingState, 'filters' | 'inStock' | 'rating'>): number {
  return [...filters.values()].reduce((sum, { length }) => sum + length, Number(inStock) + Number(rating > 0))
}

/** Whether no further value can be chosen. */
export const isFull = ({ filters }: Pick<ListingState, 'filters'>) =>
  chosenValues({ filters, inStock: false, rating: 0 }) >= LISTING_LIMITS.values

/** Everything that narrows the listing and can be taken back: values, ranges, price, stock, rating. */
export function activeFilters(state: ListingState): number {
  return chosenValues(state) + state.ranges.size + (isOpen(state.price) ? 0 : 1)
}

export const isOpen = ({ min, max }: Range) => min === undefined && max === undefined

// Every change leads back to the first page.
const changed = (state: ListingState, change: LooseListing) => listingState({ ...state, page: 1, ...change })

/** Adds the value, or takes it away where it is chosen. */
export function toggled(state: ListingState, key: string, slug: string): ListingState {
  const slugs = state.filters.get(key) ?? []
  const next = slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug]
  return changed(state, { filters: new Map(state.filters).set(key, next) })
}

/** One thing that narrows a listing: a value of a filter, or the range, price, stock or rating of that key. */
export interface Narrowing {
  key: string
  slug?: string
}

/** The listing without it; the very same where it is not narrowed by that. */
export function without(state: ListingState, { key, slug }: Narrowing): ListingState {
  if (slug !== undefined) return state.filters.get(key)?.includes(slug) ? toggled(state, key, slug) : state
  if (key === 'price') return isOpen(state.price) ? state : withPrice(state, {})
  if (key === 'stock') return state.inStock ? withStock(state, false) : state
  if (key === 'rating') return state.rating > 0 ? withRating(state, 0) : state
  return state.ranges.has(key) ? withRange(state, key, {}) : state
}

/** With the range of a numeric spec; an open one takes it away. */
export function withRange(state: ListingState, key: string, range: Range): ListingState {
  return changed(state, { ranges: new Map(state.ranges).set(key, range) })
}

export const withPrice = (state: ListingState, price: Range) => changed(state, { price })
export const withStock = (state: ListingState, inStock: boolean) => changed(state, { inStock })
export const withRating = (state: ListingState, rating: number) => changed(state, { rating })
export const withSort = (state: ListingState, sort: string) => changed(state, { sort })
export const withPage = (state: ListingState, page: number) => listingState({ ...state, page })
/** Another category: specs differ between categories, so only what all of them know stays. */
export const withCategory = (state: ListingState, category: string | null) =>
  changed(state, { category, filters: brandOnly(state), ranges: [], sort: commonSort(state.sort) })
/** The same listing with nothing narrowed. */
export const cleared = (state: ListingState) =>
  changed(state, { asked: '', filters: [], ranges: [], price: {}, inStock: false, rating: 0 })

const brandOnly = ({ filters }: ListingState) => [...filters].filter(([key]) => key === 'brand')
const commonSort = (sort: string) => (COMMON_SORTS.some((common) => common === sort) ? sort : DEFAULT_SORT)

function merged(entries: Iterable<readonly [string, readonly string[]]>): Map<string, string[]> {
  const byKey = new Map<string, string[]>()
  for (const [key, slugs] of entries) byKey.set(key, [...(byKey.get(key) ?? []), ...slugs])
  return byKey
}

// By code unit and not by locale, so that every machine agrees on the one address.
function ordered<T>(entries: Map<string, T>): [string, T][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Returns a typed text tidied, without broken characters; of any length. */
export const cleanText = (text: string) => tidyLine(text.replace(/[\p{Cc}\p{Cs}\ufffd]/gu, ' '))

// Cutting must not leave half of a character.
const soundText = (text: string) => cleanText(cleanText(text).slice(0, LISTING_LIMITS.text))

// Only what was typed, in its order: an address must not put other words into the shop's mouth.
function soundLeft(left: readonly string[], asked: string): string[] {
  const words = new Set(left.flatMap((text) => cleanText(text).split(' ')))
  return [...words]
    .filter((word) => word !== '' && asked.includes(word))
    .sort((a, b) => asked.indexOf(a) - asked.indexOf(b) || (a < b ? -1 : 1))
    .slice(0, LISTING_LIMITS.left)
}

/** The nearest page there can be. */
export function soundPage(page: number): number {
  return Number.isNaN(page) ? 1 : Math.min(Math.max(Math.trunc(page), 1), LISTING_LIMITS.page)
}

export const MOST_STARS_ASKED = 4
const soundRating = (stars: number) =>
  Number.isNaN(stars) ? 0 : Math.min(Math.max(Math.trunc(stars), 0), MOST_STARS_ASKED)

function soundPrice(price: Range): Range {
  const { min, max } = soundRange(price, 0, LISTING_LIMITS.amount, 0)
  return { ...(min ? { min } : {}), ...(max === undefined ? {} : { max }) }
}

function soundRange({ min, max }: Range, lowest: number, highest: number, decimals: number): Range {
  const scale = 10 ** decimals
  const within = (value: number | undefined) =>
    value === undefined || Number.isNaN(value)
      ? undefined
      : Math.round(Math.min(Math.max(value, lowest), highest) * scale) / scale + 0 // no −0
  let [from, to] = [within(min), within(max)]
  if (from !== undefined && to !== undefined && from > to) [from, to] = [to, from]
  return { ...(from === undefined ? {} : { min: from }), ...(to === undefined ? {} : { max: to }) }
}
