import type { Scalar } from './indexed-product'

/** Values are joined by OR; a range includes both ends and lets only numbers pass. */
export type Filter = Scalar[] | { min?: number; max?: number }

/**
 * A numeric spec sorts lowest first, with '-' highest first; products that lack it come last in both. 'rating' sorts by
 * what the reviews are worth (`standingOf`), so that few of them don't win, and those without any come last. Ties go by id.
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
 * Filters are joined by AND. Keys: 'brand', 'rating', 'discount' and 'spec.KEY' say something of the product; 'price'
 * (minor units), 'inStock' (true, false) and 'option.KEY' must all be true of one and the same variant. A key that is
 * unknown matches nothing.
 */
export interface Query {
  /**
   * Of a longer text only the first 200 characters and 12 words count. A last word without a space after it is being typed.
   * Words in quotes must stand side by side (`phraseFields` says where), as they are or inflected.
   */
  text?: string
  /** Any node of the tree: its own products and those below it. */
  category?: string
  filters?: Record<string, Filter>
  /** Filters of the listing itself, such as a collection's: they hold for every hit and every count, whatever `filters` say. */
  within?: Record<string, Filter>
  /** Only these products, such as a collection picked by hand; at most 1,000. */
  ids?: string[]
  /** These first, in this order, where they are hits; only for relevance. At most 1,000; a product that is buried too is pinned. */
  pinned?: string[]
  /** These last, where they are hits, in the order that they would have had; only for relevance. At most 1,000. */
  buried?: string[]
  /** Only products that came in at that second since 1970 or later. */
  since?: number
  /** Default: relevance, which is how well the text matches, then popularity, then reviews. */
  sort?: Sort
  /** From 1. */
  page?: number
  /** Default 24; 0 for the counts alone. */
  perPage?: number
  /** Whether to count at all; default true. 'category': only the hits of each category, which costs next to nothing. */
  facets?: boolean | 'category'
}

/** A product counts once for a value, however many of its variants have it. */
export type Count = [value: Scalar, products: number]
export type Bar = [from: number, products: number]

/** Most products first. */
export interface ValueFacet {
  values: Count[]
}

/** Numbers: the bars that are not empty, in order (`barsOf` makes them ready to draw), and the lowest and highest number. */
export interface NumberFacet {
  histogram: Bar[]
  min: number
  max: number
  /** Only where there are at most 101 different ones; never for prices. */
  values?: Count[]
}

export type Facet = ValueFacet | NumberFacet

export interface Hit {
  id: string
  /**
   * Position, in the product's own list, of the cheapest variant that matches; the first of several. Of those whose SKU
   * was typed, where one of them matches.
   */
  variant: number
}

/** `total` counts all hits, `hits` is the page asked for. A facet's counts leave its own filter aside. */
export interface Result {
  total: number
  hits: Hit[]
  facets: Record<string, Facet>
}

export interface Suggestions {
  /**
   * Completions of the last word as most products spell it (in lower case), with the products that have it, or an
   * inflection of it, and all the words before.
   */
  words: [word: string, products: number][]
  /** The best hits for the text as it stands, of how many, and how many in each category; nothing for a text without words. */
  result: Result
}

/** What is suggested where no word was typed. */
export const NO_SUGGESTIONS: Suggestions = { words: [], result: { total: 0, hits: [], facets: {} } }

/** The nearest first. */
export type Corrections = [text: string, products: number][]

/** So that no query, whoever sends it, costs more than a bounded amount of work. */
export const LIMITS = { filters: 30, values: 1_000, ids: 1_000, results: 10_000, characters: 200, words: 12 }

/** Throws RangeError where the query asks for more than the limits allow. */
export function assertWithinLimits(query: Query) {
  const { filters = {}, within = {}, page = 1, perPage = 24 } = query
  for (const all of [Object.values(filters), Object.values(within)]) {
    if (all.length > LIMITS.filters) throw new RangeError(`at most ${LIMITS.filters} filters`)
    if (all.some((filter) => Array.isArray(filter) && filter.length > LIMITS.values))
      throw new RangeError(`at most ${LIMITS.values} values in a filter`)
  }
  for (const list of [query.ids, query.pinned, query.buried])
    if (list && list.length > LIMITS.ids) throw new RangeError(`at most ${LIMITS.ids} ids`)
  if (!Number.isInteger(page) || page < 1) throw new RangeError('page is a whole number from 1')
  if (!Number.isInteger(perPage) || perPage < 0) throw new RangeError('perPage is a whole number from 0')
  if (page * perPage > LIMITS.results) throw new RangeError(`only the first ${LIMITS.results} results can be paged`)
}
