import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Category } from '@/lib/contracts/category'
import type { ListingView } from '@/lib/contracts/listing'
import type { ProductDocument, Variant } from '@/lib/contracts/product'
import { categories, products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { type ListingState, type LooseListing, listingState, PER_PAGE, toggled, without } from '@/lib/domain/listing'
import { listingUrl, parseSearchParams } from '@/lib/domain/listing-url'
import { newSince } from '@/lib/domain/newness'
import { priceOf } from '@/lib/domain/pricing'
import { slugOf } from '@/lib/domain/slug'
import { liveIndex } from '@/lib/search/live'
import { LIMITS } from '@/lib/search/query'
import { seed } from '@/prisma/seed'
import { listingQuery } from './listing-query'
import { listing } from './search'
import { randomFrom } from './testing/random'

const now = new Date()
let documents: ProductDocument[] = []
let tree: Category[] = []
let onHand = new Map<string, number>()

beforeAll(async () => {
  await seed({ products: 600, orders: 0, now })
  for (const [index, { _id }] of (await products().find().sort({ _id: 1 }).limit(90).toArray()).entries())
    await products().updateOne({ _id }, { $set: { rating: { average: 1 + (index % 41) / 10, count: 3 } } })
  documents = await products().find({ status: 'active' }).toArray()
  tree = await categories().find().toArray()
  onHand = new Map((await postgres().inventory.findMany()).map((row) => [row.sku, row.onHand]))
})

afterAll(async () => (await liveIndex()).close())

// What a listing means, said plainly: filters of the product, then one variant for which all the others hold.

const schemaOf = (path: string) => tree.find((category) => category.path === path)!.specs

function slugsOf(document: ProductDocument, variant: Variant, key: string): string[] {
  if (key === 'brand') return [slugOf(document.brand)]
  const spec = schemaOf(document.category).find((one) => one.key === key)
  const value = spec?.level === 'variant' ? variant.options[key] : document.specs[key]
  if (spec === undefined || value === undefined) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return [value].flat().flatMap((one) => spec.values?.find((known) => known.value === one)?.slug ?? slugOf(String(one)))
}

function matches(document: ProductDocument, state: ListingState): boolean {
  const { category, filters, ranges, price, inStock } = state
  if (category !== null && document.category !== category && !document.category.startsWith(`${category}/`)) return false
  for (const [key, { min = -Infinity, max = Infinity }] of ranges) {
    const value = document.specs[key]
    if (typeof value !== 'number' || value < min || value > max) return false
  }
  return document.variants.some((variant) => {
    const cost = priceOf(variant, now)
    if (cost < (price.min ?? 0) || cost > (price.max ?? Infinity)) return false
    if (inStock && !onHand.get(variant.sku)) return false
    return [...filters].every(([key, slugs]) => slugsOf(document, variant, key).some((slug) => slugs.includes(slug)))
  })
}

const countOf = (state: ListingState) => documents.filter((document) => matches(document, state)).length
const withFilter = (state: ListingState, key: string, slugs: string[]) =>
  listingState({ ...state, filters: new Map(state.filters).set(key, slugs) })

function randomState(seed: number): ListingState {
  const { between, shuffled } = randomFrom(seed)
  const leaves = tree.filter(({ specs }) => specs.length > 0)
  const leaf = leaves[between(0, leaves.length - 1)]!
  const inside = documents.filter((document) => document.category === leaf.path)
  const filterable = leaf.specs.filter((spec) => spec.filterable && (spec.values?.length ?? 0) > 0)
  const filters = shuffled(filterable)
    .slice(0, between(0, 2))
    .map((spec) => [spec.key, shuffled(spec.values!.map(({ slug }) => slug)).slice(0, between(1, 2))] as const)
  const brands = shuffled([...new Set(inside.map(({ brand }) => slugOf(brand)))]).slice(0, between(0, 2))
  const numbers = leaf.specs.filter((spec) => spec.filterable && spec.type === 'number' && !spec.values)
  const ranges = shuffled(numbers)
    .slice(0, between(0, 1))
    .map((spec) => {
      const values = inside
        .flatMap((document) => document.specs[spec.key] ?? [])
        .filter((value) => typeof value === 'number')
      return [spec.key, { min: Math.min(...values), max: values[0] }] as const
    })
  return listingState({
    category: leaf.path,
    filters: [...filters, ...(brands.length > 0 ? [['brand', brands] as const] : [])],
    ranges,
    price: between(0, 2) === 0 ? { max: between(2_000, 200_000) } : {},
    inStock: between(0, 1) === 1,
  })
}

const shown = async (loose: LooseListing): Promise<ListingView> => (await listing(listingState(loose)))!

describe('a listing', () => {
  it.each(Array.from({ length: 40 }, (_, index) => index))('counts what there is (%i)', async (seed) => {
    const state = randomState(seed)
    const view = await shown(state)
    expect(view.unknown).toEqual([])
    expect(view.total).toBe(countOf(state))
    for (const facet of view.facets) {
      if (facet.kind !== 'values') continue
      const counts = facet.options.map(({ slug, count }) => [slug, count])
      expect(counts).toEqual(facet.options.map(({ slug }) => [slug, countOf(withFilter(state, facet.key, [slug]))]))
    }
    expect(view.inStock).toBe(countOf(listingState({ ...state, inStock: true })))
  })

  it('finds with each value as many as it promised', async () => {
    const state = listingState({ category: 'electronics/laptops', filters: [['brand', ['halden']]] })
    const view = await shown(state)
    const promised = view.facets.flatMap((facet) =>
      facet.kind === 'values' && facet.key !== 'brand'
        ? facet.options.map(({ slug, count }) => ({ key: facet.key, slug, count }))
        : [],
    )
    expect(promised.length).toBeGreaterThan(5)
    for (const { key, slug, count } of promised) expect((await shown(toggled(state, key, slug))).total).toBe(count)
  })

  it('counts the products of so many stars and up, and finds them', async () => {
    const view = await shown({})
    const rating = view.facets.find(({ kind }) => kind === 'rating')
    const options = rating?.kind === 'rating' ? rating.options : []
    expect(options.map(({ stars }) => stars)).toEqual([4, 3, 2, 1])
    expect(options[0]!.count).toBe(documents.filter(({ rating }) => rating.average >= 3.95).length)
    for (const { stars, count } of options) expect((await shown({ rating: stars })).total).toBe(count)
  })

  it('says what narrows it so that each can be taken off', async () => {
    const state = listingState({
      category: 'electronics/laptops',
      filters: [['brand', ['halden', 'pica']]],
      price: { max: 200_000 },
      rating: 3,
    })
    const { chips } = await shown(state)
    expect(chips.map(({ label }) => label)).toEqual(['Halden', 'Pica', 'up to €2,000', '3 stars and up'])
    expect(chips.map((chip) => listingUrl(without(state, chip)))).toEqual([
      '/search?in=electronics/laptops&brand=pica&price=..2000&rating=3',
      '/search?in=electronics/laptops&brand=halden&price=..2000&rating=3',
      '/search?in=electronics/laptops&brand=halden,pica&rating=3',
      '/search?in=electronics/laptops&brand=halden,pica&price=..2000',
    ])
  })

  it('shows 24 a page in the order that was asked for', async () => {
    const first = await shown({ sort: 'price' })
    const second = await shown({ sort: 'price', page: 2 })
    const prices = [...first.cards, ...second.cards].map(({ price }) => price)
    expect(prices).toHaveLength(2 * PER_PAGE)
    expect(prices).toEqual([...prices].sort((a, b) => a - b))
    const heavy = await shown({ category: 'electronics/laptops', sort: '-weight' })
    const weights = heavy.cards.map(({ id }) => documents.find(({ _id }) => _id.toHexString() === id)!.specs.weight)
    expect(weights).toEqual([...weights].sort((a, b) => Number(b) - Number(a)))
  })

  it('shows the last page where a later one is asked for', async () => {
    const view = await shown({ category: 'electronics/laptops', page: 400 })
    expect(view.page).toBe(view.pages)
    expect(view.cards.length).toBeGreaterThan(0)
  })

  it('names what it does not know and leaves it out', async () => {
    const { state } = parseSearchParams({
      in: 'electronics/laptops',
      constructor: 'a',
      ram: '16-gb,plenty',
      brand: 'nobody',
      sort: '-colour',
      toString: '1..2',
    })
    const view = (await listing(state))!
    expect(view.unknown.sort()).toEqual(['brand=nobody', 'constructor=a', 'ram=plenty', 'sort=-colour', 'toString'])
    expect(view.href).toBe('/c/electronics/laptops/~/ram=16-gb')
  })

  it('is null where the category does not exist', async () => {
    expect(await listing(listingState({ category: 'electronics/nothing' }))).toBeNull()
  })

  it('of deals has nothing but what fell, biggest drop first', async () => {
    const { cards, total } = await shown({ scope: 'deals' })
    const drops = cards.map(({ percent }) => percent)
    expect(Math.min(...drops)).toBeGreaterThan(0)
    expect(drops).toEqual([...drops].sort((a, b) => b - a))
    expect(total).toBeLessThan(documents.length)
  })

  it('of new things has nothing that came in before, newest first', async () => {
    const since = newSince(now)
    const { cards, total } = await shown({ scope: 'new' })
    expect(total).toBe(documents.filter(({ createdAt }) => createdAt >= since).length)
    expect(total).toBeLessThan(documents.length)
    expect(cards.length).toBeGreaterThan(0)
    expect(cards.every(({ isNew }) => isNew)).toBe(true)
  })

  it('asks the index for no more than it answers, however much an address asks for', async () => {
    const values = (n: number) => [{ value: `v${n}`, label: '', slug: 'a' }]
    const keys = Array.from({ length: 60 }, (_, n) => `k${n}`)
    const all = keys.map((key, n) => ({ key, indexKey: `spec.${key}`, label: '', values: n < 30 ? values(n) : null }))
    const state = listingState({
      filters: keys.slice(0, 30).map((key) => [key, ['a']]),
      ranges: keys.slice(30).map((key) => [key, { min: 1 }]),
      price: { max: 5 },
      inStock: true,
      rating: 4,
      scope: 'deals',
    })
    const { query, unknown, state: kept } = listingQuery(state, all)
    expect(Object.keys(query.filters ?? {})).toHaveLength(LIMITS.filters)
    expect(kept.filters.size + kept.ranges.size + unknown.length).toBe(60)
    expect((await (await liveIndex()).search(query)).total).toBe(0)
  })

  it('of a department offers the categories in it, with what they hold', async () => {
    const view = await shown({ category: 'electronics' })
    const inside = documents.filter(({ category }) => category.startsWith('electronics/'))
    expect(view.total).toBe(inside.length)
    expect(view.children.reduce((sum, { count }) => sum + count, 0)).toBe(inside.length)
  })
})

describe('a listing of products that were deleted without a trace', () => {
  it('is whole all the same', async () => {
    const before = await shown({ category: 'books' })
    const [first] = before.cards
    const document = documents.find(({ slug }) => slug === first!.slug)!
    await products().deleteOne({ _id: document._id })
    const after = await shown({ category: 'books' })
    await products().insertOne({ ...document, updatedAt: new Date() })
    expect(after.total).toBe(before.total - 1)
    expect(after.cards).toHaveLength(PER_PAGE)
    expect(after.cards.map(({ id }) => id)).not.toContain(first!.id)
    await (await liveIndex()).waitFor(new Date())
  })
})
