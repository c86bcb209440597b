import { describe, expect, test } from 'vitest'
import { SearchIndex } from './search-index'
import type { Query } from './search-query'
import { aProduct, idOf } from './testing/products'

const find = (index: SearchIndex, query: Query) => index.search(query).hits.map(({ id }) => Number.parseInt(id, 16))

describe('the variant that a hit offers', () => {
  const shirt = aProduct({
    id: idOf(0),
    variants: [
      { sku: 'A', options: { size: 'm' }, price: 1000, stock: 0 },
      { sku: 'B', options: { size: 'l' }, price: 2000, stock: 3 },
      { sku: 'C', options: { size: 'l' }, price: 1500, stock: 3 },
      { sku: 'D', options: { size: 'xl' }, price: 1500, stock: 3 },
    ],
  })

  test('size and stock must hold for the same variant', async () => {
    const index = await SearchIndex.of([shirt])
    const { total, facets } = index.search({ filters: { inStock: [true], 'option.size': ['m'] } })
    expect(total).toBe(0)
    expect(facets['option.size'], 'with the size filter lifted, L and XL are in stock').toEqual({
      values: [
        ['l', 1],
        ['xl', 1],
      ],
    })
    expect(facets.inStock, 'with the stock filter lifted, M is there, sold out').toEqual({ values: [[false, 1]] })
  })

  test('a hit has the cheapest matching variant in stock, the first of several', async () => {
    const index = await SearchIndex.of([shirt])
    const variant = (query: Query) => index.search(query).hits[0]?.variant
    expect(variant({})).toBe(2)
    expect(variant({ filters: { inStock: [true] } })).toBe(2)
    expect(variant({ filters: { 'option.size': ['l'] }, facets: false })).toBe(2)
    expect(variant({ filters: { price: { min: 1600 } } })).toBe(1)
    expect(variant({ filters: { 'option.size': ['m'] } }), 'the only match is sold out').toBe(0)
  })

  test('products whose matching variants are all sold out rank below those with the same text score', async () => {
    const inSizes = (id: number, popularity: number, stock: Record<string, number>) =>
      aProduct({
        id: idOf(id),
        name: 'Shirt',
        popularity,
        variants: Object.entries(stock).map(([size, units]) => ({
          sku: `${id}-${size}`,
          options: { size },
          price: 1000,
          stock: units,
        })),
      })
    const better = aProduct({
      id: idOf(3),
      name: 'Linen shirt',
      popularity: 9,
      variants: [{ sku: 'X', options: {}, price: 900, stock: 0 }],
    })
    const index = await SearchIndex.of([
      inSizes(0, 8, { s: 0, m: 0 }),
      inSizes(1, 7, { s: 3, m: 0 }),
      inSizes(2, 6, { s: 0, m: 3 }),
      better,
    ])
    expect(find(index, {})).toEqual([1, 2, 3, 0])
    expect(find(index, { facets: false, text: 'shirt' }), 'of text alone').toEqual([1, 2, 3, 0])
    expect(find(index, { filters: { 'option.size': ['m'] } })).toEqual([2, 0, 1])
    expect(find(index, { text: 'linen shirt' })[0]).toBe(3)
    expect(find(index, { pinned: [idOf(0), idOf(1)] }), 'pinned products keep their place').toEqual([0, 1, 2, 3])
    expect(find(index, { sort: 'newest' }), 'a chosen order stays').toEqual([0, 1, 2, 3])
  })

  test('a price order follows the prices of the offered variants', async () => {
    const two = (id: number, soldOut: number, offered: number) =>
      aProduct({
        id: idOf(id),
        variants: [
          { sku: `${id}-A`, options: {}, price: soldOut, stock: 0 },
          { sku: `${id}-B`, options: {}, price: offered, stock: 1 },
        ],
      })
    const index = await SearchIndex.of([two(0, 100, 900), two(1, 200, 500)])
    expect(find(index, { sort: 'price' })).toEqual([1, 0])
    expect(find(index, { sort: '-price' })).toEqual([0, 1])
  })
})
