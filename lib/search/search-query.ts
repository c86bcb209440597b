import type { Scalar } from './indexed-product'

/** Values are joined by OR; a range is inclusive and matches numbers only. */
export type Filter = Scalar[] | { min?: number; max?: number }

/**
 * A numeric spec sorts ascending, with '-' descending; products without it come last either way. 'rating' sorts by
 * `reviewScoreOf`, so that few reviews do not win. Ties are broken by id.
 */
export type Sort =
  | 'relevance'
  | 'newest'
  | 'rating'
  | 'price'
  | '-price'
  | 'discount'
  | `spec.${string}`
  | `-spec.${string}`

/**
 * Filters are joined by AND. Keys: 'brand', 'rating', 'discount' and 'spec.KEY' filter products; 'price' (minor units),
 * 'inStock' (true, false) and 'option.KEY' must all hold for the same variant. An unknown key matches nothing.
 */
export interface Query {
  /**
   * Only the first 200 characters and 12 words count. A last word without a space after it is a prefix. Quoted words
   * must be adjacent, inflected or not (`phraseFields` lists where).
   */
  text?: string
  /** A node of the category tree; includes the categories below it. */
  category?: string
  filters?: Record<string, Filter>
  /** Fixed filters of the listing itself, such as a collection's; they apply to all hits and counts. */
  within?: Record<string, Filter>
  /** Only these products, such as a hand-picked collection; at most 1,000. */
  ids?: string[]
  /**
   * Moved to the top, in this order, if they are hits; only when sorting by relevance. At most 1,000. Wins over
   * `buried`.
   */
  pinned?: string[]
  /** Moved to the end, in their usual order, if they are hits; only when sorting by relevance. At most 1,000. */
  buried?: string[]
  /** Only products created at or after this time, in seconds since 1970. */
  since?: number
  /** Default: relevance, which compares text score, then popularity, then reviews. */
  sort?: Sort
  /** From 1. */
  page?: number
  /** Default 24; 0 returns counts only. */
  perPage?: number
  /** Which facets to count; default all. 'category' counts only the hits per category, which is nearly free. */
  facets?: boolean | 'category'
}

/** A product counts once per value, however many of its variants have it. */
export type Count = [value: Scalar, products: number]
export type Bar = [from: number, products: number]

/** Sorted by number of products, descending. */
export interface ValueFacet {
  values: Count[]
}

/** Non-empty bars in ascending order (`barsOf` prepares them for drawing), and the lowest and highest number. */
export interface NumberFacet {
  histogram: Bar[]
  min: number
  max: number
  /** Only if there are at most 101 distinct numbers; never for prices. */
  values?: Count[]
}

export type Facet = ValueFacet | NumberFacet

export interface Hit {
  id: string
  /**
   * Index, in the product's own list, of the cheapest matching variant; the first of several. If a typed SKU matches,
   * only variants with that SKU count.
   */
  variant: number
}

/** `total` counts all hits, `hits` is one page. A facet's counts ignore its own filter. */
export interface Result {
  total: number
  hits: Hit[]
  facets: Record<string, Facet>
}

export interface Suggestions {
  /**
   * Completions of the last word, in lower case as most products spell it, with the number of products that have it (or
   * an inflection) and all words before it.
   */
  words: [word: string, products: number][]
  /**
   * The best hits for the text as typed, with their total and the counts by category; empty for a text without words.
   */
  result: Result
}

/** Suggestions for a text without words. */
export const NO_SUGGESTIONS: Suggestions = { words: [], result: { total: 0, hits: [], facets: {} } }

/** Sorted by distance, the nearest first. */
export type Corrections = [text: string, products: number][]

/** Bounds of the work that any query may cause. */
export const LIMITS = { filters: 30, values: 1_000, ids: 1_000, results: 10_000, characters: 200, words: 12 }

/** Throws RangeError if the query exceeds `LIMITS`. */
export function assertWithinLimits(query: Query) {
  const { filters = {}, within = {}, page = 1, perPage = 24 } = query
  for (const all of [Object.values(filters), Object.values(within)]) {
    if (all.length > LIMITS.filters) throw new RangeError(`at most ${LIMITS.filters} filters`)
    if (all.some((filter) => Array.isArray(filter) && filter.length > LIMITS.values))
      throw new RangeError(`at most ${LIMITS.values} values in a filter`)
  }
  for (const list of [query.ids, query.pinned, query.buried])
    if (list && list.length > LIMITS.ids) throw new RangeError(`at most ${LIMITS.ids} ids`)
  if (!Number.isInteger(page) || page < 1) throw new RangeError('page must be an integer of at least 1')
  if (!Number.isInteger(perPage) || perPage < 0) throw new RangeError('perPage must be an integer of at least 0')
  if (page * perPage > LIMITS.results) throw new RangeError(`only the first ${LIMITS.results} results can be paged`)
}
