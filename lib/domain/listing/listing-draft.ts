import {
  COMMON_SORTS,
  chosenValues,
  cleanText,
  isFilterKey,
  isOpen,
  isSlug,
  LISTING_LIMITS,
  type ListingState,
  listingState,
  type Range,
  SCOPES,
} from './listing'

/** Value of the parameter `stock` that means "in stock only". */
export const IN_STOCK = 'in'

/** A part of an address that was ignored, which the page reports. */
export type ListingNotice =
  | { type: 'too_many_values'; dropped: number }
  /** The bound of a range, such as `price-min`, was not a number, or cannot be a price. */
  | { type: 'not_a_number'; key: string; text: string; fault?: PriceFault }
  | { type: 'text_shortened' }
  | { type: 'unknown'; key: string }

export interface ParsedListing {
  state: ListingState
  notices: ListingNotice[]
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

/**
 * Parses a number as people type it ("2,075", "1.234,50", "9,50", "€ 700", "30 €"); undefined if it is not a number. The
 * shop separates thousands by commas.
 */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/^€\s*|\s*€$/g, '')
    .replace(
      /^(-?\d{1,3}(?:\.\d{3})+),(\d{1,2})$/,
      (_, whole: string, rest: string) => `${whole.replaceAll('.', '')}.${rest}`,
    )
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/^(-?\d+),(\d{1,2})$/, '$1.$2')
  return /^-?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:e\d{1,2})?$/i.test(plain) ? Number(plain) : undefined
}

/** Why a number cannot be a price. */
export type PriceFault = 'negative' | 'ambiguous' | 'too_high' | 'no_number'

/**
 * Returns why a text cannot be a price; null if it can. A dot before three digits is ambiguous: here it separates cents,
 * elsewhere thousands.
 */
export function priceFault(text: string): PriceFault | null {
  const price = parseNumber(text)
  if (price === undefined) return 'no_number'
  if (price < 0) return 'negative'
  if (/^\D*\d{1,3}\.\d{3}\D*$/.test(text)) return 'ambiguous'
  return price * 100 > LISTING_LIMITS.amount ? 'too_high' : null
}

/** Returns what is wrong with a text that cannot be a price. */
export function priceFaultText(text: string, fault: PriceFault): string {
  if (fault === 'negative') return `“${text}” is below zero, and no price is`
  if (fault === 'ambiguous')
    return `“${text}” can mean ${text.replace('.', ',')} or ${text.replace(/\d$/, '')}. Write one of them`
  if (fault === 'too_high') return `“${text}” is more than anything costs`
  return `“${text}” is no price. Try 24.90`
}

/** Parses a range ("700..2075", "..5", "1.2.."); undefined if it is not a range. */
function rangeOf(text: string, scale = 1): Range | undefined {
  const [min = '', max = '', ...more] = text.split('..', 3)
  const range = scaled({ min: parseNumber(min), max: parseNumber(max) }, scale)
  return text.includes('..') && more.length === 0 && !isOpen(range) ? range : undefined
}

const scaled = ({ min, max }: Range, scale: number): Range => ({
  ...(min === undefined ? {} : { min: min * scale }),
  ...(max === undefined ? {} : { max: max * scale }),
})

/** Collects the parameters of one address, in any order and with repetitions, into a listing. */
export class ListingDraft {
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
  readonly #before = new Map<string, Range>()
  readonly #invalid: { name: string; end: 'min' | 'max'; text: string; fault?: PriceFault }[] = []

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
    else if (key === 'rating') this.#plain.rating = this.#parsed(key, parseNumber(text))
    else if (key === 'sort') this.#plain.sort = this.#parsed(key, sortOf(text))
    else if (key === 'page') this.#plain.page = this.#parsed(key, parseNumber(text))
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
    const [, name = '', end] = /^(\w+)-(min|max|before)$/.exec(key) ?? []
    if (!end) return false
    if (name !== 'price' && !isFilterKey(name)) return true
    const scale = name === 'price' ? 100 : 1
    if (end === 'before') this.#before.set(name, rangeOf(text, scale) ?? {})
    else {
      const number = parseNumber(text)
      const fault = name === 'price' ? priceFault(text) : null
      if (number === undefined || fault)
        this.#invalid.push({ name, end: end === 'min' ? 'min' : 'max', text, ...(fault && { fault }) })
      else this.#setBound(name, { [end]: number * scale })
    }
    return true
  }

  #setBound(name: string, bound: Range): void {
    if (name === 'price') Object.assign(this.#price, bound)
    else this.#ranges.set(name, { ...this.#ranges.get(name), ...bound })
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
    // A bound that is no number leaves the filter as it was.
    for (const { name, end } of this.#invalid) {
      const bound = this.#before.get(name)?.[end]
      if (bound !== undefined) this.#setBound(name, { [end]: bound })
    }
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
    for (const { name, end, text, fault } of this.#invalid)
      notices.push({ type: 'not_a_number', key: `${name}-${end}`, text: shortened(text), ...(fault && { fault }) })
    if (wanted > kept) notices.push({ type: 'too_many_values', dropped: wanted - kept })
    if (cleanText(this.#plain.q ?? '').length > LISTING_LIMITS.text) notices.push({ type: 'text_shortened' })
    return { state, notices }
  }
}
