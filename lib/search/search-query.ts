import type { Scalar } from './indexed-product'

/** A filter: a list matches any of its values; a range is inclusive and matches only numbers. */
export type Filter = Scalar[] | { min?: number; max?: number }

/**
 * Sort order. A numeric spec sorts ascending, or descending if prefixed with '-'; products without that spec always
 * come last. 'rating' sorts by `reviewScoreOf`, so that a few good reviews do not win. Ties are broken by id.
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
 * A search. A product must match all filters. The keys 'brand', 'rating', 'discount' and 'spec.KEY' filter products;
 * 'price' (minor units), 'inStock' (true, false) and 'option.KEY' must all match the same variant. An unknown key
 * matches nothing.
 */
export interface Query {
  /**
   * Text to search for; only the first 200 characters and 12 words count. The last word is a prefix unless a space
   * follows it. Quoted words must be adjacent, inflected or not (`phraseFields` lists where). A word after a hyphen
   * (`-red`) excludes products that have it outside their description.
   */
  text?: string
  /**
   * Whether the text is complete, so that its words match whole and without typos. Descriptions then count only if no
   * product has all the words elsewhere. Default false: the text is still being typed.
   */
  exact?: boolean
  /** Path of a category; includes the categories below it. */
  category?: string
  filters?: Record<string, Filter>
  /** Fixed filters of the listing, such as those of a collection; they apply to all hits and counts. */
  within?: Record<string, Filter>
  /** Restricts the search to these products, such as a hand-picked collection; at most 1,000 ids. */
  ids?: string[]
  /**
   * Ids of products to move to the top, in this order, if they match and the sort is relevance; at most 1,000. Takes
   * precedence over `buried`.
   */
  pinned?: string[]
  /**
   * Ids of products to move to the end, otherwise sorted as usual, if they match and the sort is relevance; at most
   * 1,000.
   */
  buried?: string[]
  /** Restricts the search to products created at or after this time, in seconds since 1970. */
  since?: number
  /**
   * Default: relevance, that is, by text score, then popularity, then reviews. A product of which every matching variant
   * is sold out ranks below those with the same text score. Prices are those of the offered variants (`Hit.variant`).
   */
  sort?: Sort
  /** Page number, starting at 1. */
  page?: number
  /** Hits per page; default 24. With 0, only the counts are returned. */
  perPage?: number
  /** Which facets to count; default all. 'category' counts only the hits of each category, at almost no cost. */
  facets?: boolean | 'category'
}

/**
 * A facet value and its number of products. A product counts once per value, even if several of its variants have it.
 */
export type Count = [value: Scalar, products: number]
export type Bar = [from: number, products: number]

/** A facet of values, sorted by number of products, descending. */
export interface ValueFacet {
  values: Count[]
}

/**
 * A numeric facet: the non-empty bars in ascending order (`barsOf` prepares them for drawing), and the lowest and
 * highest number.
 */
export interface NumberFacet {
  histogram: Bar[]
  min: number
  max: number
  /** Individual values, if there are at most 101 distinct ones; never for prices. */
  values?: Count[]
}

export type Facet = ValueFacet | NumberFacet

export interface Hit {
  id: string
  /**
   * Index of the variant to offer in the product's list of variants: the cheapest matching one in stock or, if all are
   * sold out, the cheapest matching one; the first on a tie. If the text is a SKU, only variants with this SKU count as
   * matching.
   */
  variant: number
}

/**
 * Results of a query: `total` counts all hits, `hits` has those of the page. A facet's counts ignore the filter on that
 * facet.
 */
export interface Result {
  total: number
  hits: Hit[]
  facets: Record<string, Facet>
  /**
   * Set for an `exact` query if no hit has any of the words in its name, brand, category or features: only in other
   * specs and options (`details`), or if not even they have all of them, in descriptions.
   */
  weakMatch?: WeakMatch
}

export type WeakMatch = 'details' | 'descriptions'

export interface Suggestions {
  /**
   * Completions of the last word, in lower case and in the spelling that most products use, with the number of products
   * that match the completion (or an inflection of it) and all words before it.
   */
  words: [word: string, products: number][]
  /** The best hits for the text as typed, their total, and the counts per category; empty for a text without words. */
  result: Result
}

/** Suggestions for a text without words. */
export const NO_SUGGESTIONS: Suggestions = { words: [], result: { total: 0, hits: [], facets: {} } }

/** Similar texts with their product counts, the most similar first. */
export type Corrections = [text: string, products: number][]

/** Limits of a query, which bound the work that it can cause. */
export const LIMITS = { filters: 30, values: 1_000, ids: 1_000, results: 10_000, characters: 200, words: 12 }

/** Throws RangeError if the query exceeds any of `LIMITS`. */
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
