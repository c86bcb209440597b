import { EDGES } from '../histogram'
import type { Product, Scalar, Variant } from '../product'
import type { Facet, Filter, Query, Result } from '../query'
import { editsAllowed, fieldsOf, QUALITY, WEIGHTS, words } from '../text'

/** What a query means, said as plainly as can be: the index must give exactly this. */
export function bruteForce(products: Product[], query: Query): Result {
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
  } = query
  const scores = scoresOf(products, ...typedIn(text))
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
  const cheapest = (product: Product) => matching(product).sort((a, b) => a.price - b.price)[0]!

  const hits = scope.filter((product) => matching(product).length > 0)
  const ranked = hits.map((product) => ({
    id: product.id,
    variant: product.variants.indexOf(cheapest(product)),
    rank: [...shelfOf(product, query), ...rankOf(product, query.sort, scores.get(product)!, cheapest(product).price)],
  }))
  ranked.sort((a, b) => compare(b.rank, a.rank) || (a.id < b.id ? -1 : 1))
  return {
    total: hits.length,
    hits: ranked.slice((page - 1) * perPage, page * perPage).map(({ id, variant }) => ({ id, variant })),
    facets: facets ? facetsOf(products, scope, matching) : {},
  }
}

/** Pinned products come first, in their order, buried ones last. */
function shelfOf({ id }: Product, { sort = 'relevance', pinned = [], buried = [] }: Query): number[] {
  if (sort !== 'relevance') return []
  if (pinned.includes(id)) return [1, -pinned.indexOf(id)]
  return [buried.includes(id) ? -1 : 0]
}

function rankOf(product: Product, sort: Query['sort'], score: number, price: number): number[] {
  if (sort === 'price') return [-price]
  if (sort === '-price') return [price]
  if (sort === 'newest') return [product.createdAt]
  if (sort === 'discount') return [product.discount]
  const [, minus, key] = /^(-?)spec\.(.*)$/.exec(sort ?? '') ?? []
  if (key === undefined) return [score, product.popularity]
  const number = product.specs[key]
  return typeof number === 'number' ? [1, minus ? number : -number] : [0]
}

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

/** Completions of the last word, with the number of products that have it and all the words before. */
export function bruteForceWords(products: Product[], text: string, limit: number): [string, number][] {
  const [typed] = typedIn(text)
  const last = typed.pop()
  if (last === undefined) return []
  const scores = scoresOf(products, typed, false)
  for (let edits = 0; edits <= editsAllowed(last); edits++) {
    const counts = new Map<string, number>()
    for (const product of scores.keys())
      for (const term of new Set(fieldsOf(product).flatMap(words)))
        if (quality(term, last, edits, true) > 0) counts.set(term, (counts.get(term) ?? 0) + 1)
    if (counts.size > 0) return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, limit)
  }
  return []
}

const ofVariant = (key: string) => key === 'price' || key === 'inStock' || key.startsWith('option.')
const barStart = (value: number) => EDGES.findLast((edge) => edge <= value) ?? 0

/** The values of a key that the product itself has. */
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

/** At most 12 words, from at most 200 characters; whether the last of them is still being typed. */
function typedIn(text: string): [words: string[], open: boolean] {
  const cut = text.slice(0, 200)
  const all = words(cut)
  return [all.slice(0, 12), all.length <= 12 && /[\p{L}\p{N}]$/u.test(cut)]
}

/** The products that have all the words, and what they score. A word that no product has is taken with one edit, then two. */
function scoresOf(products: Product[], typed: string[], openEnd: boolean): Map<Product, number> {
  let scores = new Map(products.map((product) => [product, 0]))
  typed.forEach((word, index) => {
    const asPrefix = openEnd && index === typed.length - 1
    for (let edits = 0; edits <= editsAllowed(word); edits++) {
      const found = new Map<Product, number>()
      for (const product of products) {
        const best = Math.max(
          0,
          ...termsOf(product).map(([term, weight]) => weight * quality(term, word, edits, asPrefix)),
        )
        if (best > 0) found.set(product, best)
      }
      if (found.size === 0 && edits < editsAllowed(word)) continue
      const both = [...scores].filter(([product]) => found.has(product))
      scores = new Map(both.map(([product, score]) => [product, score + found.get(product)!]))
      break
    }
  })
  return scores
}

/** A word that is in several fields counts in the most telling one. */
function termsOf(product: Product): [term: string, weight: number][] {
  let terms = termsKnown.get(product)
  if (!terms) {
    const fields = fieldsOf(product).map(words)
    terms = [...new Set(fields.flat())].map((term) => [
      term,
      WEIGHTS[fields.findIndex((field) => field.includes(term))]!,
    ])
    termsKnown.set(product, terms)
  }
  return terms
}
const termsKnown = new WeakMap<Product, [string, number][]>()

function quality(term: string, word: string, edits: number, asPrefix: boolean): number {
  if (edits === 0) return term === word ? QUALITY.exact : asPrefix && term.startsWith(word) ? QUALITY.prefix : 0
  const beginnings = asPrefix ? Array.from({ length: term.length }, (_, i) => term.slice(0, i + 1)) : [term]
  if (!beginnings.some((beginning) => distance(beginning, word) <= edits)) return 0
  return edits === 1 ? QUALITY.typo1 : QUALITY.typo2
}

/** Letters added, dropped or changed, or two neighbours swapped. */
export function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)]
  const key = `${a}\0${b}`
  const known = distances.get(key)
  if (known !== undefined) return known
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  const result = Math.min(
    distance(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1),
    distance(x, b) + 1,
    distance(a, y) + 1,
    swapped ? distance(x.slice(0, -1), y.slice(0, -1)) + 1 : Infinity,
  )
  if (distances.size > 1e6) distances.clear()
  distances.set(key, result)
  return result
}
const distances = new Map<string, number>()
