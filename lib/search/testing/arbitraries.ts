import fc from 'fast-check'
import type { Synonyms } from '../analysis/synonyms'
import type { IndexOptions } from '../index/table'
import type { Product, Scalar, SpecValue } from '../indexed-product'
import type { Filter, Query, Sort } from '../search-query'

/** Random small catalogues, changes and queries. They use few values and similar words, so that many of them match. */

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
export const MAX_PRODUCTS = 20
export const idOf = (n: number) => n.toString(16).padStart(24, '9')

const NAME_WORDS =
  "Shirts shirt short Café cafe cafés Batteries battery batter Headphone headphones XR-4520 XR4520 xr Dresses dress red Été Łódź Smørrebrød Men's women wi-fi running shoes trainer häuser 👟 ŠIRT Müsli Muesli Musli tür Tur O’Neill ONeill Neill 防水ジャケット ジャケット กันฝน SN.20/40-B"
const specs: fc.Arbitrary<Record<string, SpecValue>> = fc.record(
  {
    material: oneOf('wool', 'cotton', 'café', 'red wool shirt'),
    ram: oneOf(4, 8, 16),
    weight: fc.integer({ min: -8, max: 800 }).map((n) => n / 8),
    waterproof: fc.boolean(),
    ports: fc.array(oneOf('usb', 'hdmi', 'jack'), { minLength: 1, maxLength: 3 }),
    constructor: oneOf<Scalar>('welded', 3),
  },
  { requiredKeys: [] },
)
const variant = fc.record({
  sku: oneOf('XR-4520', 'XR-4520-M', 'XR-4521', 'SHIRT', 'NX-10-RED', 'NX10-REDS', '4520', 'NOR.0707-60', ''),
  options: fc.record(
    { size: oneOf('s', 'm', 'l'), colour: oneOf('red', 'blue', 'green') },
    { requiredKeys: ['colour'] },
  ),
  price: fc.oneof(fc.integer({ min: 0, max: 5000 }), oneOf(0, 999, 1000)),
  stock: fc.integer({ min: 0, max: 2 }),
})
const variants: fc.Arbitrary<Product['variants']> = fc.oneof(
  { weight: 20, arbitrary: fc.array(variant, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constant<Product['variants']>([]) },
)
const CATEGORIES = ['fashion/men/shirts', 'fashion/men/coats', 'home/kitchen/pans']
const rating = fc.integer({ min: 0, max: 50 }).map((n) => n / 10)
const discount = fc.integer({ min: 0, max: 60 })

export const product: fc.Arbitrary<Product> = fc.record({
  id: fc.nat(MAX_PRODUCTS).map(idOf),
  name: fc
    .array(oneOf(...NAME_WORDS.split(' '), 'red shirt', 'running shoes', 'running shoe'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((list) => list.join(' ')),
  brand: oneOf('Acme', 'Batterix', 'Été Ltd', 'Shirtly'),
  category: oneOf(...CATEGORIES),
  specs,
  variants,
  description: fc.option(
    fc.array(oneOf(...NAME_WORDS.split(' '), 'plain', 'Words'), { maxLength: 6 }).map((list) => list.join(', ')),
    { nil: undefined },
  ),
  rating,
  ratingCount: fc.option(fc.nat(30), { nil: undefined }),
  discount,
  popularity: fc.integer({ min: 0, max: 4 }),
  createdAt: fc.integer({ min: 0, max: 5 }),
})

/** A catalogue with 99 to 103 distinct weights; with more than 101, their facet lists no individual values. */
export const manyWeights: fc.Arbitrary<Product[]> = fc
  .tuple(product, fc.integer({ min: 99, max: 103 }))
  .map(([one, count]) =>
    Array.from({ length: count }, (_, n) => ({ ...one, id: idOf(1000 + n), specs: { ...one.specs, weight: n * 1.5 } })),
  )

const range = (max: number): fc.Arbitrary<Filter> =>
  fc.record({ min: fc.integer({ min: 0, max }), max: fc.integer({ min: 0, max }) }, { requiredKeys: [] })
const some = <T extends Scalar>(...values: T[]): fc.Arbitrary<Filter> => fc.uniqueArray(oneOf(...values))
const filters: fc.Arbitrary<Record<string, Filter>> = fc.record(
  {
    brand: some('Acme', 'Batterix', 'Nobody'),
    rating: fc.oneof(range(5), some(4, 4.5, 5)),
    discount: fc.oneof(range(60), some(0, 10, 20, 30)),
    price: fc.oneof({ weight: 4, arbitrary: range(5000) }, some(0, 999, 1000), fc.constant({ min: Number.NaN })),
    inStock: fc.oneof({ weight: 6, arbitrary: some(true, false) }, range(1)),
    'option.size': fc.oneof({ weight: 6, arbitrary: some('s', 'm', 'xxl') }, range(1)),
    'option.colour': some('red', 'blue'),
    'spec.material': some('wool', 'café'),
    'spec.ram': fc.oneof(some(4, 16), range(16)),
    'spec.weight': range(100),
    'spec.waterproof': some(true, false),
    'spec.ports': some('usb', 'jack'),
    'spec.constructor': some<Scalar>('welded', 3),
    'spec.__proto__': some('of'),
    'spec.unheard': some('of'),
    unheard: some('of'),
  },
  { requiredKeys: [] },
)
// Picks only a few filters, because a query with all sixteen would find nothing.
const fewFilters = (most: number) =>
  fc.tuple(filters, fc.nat(15), fc.integer({ min: 0, max: most })).map(([all, from, count]) => {
    const entries = Object.entries(all)
    return Object.fromEntries([...entries, ...entries].slice(from % (entries.length || 1)).slice(0, count))
  })

const someIds = fc.array(fc.nat(MAX_PRODUCTS + 1).map(idOf), { maxLength: 30 })

const TYPED_WORDS =
  'shirt shirts shrit shi s b c batte coa café cafe caffe battery batteries battrey baterry headphnoes hedaphnoes headp xr-4520 xr4520 xr red rde acme acne men wool été zzz lodz łódź smorebrod xr-45 4520 452 xr-4520-m nx-10 nx10r nx-10-red sku "red shirt" "shirt red" "running shoes" running shoes trainers trainer tee wi-fi wifi wi mens women womens the for plain hauser haus haeuser 👟 שלום müsli muesli musli tuer tür tur o\'neill oneill neill ʼneill 防水ジャケット ジャケット ｼﾞｬｹｯﾄ กันฝน nor.0707-60 nor 0707-60 0707 sn.20/40-b sn2040b -red -shirts -café -wool waterproof -waterproof'
const SORTS: Sort[] = [
  'relevance',
  'newest',
  'rating',
  'price',
  '-price',
  'discount',
  'spec.ram',
  '-spec.ram',
  'spec.weight',
  '-spec.weight',
  'spec.constructor',
  '-spec.material',
  'spec.unheard',
]
const text = fc
  .tuple(fc.array(oneOf(...TYPED_WORDS.match(/"[^"]*"|\S+/g)!), { maxLength: 3 }), oneOf('', ' '))
  .map(([list, end]) => list.join(' ') + end)
/** A query with only text, because filters often leave no hits. */
const textQuery: fc.Arbitrary<Query> = fc.record({
  text,
  exact: fc.boolean(),
  perPage: fc.constant(20),
  facets: fc.constant(false),
})
const anyQuery: fc.Arbitrary<Query> = fc.record(
  {
    text,
    exact: fc.boolean(),
    category: oneOf('fashion', 'fashion/men', 'home', ...CATEGORIES, 'nowhere'),
    filters: fewFilters(4),
    within: fewFilters(2),
    ids: someIds,
    pinned: someIds,
    buried: someIds,
    since: fc.nat(4),
    sort: oneOf(...SORTS),
    page: fc.integer({ min: 1, max: 3 }),
    perPage: fc.integer({ min: 0, max: 8 }),
    facets: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false), fc.constant('category')),
  },
  { requiredKeys: [] },
)

const side = oneOf(
  'tee',
  'shirt',
  'red shirts',
  'running shoes',
  'trainers',
  'battery',
  'Café',
  'x r 4520',
  'wi-fi',
  '',
)
const synonyms: fc.Arbitrary<Synonyms> = fc.record({
  sets: fc.array(fc.array(side, { maxLength: 3 }), { maxLength: 3 }),
  oneWay: fc.array(fc.record({ from: side, to: fc.array(side, { maxLength: 2 }) }), { maxLength: 2 }),
})
export const query = fc.oneof(textQuery, anyQuery)

export const options: fc.Arbitrary<Required<IndexOptions>> = fc.record({
  language: oneOf('en', 'de'),
  descriptions: fc.boolean(),
})

export type Change =
  | { upsert: Product }
  | { restock: number; variants: Product['variants']; rating: number; discount: number; popularity: number }
  | { remove: number }
  | { synonyms: Synonyms }
  | { compact: true }
  | { reload: true }
export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: product.map((upsert) => ({ upsert })) },
  {
    weight: 4,
    arbitrary: fc.record({
      restock: fc.nat(MAX_PRODUCTS),
      variants: fc.array(variant, { minLength: 1, maxLength: 4 }),
      rating,
      discount,
      popularity: fc.nat(4),
    }),
  },
  { weight: 4, arbitrary: fc.nat(MAX_PRODUCTS).map((remove) => ({ remove })) },
  { weight: 2, arbitrary: synonyms.map((synonyms) => ({ synonyms })) },
  { weight: 2, arbitrary: fc.constant({ compact: true as const }) },
  { weight: 2, arbitrary: fc.constant({ reload: true as const }) },
)
