import type { Row } from './support'

/** Returns the documents of the inventory example in the MongoDB manual. */
export const items = (): Row[] => [
  { _id: 1, item: 'journal', qty: 25, size: { h: 14, w: 21 }, tags: ['blank', 'red'], dim: [14, 21] },
  { _id: 2, item: 'notebook', qty: 50, size: { h: 8, w: 11 }, tags: ['red', 'blank'], dim: [14, 21] },
  { _id: 3, item: 'paper', qty: 100, size: { h: 8, w: 11 }, tags: ['red', 'blank', 'plain'], dim: [14, 21] },
  { _id: 4, item: 'planner', qty: 75, size: { h: 22, w: 30 }, tags: ['blank', 'red'], dim: [22, 30] },
  { _id: 5, item: 'postcard', qty: 45, size: { h: 10, w: 15 }, tags: ['blue'], dim: [10, 15], note: null },
]

/** Returns the products of an example shop, with missing, null and empty fields. */
export const shop = (): Row[] => [
  {
    _id: 1,
    ...{ name: 'Air Mouse', brand: 'Acme', price: 20, rating: 4.5, tags: ['new', 'sale'], at: new Date('2026-01-15') },
    specs: specs({ color: 'black', dpi: 1600 }),
    variants: variants({ a1: 3, a2: 0 }),
  },
  {
    _id: 2,
    ...{ name: 'Air Keyboard', brand: 'Acme', price: 50, rating: 3.9, tags: ['sale'], at: new Date('2026-02-10') },
    specs: specs({ color: 'white', layout: 'de' }),
    variants: variants({ b1: 5 }),
  },
  {
    _id: 3,
    ...{ name: 'Desk Lamp', brand: 'Lumen', price: 35, rating: null, tags: [], at: new Date('2026-02-20') },
    specs: specs({ color: 'black', watt: 9 }),
    variants: [],
  },
  {
    _id: 4,
    ...{ name: 'Desk Mouse', brand: 'Cobalt', price: 20, tags: ['new'], at: new Date('2026-03-05') },
    specs: specs({ color: 'red', dpi: 800 }),
    variants: variants({ d1: 1 }),
  },
  {
    _id: 5,
    ...{ name: 'airbrush', brand: 'Lumen', price: 80, rating: 4.1, tags: ['sale', 'gift'] },
    at: new Date('2026-03-31T23:30:00Z'),
    specs: specs({ color: 'black', watt: 30 }),
    variants: variants({ e1: 0 }),
  },
  {
    _id: 6,
    ...{ name: 'Zoom Lens', brand: 'Cobalt', price: 120.5, rating: 4.9, tags: ['gift'], at: new Date('2026-04-01') },
    specs: [],
    variants: variants({ f1: 2, f2: 9 }),
  },
]

const specs = (values: Record<string, unknown>) => Object.entries(values).map(([k, v]) => ({ k, v }))
const variants = (stocks: Record<string, number>) => Object.entries(stocks).map(([sku, stock]) => ({ sku, stock }))

export const shopIndexes = [
  { key: { 'specs.k': 1, 'specs.v': 1 } },
  { key: { tags: 1, price: 1 } },
  { key: { rating: 1 } },
  { key: { name: 1 } },
  { key: { at: 1, _id: 1 } },
  { key: { 'variants.stock': 1 } },
  { key: { brand: 1, price: -1, _id: 1 } },
] as const

const colors = ['black', 'white', 'red', 'blue']
const brands = ['Acme', 'Borealis', 'Cobalt', 'Lumen']

/** Returns `count` generated products, the same in each call. */
export function catalogue(count: number): Row[] {
  let seed = 42
  const next = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * limit)
  }
  return Array.from({ length: count }, (_, i) => ({
    _id: i,
    slug: `product-${i}`,
    brand: brands[next(brands.length)],
    category: `category-${Math.min(next(8), next(8))}`,
    price: 500 + next(100_000),
    rating: { average: 1 + next(41) / 10, count: next(500) },
    specs: { ...(next(5) ? { color: colors[next(colors.length)] } : {}), warranty: `${1 + next(3)}y` },
    terms: ['desk', brands[next(brands.length)]?.toLowerCase(), `term-${next(50)}`],
    active: next(20) > 0,
    updatedAt: new Date(1_760_000_000_000 + next(1000) * 60_000),
  }))
}
