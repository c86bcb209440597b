import { partsOf } from '../analysis/query-parts'
import { codeOf } from '../analysis/tokens'
import { EDGES } from '../index/histogram'
import type { Product, Scalar, Variant } from '../indexed-product'
import type { Facet, Filter, Query, Result } from '../search-query'
import { isBeginning, knownTo, type Meaning, scoresOf } from './brute-force-text'

/**
 * Computes the result of a query without an index, straight from its definition; the index must return the same result.
 */
export function bruteForce(products: Product[], query: Query, meaning: Meaning): Result {
  const {
    text = '',
    category,
    ids,
    since = 0,
    filters = {},
    within = {},
    page = 1,
    perPage = 24,
    facets = true,
    exact: isExact = false,
  } = query
  const parts = partsOf(text, meaning.thesaurus, { isExact, ...knownTo(products, meaning) })
  const { scores, weakMatch } = scoresOf(products, parts, meaning)
  const inCategory = (product: Product) => !category || `${product.category}/`.startsWith(`${category}/`)
  const scope = products.filter(
    (product) =>
      scores.has(product) &&
      inCategory(product) &&
      product.createdAt >= since &&
      (ids === undefined || ids.includes(product.id)),
  )

  const matching = (product: Product, without?: string): Variant[] => {
    const left = [...Object.entries(filters).filter(([key]) => key !== without), ...Object.entries(within)]
    const fits = left.every(([key, filter]) => ofVariant(key) || passes(productValues(product, key), filter))
    if (!fits) return []
    return product.variants.filter((variant) =>
      left.every(([key, filter]) => !ofVariant(key) || passes(variantValues(variant, key), filter)),
    )
  }
  const offered = (variants: Variant[]) =>
    variants.toSorted((a, b) => Number(b.stock > 0) - Number(a.stock > 0) || a.price - b.price)[0]!
  const shown = (product: Product): Variant => {
    const variants = matching(product)
    const is = ({ sku }: Variant) => parts.some(({ code }) => code !== '' && codeOf(sku) === code)
    const begins = ({ sku }: Variant) =>
      parts.some(({ code, isPrefix }) => isPrefix && isBeginning(code) && codeOf(sku).startsWith(code))
    const named = variants.filter(product.variants.some(is) ? is : begins)
    return offered(named.length > 0 ? named : variants)
  }

  const hits = scope.filter((product) => matching(product).length > 0)
  const ranked = hits.map((product) => ({
    id: product.id,
    variant: product.variants.indexOf(shown(product)),
    rank: [...pinRankOf(product, query), ...rankOf(product, query, scores.get(product)!, offered(matching(product)))],
  }))
  ranked.sort((a, b) => compare(b.rank, a.rank) || (a.id < b.id ? -1 : 1))
  return {
    total: hits.length,
    hits: ranked.slice((page - 1) * perPage, page * perPage).map(({ id, variant }) => ({ id, variant })),
    facets: facets ? chosen(facetsOf(products, scope, matching), facets) : {},
    ...(weakMatch && { weakMatch }),
  }
}

const chosen = (all: Record<string, Facet>, facets: true | 'category'): Record<string, Facet> =>
  facets === true ? all : Object.fromEntries(Object.entries(all).filter(([key]) => key === facets))

/**
 * Returns the part of the sort key for pinned products, which come first in their order, and buried ones, which come
 * last.
 */
function pinRankOf({ id }: Product, { sort = 'relevance', pinned = [], buried = [] }: Query): number[] {
  if (sort !== 'relevance') return []
  if (pinned.includes(id)) return [1, -pinned.indexOf(id)]
  return [buried.includes(id) ? -1 : 0]
}

function rankOf(product: Product, { sort, pinned }: Query, score: number, { price, stock }: Variant): number[] {
  if (sort === 'price') return [-price]
  if (sort === '-price') return [price]
  if (sort === 'newest') return [product.createdAt]
  if (sort === 'discount') return [product.discount]
  const [, minus, key] = /^(-?)spec\.(.*)$/.exec(sort ?? '') ?? []
  if (sort === 'rating') return [reviewScore(product)]
  const isSunk = stock <= 0 && !pinned?.includes(product.id)
  if (key === undefined) return [score - Number(isSunk), product.popularity, reviewScore(product)]
  const number = product.specs[key]
  return typeof number === 'number' ? [1, minus ? number : -number] : [0]
}

/**
 * Returns the Bayesian average with a prior of ten reviews of 3.5 stars, in hundredths of a star; 0 without reviews.
 */
const reviewScore = ({ rating, ratingCount = 0 }: Product) =>
  ratingCount === 0 ? 0 : Math.round((100 * (rating * ratingCount + 35)) / (ratingCount + 10))

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : a[at]! - (b[at] ?? 0)
}

function facetsOf(
  products: Product[],
  scope: Product[],
  matching: (product: Product, without: string) => Variant[],
): Record<string, Facet> {
  const keys = new Set(['category', 'brand', 'rating', 'discount', 'price', 'inStock'])
  for (const { specs, variants } of products) {
    for (const key of Object.keys(specs)) keys.add(`spec.${key}`)
    for (const { options } of variants) for (const key of Object.keys(options)) keys.add(`option.${key}`)
  }
  const facets: Record<string, Facet> = {}
  for (const key of keys) {
    const counts = new Map<Scalar, number>()
    const bars = new Map<number, number>()
    const numbers = new Set<number>()
    for (const product of scope) {
      const variants = matching(product, key)
      if (variants.length === 0) continue
      const ofVariants = variants.flatMap((variant) => variantValues(variant, key))
      const values = new Set(
        ofVariant(key) ? ofVariants : key === 'category' ? [product.category] : productValues(product, key),
      )
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
      const own = [...values].filter((value) => typeof value === 'number')
      for (const bar of new Set(own.map(barStart))) bars.set(bar, (bars.get(bar) ?? 0) + 1)
      for (const number of own) numbers.add(number)
    }
    if (counts.size === 0) continue
    const values = [...counts].sort(([a, m], [b, n]) => n - m || byTypeAndValue(a, b))
    const histogram = [...bars].sort(([a], [b]) => a - b)
    const range = { histogram, min: Math.min(...numbers), max: Math.max(...numbers) }
    if (numbers.size === 0) facets[key] = { values }
    else facets[key] = key === 'price' || numbers.size > 101 ? range : { ...range, values }
  }
  return facets
}

const byTypeAndValue = (a: Scalar, b: Scalar) =>
  typeof a === typeof b ? (a < b ? -1 : 1) : typeof a < typeof b ? -1 : 1

const ofVariant = (key: string) => key === 'price' || key === 'inStock' || key.startsWith('option.')
const barStart = (value: number) => EDGES.findLast((edge) => edge <= value) ?? 0

/** Returns a product's values for a filter key. */
function productValues(product: Product, key: string): Scalar[] {
  if (key === 'brand' || key === 'rating' || key === 'discount') return [product[key]]
  return key.startsWith('spec.') ? own(product.specs, key.slice('spec.'.length)) : []
}

function variantValues({ price, stock, options }: Variant, key: string): Scalar[] {
  if (key === 'price') return [price]
  if (key === 'inStock') return [stock > 0]
  return own(options, key.slice('option.'.length))
}

const own = (record: Record<string, Scalar | string[]>, key: string): Scalar[] =>
  Object.hasOwn(record, key) ? [record[key]!].flat() : []

const passes = (values: Scalar[], filter: Filter) =>
  values.some((value) => {
    if (Array.isArray(filter)) return filter.includes(value)
    return typeof value === 'number' && value >= (filter.min ?? -Infinity) && value <= (filter.max ?? Infinity)
  })
