import { describe, expect, it } from 'vitest'
import {
  activeFilters,
  cleared,
  LISTING_LIMITS,
  type LooseListing,
  listingState,
  toggled,
  withCategory,
  withPage,
  withPrice,
  withRange,
  withSort,
  withStock,
} from './listing'

const state = (loose: LooseListing) => listingState(loose)

describe('the state of a listing', () => {
  it('has sorted, unique keys and values', () => {
    const { filters } = state({
      filters: [
        ['ram', ['16-gb', '8-gb', '16-gb']],
        ['brand', ['pica']],
        ['ram', ['32-gb']],
      ],
    }) // prettier-ignore
    expect([...filters]).toEqual([
      ['brand', ['pica']],
      ['ram', ['16-gb', '32-gb', '8-gb']],
    ])
  })

  it('has at most 30 values', () => {
    const slugs = Array.from({ length: 50 }, (_, index) => `v-${index}`)
    expect(activeFilters(state({ filters: [['ram', slugs]] }))).toBe(30)
  })

  it('swaps reversed bounds, and drops a range without bounds', () => {
    expect([
      ...state({
        ranges: [
          ['weight', { min: 2, max: 1 }],
          ['noise', {}],
        ],
      }).ranges,
    ]).toEqual([['weight', { min: 1, max: 2 }]]) // prettier-ignore
  })

  it('has either values or a range for a spec; values win', () => {
    expect(state({ filters: [['ram', ['8-gb']]], ranges: [['ram', { min: 4 }]] }).ranges.size).toBe(0)
  })

  it('has prices in whole minor units, 0 or more', () => {
    expect(state({ price: { min: -5, max: 1998.9999 } }).price).toEqual({ max: 1999 })
    expect(state({ price: { min: 1e15 } }).price).toEqual({ min: LISTING_LIMITS.amount })
    expect(state({ price: { min: Number.NaN } }).price).toEqual({})
  })

  it('clamps the page number', () => {
    expect([-1, 0, 1.9, 1e9, Number.NaN].map((page) => state({ page }).page)).toEqual([1, 1, 1, LISTING_LIMITS.page, 1])
  })

  it('cuts a text at 200 characters without splitting one', () => {
    expect(state({ q: '  oat \u0000 milk\n' }).q).toBe('oat milk')
    expect(state({ q: 'x'.repeat(10_000) }).q).toHaveLength(200)
    expect(state({ q: `${'x'.repeat(199)}🍋` }).q).toBe('x'.repeat(199))
  })
})

describe('a change to a listing', () => {
  const start = state({ category: 'a/b', filters: [['ram', ['16-gb']]], sort: 'weight', page: 3, inStock: true })

  it('adds a value and removes it again', () => {
    const more = toggled(start, 'ram', '32-gb')
    expect(more.filters.get('ram')).toEqual(['16-gb', '32-gb'])
    expect(toggled(toggled(more, 'ram', '32-gb'), 'ram', '16-gb').filters.size).toBe(0)
  })

  it('returns to the first page', () => {
    const changes = [
      toggled(start, 'brand', 'pica'),
      withRange(start, 'weight', { max: 2 }),
      withPrice(start, { min: 100 }),
      withStock(start, false),
      withSort(start, 'price'),
      cleared(start),
    ]
    expect(changes.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1, 1])
    expect(withPage(start, 2)).toEqual({ ...start, page: 2 })
  })

  it('keeps the original query until nothing of it remains', () => {
    const queried = state({ ...start, originalQuery: 'a b' })
    expect(
      [withStock(queried, false), withCategory(queried, null), cleared(queried)].map((one) => one.originalQuery),
    ).toEqual(['a b', 'a b', ''])
  })

  it('reports ignored terms only if they are in the original query: at most six, in order', () => {
    const ignored = (ignoredTerms: string[], originalQuery = 'red nike shoes by adidas') =>
      state({ originalQuery, ignoredTerms }).ignoredTerms
    expect(ignored(['adidas', 'nike', 'nike'])).toEqual(['nike', 'adidas'])
    expect(ignored(['adidas nike red'])).toEqual(['red', 'nike', 'adidas'])
    expect(ignored(['a b c d e f g'], 'a b c d e f g')).toHaveLength(6)
    expect(ignored(['call 0900', ''])).toEqual([])
    expect(ignored(['nike'], '')).toEqual([])
    expect(cleared(state({ originalQuery: 'red nike', ignoredTerms: ['nike'] })).ignoredTerms).toEqual([])
  })

  it('of category keeps filters that every category has', () => {
    const moved = withCategory(toggled(start, 'brand', 'pica'), 'a')
    expect(moved).toEqual(state({ category: 'a', filters: [['brand', ['pica']]], inStock: true }))
  })

  it('counts each value, range, price and stock as one filter', () => {
    expect(activeFilters(withPrice(withRange(start, 'weight', { max: 2 }), { min: 1 }))).toBe(4)
    expect(activeFilters(cleared(start))).toBe(0)
  })
})
