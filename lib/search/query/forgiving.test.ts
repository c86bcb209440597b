import { describe, expect, test } from 'vitest'
import { NO_SYNONYMS } from '../analysis/synonyms'
import type { IndexOptions } from '../index/table'
import type { Product } from '../indexed-product'
import { SearchIndex } from '../search-index'
import { aProduct, idOf } from '../testing/products'

const indexOf = (products: Partial<Product>[], options?: IndexOptions) =>
  SearchIndex.of(
    products.map((product, n) => aProduct({ id: idOf(n), ...product })),
    options,
  )
const named = (...names: string[]) => indexOf(names.map((name) => ({ name })))
const find = (index: SearchIndex, text: string) => index.search({ text }).hits.map(({ id }) => Number.parseInt(id, 16))

describe('inflections', () => {
  test.each([
    ['women', 'Shoes for a woman'],
    ['womens coat', "Women's coats"],
    ['mens', 'Coat for men'],
    ['knife', 'Steel knives'],
    ['potato', 'Bag of potatoes'],
    ['jeans', 'Blue jeans'],
    ['organic', 'Organic tea'],
  ])('in English %j finds %j', async (text, name) => {
    expect(find(await named('Something else', name, 'Organizer'), `${text} `)).toEqual([1])
  })

  test.each([
    ['de', 'haus', 'Häuser aus Holz'],
    ['de', 'lampen', 'Lampe'],
    ['nl', 'schoen', 'Rode schoenen'],
    ['fr', 'chaussure', 'Chaussures en cuir'],
    ['es', 'camiseta', 'Camisetas'],
  ] as const)('in %s %j finds %j', async (language, text, name) => {
    const index = await indexOf([{ name: 'Something else' }, { name }], { language })
    expect(find(index, `${text} `)).toEqual([1])
  })

  test('a prefix matches the word as spelled, whatever its stem', async () => {
    const index = await named('Batteries', 'Battery')
    expect(find(index, 'batteri')).toEqual([0])
    expect(find(index, 'batteries')).toEqual([0, 1])
  })

  test('a forgiven typo finds every inflection', async () => {
    expect(find(await named('Shirts', 'Shirt', 'Lamp'), 'shrits ')).toEqual([0, 1])
  })
})

describe('what is typed', () => {
  test('emoji and right-to-left text are handled', async () => {
    const index = await named('👟 Running shoes', 'נעלי ריצה', 'حذاء للجري')
    expect(find(index, '👟')).toHaveLength(3)
    expect(find(index, '👟 shoes 👍🏽')).toEqual([0])
    expect(find(index, 'ריצה')).toEqual([1])
    expect(find(index, '\u202eحذاء\u202c')).toEqual([2])
  })

  test('stop words beside others are ignored', async () => {
    const index = await named('Shoes men', 'The hat')
    expect(find(index, 'the shoes for men')).toEqual([0])
    expect(find(index, 'the')).toEqual([1])
  })

  test('words may be in any order', async () => {
    expect(find(await named('Blue linen shirt', 'Blue hat'), 'shirt blue')).toEqual([0])
  })
})

describe('phrases', () => {
  test('quoted words must be adjacent, in order, in one field', async () => {
    const index = await indexOf([
      { name: 'Light running shoes' },
      { name: 'Shoes for running' },
      { name: 'Running', brand: 'Shoes' },
      { name: 'Boot', specs: { like: ['Running Shoe', 'hat'] } },
      { name: 'Running belt for shoes' },
      { name: 'Boot', specs: { a: 'running', b: 'shoes' } },
      { name: 'Sock', variants: [{ sku: 'S', options: { kind: 'running shoes' }, price: 1, stock: 1 }] },
    ])
    expect(find(index, '"running shoes"')).toEqual([0, 3, 6])
    expect(find(index, '“running shoes” light')).toEqual([0])
    expect(find(index, 'shoes running'), 'without quotes').toHaveLength(7)
    expect(find(index, '"running shoes'), 'a quote that is still open says nothing yet').toHaveLength(7)
  })

  test('quoted words match neither with typos nor as prefixes', async () => {
    const index = await named('Lamp', 'Kettle')
    expect(find(index, '"lmap"')).toEqual([])
    expect(find(index, '"lam"')).toEqual([])
    expect(find(index, '"lamps"')).toEqual([0])
  })

  test('phrases are found after changes and compaction', async () => {
    const index = await named('Old red hat', 'Thing')
    index.upsert(aProduct({ id: idOf(0), name: 'New red hat' }))
    index.upsert(aProduct({ id: idOf(1), name: 'Hat red' }))
    index.compact()
    expect(find(index, '"red hat"')).toEqual([0])
  })
})

describe('SKUs and models', () => {
  const variants = ['NX-4021-S', 'NX-4021-M', 'NX-402'].map((sku, n) => ({
    sku,
    options: {},
    price: 900 - n,
    stock: n,
  }))
  const products = [{ variants }, { name: 'Fits NX 4021 S' }, { name: 'Drill XG4021' }, { name: 'Drill XG-4022' }]

  test.each(['NX-4021-M', 'nx-4021-m', 'nx4021m'])(
    '%j is the variant with that SKU, above all others',
    async (text) => {
      const [hit] = (await indexOf(products)).search({ text }).hits
      expect(hit).toEqual({ id: idOf(0), variant: 1 })
    },
  )

  test('an exact SKU ranks above words, and a prefix is enough', async () => {
    const index = await indexOf(products)
    expect(find(index, 'nx-4021-s')).toEqual([0, 1])
    expect(index.search({ text: 'nx-4021' }).hits).toContainEqual({ id: idOf(0), variant: 1 })
    expect(find(index, 'nx402 ')).toEqual([0])
  })

  test('a variant whose SKU was typed is not shown if it is filtered out', async () => {
    const { hits } = (await indexOf(products)).search({ text: 'nx-4021-s', filters: { inStock: [true] } })
    expect(hits).toContainEqual({ id: idOf(0), variant: 2 })
  })

  test('models are found with and without hyphen, and never with typos', async () => {
    const index = await indexOf(products)
    for (const text of ['xg-4021', 'xg4021', 'XG4021 drill']) expect(find(index, text), text).toEqual([2])
    for (const text of ['xg-4022', 'xg4022']) expect(find(index, text), text).toEqual([3])
    expect(find(index, 'xg402')).toEqual([2, 3])
    expect(find(index, 'xg4029 ')).toEqual([])
  })

  test('a removed SKU no longer finds its product', async () => {
    const index = await indexOf(products)
    index.upsert(aProduct({ id: idOf(0), variants: [{ ...variants[0]!, sku: 'AB-99' }] }))
    expect(find(index, 'nx-4021-m')).toEqual([])
    expect(find(index, 'ab-99')).toEqual([0])
    index.compact()
    expect(find(index, 'nx4021m')).toEqual([])
    expect(find(index, 'ab99')).toEqual([0])
  })
})

describe('descriptions and specs', () => {
  const products = [{ name: 'Lamp', description: 'Warm light for reading.' }, { name: 'Reading chair' }]

  test('a description scores least, and can be excluded', async () => {
    expect(find(await indexOf(products), 'reading')).toEqual([1, 0])
    expect(find(await indexOf(products, { descriptions: false }), 'reading')).toEqual([1])
  })

  test('the first 60 words of a description count that no other field has', async () => {
    const description = `lamp ${Array.from({ length: 70 }, (_, n) => `word${n} word${n}`).join(' ')}`
    const index = await indexOf([{ name: 'Lamp', description }])
    expect([find(index, 'word59 '), find(index, 'word60 ')]).toEqual([[0], []])
  })

  test('words of descriptions alone are not suggested', async () => {
    const index = await indexOf(products)
    expect(index.suggest('war').words).toEqual([])
    expect(index.suggest('rea').words).toEqual([['reading', 2]])
  })

  test('a spec without a schema is found', async () => {
    expect(find(await indexOf([{ specs: { 'made-up': 'Zirconium' } }, {}]), 'zircon')).toEqual([0])
  })
})

describe('synonyms', () => {
  test('synonyms of a set match each other; several words must be adjacent', async () => {
    const index = await named('Green sofa', 'Red couches', 'Running shoes', 'Trainers', 'Shoes for running')
    index.setSynonyms({
      sets: [
        ['sofa', 'couch'],
        ['running shoes', 'trainers'],
      ],
      oneWay: [],
    })
    expect(find(index, 'couch')).toEqual([1, 0])
    expect(find(index, 'red sofa')).toEqual([1])
    expect(find(index, 'trainer')).toEqual([3, 2])
    expect(find(index, 'running shoes')).toEqual([2, 4, 3])
    index.setSynonyms(NO_SYNONYMS)
    expect(find(index, 'couch')).toEqual([1])
  })

  test('a one-way rule applies one way', async () => {
    const index = await named('Plain T-shirt', 'Golf tee')
    index.setSynonyms({ sets: [], oneWay: [{ from: 'tee', to: ['t-shirt'] }] })
    expect(find(index, 'tees')).toEqual([1, 0])
    expect(find(index, 't-shirts')).toEqual([0])
  })

  test('no typo is forgiven in a word with a synonym', async () => {
    const index = await named('Sofa', 'Coach')
    index.setSynonyms({ sets: [['sofa', 'couch']], oneWay: [] })
    expect(find(index, 'couch')).toEqual([0])
  })
})

describe('ranking', () => {
  test('an exact match ranks above a prefix, and a prefix above a typo', async () => {
    const index = await indexOf([{ name: 'Lampshade' }, { name: 'Lamp' }])
    expect(find(index, 'lamp')).toEqual([1, 0])
  })

  test('part of a model in the name adds nothing to the whole one in the specs', async () => {
    const index = await indexOf([
      { name: 'XR radio', specs: { fits: 'XR4520' } },
      { name: 'Radio', specs: { fits: 'XR-4520' }, popularity: 1 },
    ])
    expect(find(index, 'xr-4520')).toEqual([1, 0])
  })

  test('equal matches rank by popularity, then by review score', async () => {
    const index = await indexOf([
      { rating: 5, ratingCount: 1 },
      { rating: 4.6, ratingCount: 200 },
      { rating: 1, ratingCount: 3, popularity: 1 },
    ])
    expect(find(index, 'thing')).toEqual([2, 1, 0])
  })

  test('by rating, one review of five stars does not win, and unreviewed products come last', async () => {
    const index = await indexOf([
      { rating: 0 },
      { rating: 5, ratingCount: 1 },
      { rating: 4.4, ratingCount: 90 },
      { rating: 2, ratingCount: 40 },
    ])
    expect(index.search({ sort: 'rating' }).hits.map(({ id }) => Number.parseInt(id, 16))).toEqual([2, 1, 3, 0])
  })

  test('the rating facet counts each tenth, so "4 and up" can be summed', async () => {
    const index = await indexOf([3.9, 4, 4.5, 4.5].map((rating) => ({ rating })))
    expect(index.search({ filters: { rating: { min: 4 } } }).facets.rating).toMatchObject({
      values: [
        [4.5, 2],
        [3.9, 1],
        [4, 1],
      ],
    })
  })
})

describe('suggestions', () => {
  test('a completion has the most frequent spelling and counts all inflections', async () => {
    const index = await named('Headphones', 'Headphones', 'Headphone', 'Café table', 'Cafe chair', 'CAFÉ lamp')
    expect(index.suggest('head').words).toEqual([['headphones', 3]])
    expect(index.suggest('caf').words).toEqual([['café', 3]])
  })

  test('completions count products added since the last compaction', async () => {
    const index = await named('Women', 'Womera', 'Womera')
    for (const n of [7, 8]) index.upsert(aProduct({ id: idOf(n), name: 'Woman' }))
    expect(index.suggest('wome', 1).words).toEqual([['women', 3]])
  })

  test('a model is completed as one word', async () => {
    expect((await named('Receiver XR-4520')).suggest('xr-45').words).toEqual([['xr-4520', 1]])
  })
})
