import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { products } from '@/lib/db/mongo'
import { newSince } from '@/lib/domain/catalog/newness'
import { type LooseListing, listingState, PER_PAGE, toggled, without } from '@/lib/domain/listing/listing'
import { listingUrl, parseListingUrl, parseSearchParams } from '@/lib/domain/listing/listing-url'
import { searchEngine } from '@/lib/search/process-engine'
import { LIMITS } from '@/lib/search/search-query'
import { seed } from '@/prisma/seed'
import { ListingTruth } from '../testing/listing-truth'
import { listingQuery } from './index-query'
import { listing } from './search'

const now = new Date()
let truth: ListingTruth

beforeAll(async () => {
  await seed({ products: 600, orders: 0, now })
  for (const [index, { _id }] of (await products().find().sort({ _id: 1 }).limit(90).toArray()).entries())
    await products().updateOne({ _id }, { $set: { rating: { average: 1 + (index % 41) / 10, count: 3 } } })
  truth = await ListingTruth.read(now)
})

afterAll(async () => (await searchEngine()).close())

const shown = async (loose: LooseListing): Promise<ListingView> => (await listing(listingState(loose)))!

describe('a listing', () => {
  it.each(Array.from({ length: 40 }, (_, index) => index))('has correct counts (%i)', async (seed) => {
    const state = truth.randomState(seed)
    const view = await shown(state)
    expect(view.unknown).toEqual([])
    expect(view.total).toBe(truth.countOf(state))
    for (const facet of view.facets) {
      if (facet.kind !== 'values') continue
      const counts = facet.options.map(({ slug, count }) => [slug, count])
      expect(counts).toEqual(facet.options.map(({ slug }) => [slug, truth.countWith(state, facet.key, slug)]))
    }
    expect(view.inStock).toBe(truth.countOf(listingState({ ...state, inStock: true })))
  })

  it('of the whole shop counts colours, and keeps a colour filter in each category', async () => {
    const state = listingState({ filters: [['colour', ['blue', 'red']]] })
    const view = await shown(state)
    expect(view).toMatchObject({ total: truth.countOf(state), unknown: [], chips: [{ slug: 'blue' }, { slug: 'red' }] })
    const colour = view.facets.find(({ key }) => key === 'colour')
    const options = colour?.kind === 'values' ? colour.options : []
    expect(options.length).toBeGreaterThan(5)
    for (const { slug, count } of options) expect(count, slug).toBe(truth.countWith(state, 'colour', slug))
    expect(view.children.length).toBeGreaterThan(5)
    for (const { href, count } of view.children)
      expect(await shown(parseListingUrl(href)), href).toMatchObject({ total: count, unknown: [] })
  })

  it('finds as many products with each value as its count says', async () => {
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

  it('counts and finds products by minimum rating', async () => {
    const view = await shown({})
    const rating = view.facets.find(({ kind }) => kind === 'rating')
    const options = rating?.kind === 'rating' ? rating.options : []
    expect(options.map(({ stars }) => stars)).toEqual([4, 3, 2, 1])
    expect(options[0]!.count).toBe(truth.documents.filter(({ rating }) => rating.average >= 3.95).length)
    for (const { stars, count } of options) expect((await shown({ rating: stars })).total).toBe(count)
  })

  it('lists its active filters, each removable', async () => {
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

  it('shows 24 products a page in the requested order', async () => {
    const first = await shown({ sort: 'price' })
    const second = await shown({ sort: 'price', page: 2 })
    const prices = [...first.cards, ...second.cards].map(({ price }) => price)
    expect(prices).toHaveLength(2 * PER_PAGE)
    expect(prices).toEqual([...prices].sort((a, b) => a - b))
    const heavy = await shown({ category: 'electronics/laptops', sort: '-weight' })
    const weights = heavy.cards.map(
      ({ id }) => truth.documents.find(({ _id }) => _id.toHexString() === id)!.specs.weight,
    )
    expect(weights).toEqual([...weights].sort((a, b) => Number(b) - Number(a)))
  })

  it('shows the last page if a later one is requested', async () => {
    const view = await shown({ category: 'electronics/laptops', page: 400 })
    expect(view.page).toBe(view.pages)
    expect(view.cards.length).toBeGreaterThan(0)
  })

  it('reports unknown filters and ignores them', async () => {
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

  it('is null if the category does not exist', async () => {
    expect(await listing(listingState({ category: 'electronics/nothing' }))).toBeNull()
  })

  it('of deals has only reduced products, biggest discount first', async () => {
    const { cards, total } = await shown({ scope: 'deals' })
    const drops = cards.map(({ percent }) => percent)
    expect(Math.min(...drops)).toBeGreaterThan(0)
    expect(drops).toEqual([...drops].sort((a, b) => b - a))
    expect(total).toBeLessThan(truth.documents.length)
  })

  it('of new products has only recent ones, newest first', async () => {
    const since = newSince(now)
    const { cards, total } = await shown({ scope: 'new' })
    expect(total).toBe(truth.documents.filter(({ createdAt }) => createdAt >= since).length)
    expect(total).toBeLessThan(truth.documents.length)
    expect(cards.length).toBeGreaterThan(0)
    expect(cards.every(({ isNew }) => isNew)).toBe(true)
  })

  it('stays within the index’s limits, whatever the address', async () => {
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
    expect((await (await searchEngine()).search(query)).total).toBe(0)
  })

  it('of a department links its categories with their counts', async () => {
    const view = await shown({ category: 'electronics' })
    const inside = truth.documents.filter(({ category }) => category.startsWith('electronics/'))
    expect(view.total).toBe(inside.length)
    expect(view.children.reduce((sum, { count }) => sum + count, 0)).toBe(inside.length)
  })
})

describe('a listing with products deleted behind its back', () => {
  it('is complete all the same', async () => {
    const before = await shown({ category: 'books' })
    const [first] = before.cards
    const document = truth.documents.find(({ slug }) => slug === first!.slug)!
    await products().deleteOne({ _id: document._id })
    const after = await shown({ category: 'books' })
    await products().insertOne({ ...document, updatedAt: new Date() })
    expect(after.total).toBe(before.total - 1)
    expect(after.cards).toHaveLength(PER_PAGE)
    expect(after.cards.map(({ id }) => id)).not.toContain(first!.id)
    await (await searchEngine()).waitFor(new Date())
  })
})
