import {
  chosenValues,
  DEFAULT_SORT,
  isOpen,
  isSlug,
  type ListingState,
  listingState,
  type Range,
  SCOPES,
} from './listing'
import { IN_STOCK, ListingDraft, type ParsedListing } from './listing-draft'

/** Limits within which a listing has a path instead of a query string, so that its page can be static. */
export const PATH_LIMITS = { values: 2, page: 5 }

/** Path segment between a category's path and its filters. Not a valid slug. */
const SEPARATOR = '~'

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

/** Formats a range as addresses have it: "700..2075", "..5". `scale` is divided out. */
export const rangeText = ({ min, max }: Range, scale = 1) =>
  `${min === undefined ? '' : min / scale}..${max === undefined ? '' : max / scale}`

// Commas, slashes and dots may stay unencoded in a query string, which makes it easier to read.
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%20/g, '+')

/** Query parameters as Next.js provides them. */
export type SearchParams = Record<string, string | string[] | undefined>

/**
 * Parses query parameters into the closest valid listing. Never throws. Filters may occur repeatedly; of other
 * parameters, the first value counts. Also accepts bounds in the form that HTML forms send: `price-min`, `weight-max`;
 * if one is no number, that of `price-before` (the range before the form was changed) stays.
 */
export function parseSearchParams(params: SearchParams): ParsedListing {
  const draft = new ListingDraft()
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
  const draft = new ListingDraft(true)
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
