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
  it('has keys and values in order and once', () => {
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

  it('keeps 30 values at most', () => {
    const slugs = Array.from({ length: 50 }, (_, index) => `v-${index}`)
    expect(activeFilters(state({ filters: [['ram', slugs]] }))).toBe(30)
  })

  it('turns a range round that starts after its end, and forgets one without ends', () => {
    expect([
      ...state({
        ranges: [
          ['weight', { min: 2, max: 1 }],
          ['noise', {}],
        ],
      }).ranges,
    ]).toEqual([['weight', { min: 1, max: 2 }]]) // prettier-ignore
  })

  it('has either values or a range of a spec, and values count', () => {
    expect(state({ filters: [['ram', ['8-gb']]], ranges: [['ram', { min: 4 }]] }).ranges.size).toBe(0)
  })

  it('knows prices in whole minor units from 0 on', () => {
    expect(state({ price: { min: -5, max: 1998.9999 } }).price).toEqual({ max: 1999 })
    expect(state({ price: { min: 1e15 } }).price).toEqual({ min: LISTING_LIMITS.amount })
    expect(state({ price: { min: Number.NaN } }).price).toEqual({})
  })

  it('has the nearest page there can be', () => {
    expect([-1, 0, 1.9, 1e9, Number.NaN].map((page) => state({ page }).page)).toEqual([1, 1, 1, LISTING_LIMITS.page, 1])
  })

  it('cuts a text after 200 characters, and never through one', () => {
    expect(state({ q: '  oat \u0000 milk\n' }).q).toBe('oat milk')
    expect(state({ q: 'x'.repeat(10_000) }).q).toHaveLength(200)
    expect(state({ q: `${'x'.repeat(199)}🍋` }).q).toBe('x'.repeat(199))
  })
})

describe('a change', () => {
  const start = state({ category: 'a/b', filters: [['ram', ['16-gb']]], sort: 'weight', page: 3, inStock: true })

  it('adds a value and takes it away again', () => {
    const more = toggled(start, 'ram', '32-gb')
    expect(more.filters.get('ram')).toEqual(['16-gb', '32-gb'])
    expect(toggled(toggled(more, 'ram', '32-gb'), 'ram', '16-gb').filters.size).toBe(0)
  })

  it('leads back to the first page', () => {
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

  it('keeps what was asked for until nothing of it is left', () => {
    const asked = state({ ...start, asked: 'a b' })
    expect([withStock(asked, false), withCategory(asked, null), cleared(asked)].map((one) => one.asked)).toEqual([
      'a b',
      'a b',
      '',
    ])
  })

  it('tells only of words left out that were asked for, two at most, in their order', () => {
    const left = (words: string[], asked = 'red nike shoes by adidas') => state({ asked, left: words }).left
    expect(left(['adidas', 'nike', 'nike'])).toEqual(['nike', 'adidas'])
    expect(left(['adidas nike red'])).toEqual(['red', 'nike'])
    expect(left(['call 0900', ''])).toEqual([])
    expect(left(['nike'], '')).toEqual([])
    expect(cleared(state({ asked: 'red nike', left: ['nike'] })).left).toEqual([])
  })

  it('to another category keeps what every category knows', () => {
    const moved = withCategory(toggled(start, 'brand', 'pica'), 'a')
    expect(moved).toEqual(state({ category: 'a', filters: [['brand', ['pica']]], inStock: true }))
  })

  it('is counted as one filter for each value, range, price and stock', () => {
    expect(activeFilters(withPrice(withRange(start, 'weight', { max: 2 }), { min: 1 }))).toBe(4)
    expect(activeFilters(cleared(start))).toBe(0)
  })
})
