import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListingState, type LooseListing, listingState, RESERVED_KEYS } from './listing'
import {
  hasPath,
  listingUrl,
  parseListingUrl,
  parsePathSegments,
  parseSearchParams,
  type SearchParams,
} from './listing-url'

const url = (loose: LooseListing) => listingUrl(listingState(loose))

const path = (address: string) => parsePathSegments(address.split('/'))
const search = (params: SearchParams) => parseSearchParams(params)

describe('the address of a listing', () => {
  it('is a path if it is shallow', () => {
    expect(url({ category: 'electronics/laptops' })).toBe('/c/electronics/laptops')
    expect(
      url({ category: 'electronics/laptops', filters: [['ram', ['32-gb', '16-gb']]], sort: 'price', page: 2 }),
    ).toBe('/c/electronics/laptops/~/ram=16-gb,32-gb/sort=price/page=2')
    expect(url({ category: 'a', inStock: true, filters: [['brand', ['pica']]] })).toBe('/c/a/~/brand=pica/stock=in')
    expect(url({ category: 'a', sort: '-weight', page: 5 })).toBe('/c/a/~/sort=-weight/page=5')
  })

  it('is a search if it is deep', () => {
    expect(
      url({
        category: 'electronics/laptops',
        q: 'quiet & light',
        filters: [['ram', ['32-gb', '16-gb']]],
        ranges: [['weight', { max: 1.25 }]],
        price: { min: 70_000, max: 207_550 },
        sort: '-price',
        page: 2,
      }),
    ).toBe(
      '/search?in=electronics/laptops&q=quiet+%26+light&ram=16-gb,32-gb&weight=..1.25&price=700..2075.5&sort=-price&page=2',
    )
    expect(url({ category: 'a', page: 6 })).toBe('/search?in=a&page=6')
    expect(url({ category: 'a', inStock: true, filters: [['ram', ['8-gb', '16-gb']]] })).toBe(
      '/search?in=a&ram=16-gb,8-gb&stock=in',
    )
    expect(url({ category: 'a', originalQuery: 'a for 5' })).toBe('/search?in=a&asked=a+for+5')
    expect(url({ category: 'a', originalQuery: 'x & y a', ignoredTerms: ['y', 'x'] })).toBe(
      '/search?in=a&asked=x+%26+y+a&left=x+y',
    )
  })

  it('of a shallow collection is a path, and of one narrowed by category a search', () => {
    expect(url({ collection: 'desk' })).toBe('/collections/desk')
    expect(url({ collection: 'desk', filters: [['brand', ['pica']]], page: 2 })).toBe(
      '/collections/desk/~/brand=pica/page=2',
    )
    expect(url({ collection: 'desk', category: 'a' })).toBe('/search?collection=desk&in=a')
    expect(url({ collection: 'desk', scope: 'deals' })).toBe('/search?collection=desk&show=deals')
    expect(parsePathSegments(['desk'], 'collection')?.state).toEqual(listingState({ collection: 'desk' }))
    for (const segments of [['a', 'b'], ['Desk'], ['desk', '~', 'in=a'], ['desk', '~', 'collection=b']])
      expect(parsePathSegments(segments, 'collection')).toBeNull()
    expect(parsePathSegments(['a', '~', 'collection=desk'])).toBeNull()
  })

  it('of the whole shop is /search, /new or /deals', () => {
    expect([url({}), url({ scope: 'new' }), url({ scope: 'deals' }), url({ scope: 'deals', page: 2 })]).toEqual([
      '/search',
      '/new',
      '/deals',
      '/search?show=deals&page=2',
    ])
  })
})

describe('a parsed query string', () => {
  it('takes the first of repeated values, but all values of a filter', () => {
    const { state } = search({ q: ['oat milk', 'x'], sort: ['price', 'newest'], ram: ['16-gb', '32-gb,8-gb'] })
    expect(state).toEqual(
      listingState({ q: 'oat milk', sort: 'price', filters: [['ram', ['16-gb', '32-gb', '8-gb']]] }),
    )
  })

  it('reports what it ignores', () => {
    const { state, notices } = search({
      'a.b': '1',
      $gt: '',
      $ne: 'x',
      ram: '16 GB',
      q: 'y'.repeat(300),
      utm_source: 'mail',
    })
    expect(notices).toEqual([
      { type: 'unknown', key: 'a.b' },
      { type: 'unknown', key: '$ne' },
      { type: 'unknown', key: 'ram' },
      { type: 'text_shortened' },
    ])
    expect(state).toEqual(listingState({ q: 'y'.repeat(200) }))
  })

  it('reports how many values exceed the limit', () => {
    const { notices } = search({ ram: Array.from({ length: 33 }, (_, index) => `v-${index}`) })
    expect(notices).toEqual([{ type: 'too_many_values', dropped: 3 }])
  })

  it('gives no key a special meaning', () => {
    const params: SearchParams = JSON.parse('{"__proto__": "x", "constructor": "a", "toString": "b"}')
    const { state, notices } = search(params)
    expect([...state.filters]).toEqual([
      ['constructor', ['a']],
      ['toString', ['b']],
    ])
    expect(notices).toEqual([{ type: 'unknown', key: '__proto__' }])
  })

  it('ignores the functions that Next.js adds for keys of Object.prototype', () => {
    const params: Record<string, unknown> = { toString: [Object.prototype.toString, 'x'] }
    expect([...search(params as SearchParams).state.filters]).toEqual([['toString', ['x']]])
  })

  it.each(['price', 'sort', 'stock', 'show', 'rating', 'page'])('reports a malformed %s', (key) => {
    expect(search({ [key]: 'zz z' }).notices).toEqual([{ type: 'unknown', key }])
  })

  it('accepts bounds as a form sends them and as people type them', () => {
    const { state, notices } = search({
      'price-min': '€ 1,200',
      'price-max': '2075,50',
      'weight-max': '1.5',
      'noise-min': '',
      'x-max': 'abc',
    })
    expect(state).toEqual(listingState({ price: { min: 120_000, max: 207_550 }, ranges: [['weight', { max: 1.5 }]] }))
    expect(notices).toEqual([{ type: 'not_a_number', key: 'x-max', text: 'abc' }])
  })

  it.each([
    ['-1', 1],
    ['1e9', 416],
    ['0', 1],
    ['2.7', 2],
    ['abc', 1],
    ['Infinity', 1],
    ['99999999999999999999', 1],
    ['7', 7],
  ])('turns page %s into %i', (page, got) => {
    expect(search({ page }).state.page).toBe(got)
  })

  it.each(['-best', '$gt', 'sort', 'price;drop', '', '--price', '-newest'])('refuses to sort by %j', (sort) => {
    expect(search({ sort }).state.sort).toBe('best')
  })

  it.each(['..', 'a..b', '1..2..3', '700'])('does not accept %j as a range', (price) => {
    expect(search({ price }).state.price).toEqual({})
  })

  it('refuses malformed categories', () => {
    const texts = ['../etc', 'a//b', 'A', 'a/', '~', 'x'.repeat(500), '$gt']
    expect(texts.map((text) => search({ in: text }).state.category)).toEqual(texts.map(() => null))
  })
})

describe('a parsed path', () => {
  it('may come percent-encoded', () => {
    expect(path('electronics/laptops/~/ram%3D16-gb%2C32-gb/page%3D2')?.state).toEqual(
      listingState({ category: 'electronics/laptops', filters: [['ram', ['16-gb', '32-gb']]], page: 2 }),
    )
  })

  it('may differ from the canonical one', () => {
    for (const other of ['a/~', 'a/~/page=1', 'a/~/sort=best', 'a/~/page=-1', 'a/~/page=abc', 'a/~/price=..'])
      expect(listingUrl(path(other)!.state)).toBe('/c/a')
    expect(listingUrl(path('a/~/sort=price/ram=b,a')!.state)).toBe('/c/a/~/ram=a,b/sort=price')
    expect(listingUrl(path('a/~/ram=a,b,c')!.state)).toBe('/search?in=a&ram=a,b,c')
    expect(listingUrl(path('a/~/page=1e9')!.state)).toBe('/search?in=a&page=416')
  })

  it.each([
    '%',
    '%E0%A4%A',
    'a%2Fb',
    'A',
    'a/~/ram',
    'a/~/=x',
    'a/~/ram=',
    'a/~/ram=16 GB',
    'a/~/$gt=x',
    'a/~/a.b=x',
    'a/~/__proto__=x',
    'a/~/q=x',
    'a/~/asked=x',
    'a/~/left=x',
    'a/~/in=b',
    'a/~/~',
    'a/~/ram=a/b',
    '~/ram=a',
    'a%00b',
    '',
  ])('%j is not a listing', (text) => {
    expect(path(text)).toBeNull()
  })
})

const slug = fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,3}){0,2}$/)
const key = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,8}$/).filter((text) => !RESERVED_KEYS.has(text) && text !== 'brand')
const range = fc.record(
  { min: fc.double({ min: -1e6, max: 1e6 }), max: fc.double({ min: -1e6, max: 1e6 }) },
  { requiredKeys: [] },
)
const states: fc.Arbitrary<ListingState> = fc
  .record({
    category: fc.option(fc.array(slug, { minLength: 1, maxLength: 4 }).map((slugs) => slugs.join('/'))),
    collection: fc.option(slug),
    q: fc.oneof(fc.constant(''), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 })),
    originalQuery: fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 30 })),
    respelledQuery: fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 30 })),
    scope: fc.constantFrom('all' as const, 'new' as const, 'deals' as const),
    filters: fc.array(fc.tuple(key, fc.array(slug, { maxLength: 12 })), { maxLength: 5 }),
    ranges: fc.array(fc.tuple(key, range), { maxLength: 3 }),
    price: range,
    inStock: fc.boolean(),
    sort: fc.oneof(
      fc.constantFrom('best', 'newest', 'price', '-price', 'discount'),
      key.filter((text) => !['best', 'newest', 'discount'].includes(text)).map((text) => `-${text}`),
    ),
    page: fc.integer({ min: -5, max: 1000 }),
  })
  .map((loose) => listingState({ ...loose, ignoredTerms: loose.originalQuery.split(' ').slice(-3) }))

describe('for every listing', () => {
  it('the address parses back to the same state', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(parseListingUrl(listingUrl(state))).toEqual(state)
      }),
      { numRuns: 2000 },
    )
  })

  it('a path has at most two values and no free text', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(/^\/(c|collections)\//.test(listingUrl(state))).toBe(hasPath(state))
        expect(listingUrl(state)).toMatch(/^\/[\w\-.~!*'()/=,?&%+]*$/)
      }),
    )
  })

  it('the state is already normalized', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(listingState(state)).toEqual(state)
      }),
    )
  })
})

describe('any input', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('1..', '..', 'a,b', '%', '1e999', '-0', '0..-0', 'in'),
  )

  it('as a query gives a listing with a canonical address', () => {
    const keys = fc.oneof(
      fc.string(),
      fc.constantFrom('q', 'in', 'collection', 'page', 'sort', 'price', 'price-min', 'ram', 'ram-max', '__proto__'),
    )
    fc.assert(
      fc.property(fc.dictionary(keys, fc.oneof(texts, fc.array(texts))), (params) => {
        const { state } = parseSearchParams(params)
        expect(parseListingUrl(listingUrl(state))).toEqual(state)
      }),
      { numRuns: 2000 },
    )
  })

  it('as a path gives a listing with a canonical address, or null', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(texts, fc.constantFrom('a', '~', 'ram=a,b', 'page=2', 'sort=price'))),
        (segments) => {
          const parsed = parsePathSegments(segments)
          if (parsed) expect(parseListingUrl(listingUrl(parsed.state))).toEqual(parsed.state)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
