import {
  COMMON_SORTS,
  chosenValues,
  cleanText,
  DEFAULT_SORT,
  isFilterKey,
  isOpen,
  isSlug,
  LISTING_LIMITS,
  type ListingState,
  listingState,
  type Range,
  SCOPES,
} from './listing'

/** Limits within which a listing has a path instead of a query string, so that its page can be static. */
export const PATH_LIMITS = { values: 2, page: 5 }

/** Path segment between a category's path and its filters. Not a valid slug. */
const SEPARATOR = '~'
const IN_STOCK = 'in'

/** A part of an address that was ignored, which the page reports. */
export type ListingNotice =
  | { type: 'too_many_values'; dropped: number }
  | { type: 'text_shortened' }
  | { type: 'unknown'; key: string }

export interface ParsedListing {
  state: ListingState
  notices: ListingNotice[]
}

/**
 * Returns the canonical address of a listing. Simple listings of a category or collection have paths
 * (`/c/electronics/laptops/~/ram=16-gb`, `/collections/desk/~/sort=price`); all others have a query string
 * (`/search?…`). Keys and values are sorted, so equal listings have equal addresses.
 */
export function listingUrl(state: ListingState): string {
  if (hasPath(state)) {
    const parts = pairsOf(state).map(([key, value]) => `${key}=${value}`)
    const root = state.collection === null ? `/c/${state.category}` : `/collections/${state.collection}`
    return [root, ...(parts.length > 0 ? [SEPARATOR, ...parts] : [])].join('/')
  }
  const pairs = searchPairs(state)
  if (state.scope !== 'all' && pairs.length === 1) return `/${state.scope}`
  return pairs.length > 0 ? `/search?${pairs.map(([key, value]) => `${key}=${encoded(value)}`).join('&')}` : '/search'
}

/** Returns whether the listing's address is a path. Such pages are static and may be crawled. */
export function hasPath(state: ListingState): boolean {
  return (
    (state.category === null) !== (state.collection === null) &&
    state.scope === 'all' &&
    state.q === '' &&
    state.originalQuery === '' &&
    state.ranges.size === 0 &&
    isOpen(state.price) &&
    chosenValues(state) <= PATH_LIMITS.values &&
    state.page <= PATH_LIMITS.page
  )
}

/** Returns a listing as the key-value pairs of its query string, in order, also for hidden form fields. */
export function searchPairs(state: ListingState): [key: string, value: string][] {
  const pairs: [string, string][] = []
  if (state.collection !== null) pairs.push(['collection', state.collection])
  if (state.category !== null) pairs.push(['in', state.category])
  if (state.q) pairs.push(['q', state.q])
  if (state.scope !== 'all') pairs.push(['show', state.scope])
  pairs.push(...pairsOf(state))
  if (state.originalQuery) pairs.push(['asked', state.originalQuery])
  if (state.respelledQuery) pairs.push(['guess', state.respelledQuery])
  if (state.ignoredTerms.length > 0) pairs.push(['left', state.ignoredTerms.join(' ')])
  return pairs
}

function pairsOf(state: ListingState): [key: string, value: string][] {
  const values = [...state.filters].map(([key, slugs]) => [key, slugs.join(',')] as const)
  const ranges = [...state.ranges].map(([key, range]) => [key, rangeText(range)] as const)
  const pairs: [string, string][] = [...values, ...ranges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, v])
  if (!isOpen(state.price)) pairs.push(['price', rangeText(state.price, 100)])
  if (state.inStock) pairs.push(['stock', IN_STOCK])
  if (state.rating > 0) pairs.push(['rating', String(state.rating)])
  if (state.sort !== DEFAULT_SORT) pairs.push(['sort', state.sort])
  if (state.page > 1) pairs.push(['page', String(state.page)])
  return pairs
}

const rangeText = ({ min, max }: Range, scale = 1) =>
  `${min === undefined ? '' : min / scale}..${max === undefined ? '' : max / scale}`

// Commas, slashes and dots may stay unencoded in a query string, which makes it easier to read.
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%20/g, '+')

/** Query parameters as Next.js provides them. */
export type SearchParams = Record<string, string | string[] | undefined>

/**
 * Parses query parameters into the closest valid listing. Never throws. Filters may occur repeatedly; of other
 * parameters, the first value counts. Also accepts bounds in the form that HTML forms send: `price-min`, `weight-max`.
 */
export function parseSearchParams(params: SearchParams): ParsedListing {
  const draft = new Draft()
  for (const [key, given] of Object.entries(params)) {
    // For keys such as "toString" and "constructor", Next.js adds inherited functions to the values.
    const texts = [given ?? []].flat().filter((text) => typeof text === 'string' && text !== '')
    const [first] = texts
    if (first === undefined) continue
    if (!draft.take(key, first)) for (const text of texts) draft.filter(key, text)
  }
  return draft.parsed()
}

/**
 * Parses the path segments after `/c/` or `/collections/` into a listing; null if they are invalid. The path may still
 * differ from the canonical one, so callers should compare it with `listingUrl`.
 */
export function parsePathSegments(segments: readonly string[], root: 'in' | 'collection' = 'in'): ParsedListing | null {
  const texts = segments.map(decoded)
  const end = texts.indexOf(SEPARATOR)
  const [slugs, parts] = end < 0 ? [texts, []] : [texts.slice(0, end), texts.slice(end + 1)]
  if (slugs.length === 0 || !slugs.every((slug) => slug !== null && isSlug(slug))) return null
  const draft = new Draft(true)
  draft.take(root, slugs.join('/'))
  for (const part of parts) {
    const [, key = '', value = ''] = /^([^=]+)=(.+)$/s.exec(part ?? '') ?? []
    if (['in', 'collection', 'q', 'asked', 'left', 'guess', 'show'].includes(key)) return null
    if (!draft.take(key, value)) draft.filter(key, value)
  }
  const parsed = draft.parsed()
  const named = root === 'in' ? draft.category : draft.collection
  return parsed.notices.some(({ type }) => type === 'unknown') || named === null ? null : parsed
}

// Parameters that other sites add to links, or Next.js to its requests. They are never filters.
const TRACKING = /^(?:utm_\w+|gclid|fbclid|msclkid|_rsc)$/

const shortened = (key: string) => cleanText(cleanText(key).slice(0, 40))

const categoryOf = (path: string) => (path.length <= 200 && path.split('/').every(isSlug) ? path : null)

function sortOf(text: string): string | undefined {
  if (COMMON_SORTS.some((sort) => sort === text)) return text
  const key = text.replace(/^-/, '')
  return isFilterKey(key) && !COMMON_SORTS.some((sort) => sort === key) ? text : undefined
}

/** Parses a number as people type it ("2,075", "9,50", "€ 700"); undefined if it is not a number. */
function numberOf(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/^€\s*/, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/^(-?\d+),(\d{1,2})$/, '$1.$2')
  return /^-?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:e\d{1,2})?$/i.test(plain) ? Number(plain) : undefined
}

/** Parses a range ("700..2075", "..5", "1.2.."); undefined if it is not a range. */
function rangeOf(text: string, scale = 1): Range | undefined {
  const [min = '', max = '', ...more] = text.split('..', 3)
  const range = scaled({ min: numberOf(min), max: numberOf(max) }, scale)
  return text.includes('..') && more.length === 0 && !isOpen(range) ? range : undefined
}

const scaled = ({ min, max }: Range, scale: number): Range => ({
  ...(min === undefined ? {} : { min: min * scale }),
  ...(max === undefined ? {} : { max: max * scale }),
})

/** Parses an address that `listingUrl` returned. */
export function parseListingUrl(url: string): ListingState {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const scope = SCOPES.find((name) => pathname === `/${name}`)
  if (scope) return listingState({ scope })
  const [, root, path = ''] = /^\/(c|collections)\/(.+)$/.exec(pathname) ?? []
  const parsed = root ? parsePathSegments(path.split('/'), root === 'c' ? 'in' : 'collection') : null
  return (parsed ?? parseSearchParams(Object.fromEntries(searchParams))).state
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** Collects the parameters of one address, in any order and with repetitions. */
class Draft {
  category: string | null = null
  collection: string | null = null
  readonly #plain: {
    q?: string
    originalQuery?: string
    respelledQuery?: string
    ignoredTerms?: string[]
    scope?: ListingState['scope']
    sort?: string
    page?: number
    inStock?: boolean
    rating?: number
  } = {}
  readonly #filters = new Map<string, string[]>()
  readonly #ranges = new Map<string, Range>()
  readonly #price: Range = {}
  readonly #unknown = new Set<string>()

  constructor(readonly isPath = false) {}

  /** Stores a parameter that is not a filter; returns false if the key is unknown to it. */
  take(key: string, text: string): boolean {
    if (key === 'in') this.category = categoryOf(text)
    else if (key === 'collection') this.collection = isSlug(text) ? text : null
    else if (key === 'q') this.#plain.q = text
    else if (key === 'asked') this.#plain.originalQuery = text
    else if (key === 'guess') this.#plain.respelledQuery = text
    else if (key === 'left') this.#plain.ignoredTerms = text.slice(0, LISTING_LIMITS.text * 3).split(' ')
    else if (key === 'show')
      this.#plain.scope = this.#parsed(
        key,
        SCOPES.find((scope) => scope === text),
      )
    else if (key === 'stock') this.#plain.inStock = this.#parsed(key, text === IN_STOCK || undefined)
    else if (key === 'rating') this.#plain.rating = this.#parsed(key, numberOf(text))
    else if (key === 'sort') this.#plain.sort = this.#parsed(key, sortOf(text))
    else if (key === 'page') this.#plain.page = this.#parsed(key, numberOf(text))
    else if (key === 'price') Object.assign(this.#price, this.#parsed(key, rangeOf(text, 100)))
    else return this.#takeBound(key, text)
    return true
  }

  /**
   * Returns the parsed value. An undefined value is reported as unknown, except in a path: without the value, its
   * address is not canonical.
   */
  #parsed<T>(key: string, value: T | undefined): T | undefined {
    if (value === undefined && !this.isPath) this.#unknown.add(key)
    return value
  }

  #takeBound(key: string, text: string): boolean {
    const [, name = '', end] = /^(\w+)-(min|max)$/.exec(key) ?? []
    if (!end) return false
    const bound = { [end]: numberOf(text) }
    if (name === 'price') Object.assign(this.#price, scaled(bound, 100))
    else if (isFilterKey(name)) this.#ranges.set(name, { ...this.#ranges.get(name), ...bound })
    return true
  }

  filter(key: string, text: string): void {
    if (TRACKING.test(key)) return
    if (!isFilterKey(key)) return void this.#unknown.add(key)
    const range = rangeOf(text)
    if (range) return void this.#ranges.set(key, range)
    const slugs = text.split(',', LISTING_LIMITS.values * 4).filter((slug) => isSlug(slug))
    if (slugs.length === 0) this.#unknown.add(key)
    this.#filters.set(key, [...(this.#filters.get(key) ?? []), ...slugs])
  }

  parsed(): ParsedListing {
    const state = listingState({
      ...this.#plain,
      category: this.category,
      collection: this.collection,
      filters: this.#filters,
      ranges: this.#ranges,
      price: this.#price,
    })
    const wanted = [...this.#filters.values()].reduce((sum, slugs) => sum + new Set(slugs).size, 0)
    const kept = chosenValues({ filters: state.filters, inStock: false, rating: 0 })
    const notices: ListingNotice[] = [...this.#unknown].map((key) => ({ type: 'unknown', key: shortened(key) }))
    if (wanted > kept) notices.push({ type: 'too_many_values', dropped: wanted - kept })
    if (cleanText(this.#plain.q ?? '').length > LISTING_LIMITS.text) notices.push({ type: 'text_shortened' })
    return { state, notices }
  }
}
