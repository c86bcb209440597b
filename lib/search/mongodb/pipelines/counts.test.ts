import { describe, expect, it } from 'vitest'
import { EDGES } from '@/lib/search/index/histogram'
import { aProduct, idOf } from '@/lib/search/testing/products'
import { toSearchDocument } from '../mapping/document'
import { searchMongodb } from '../mongodb-search'
import { filterOf, meta, PRODUCT, recording, sentFor, variants } from '../testing/recording'

describe('counts', () => {
  it('take one request for all facets and one per active filter, without that filter', async () => {
    const { metas } = await sentFor({ filters: { brand: ['Acme'], 'spec.ram': [16] }, within: { rating: { min: 4 } } })
    expect(metas.map((meta) => Object.keys(meta.facet.facets))).toEqual([
      [
        'category',
        'rating',
        'discount',
        'price',
        'inStock',
        'spec.weight',
        'spec.weight bars',
        'option.colour',
        'option.size',
      ],
      ['brand'],
      ['spec.ram', 'spec.ram bars'],
    ])
    const brand = { in: { path: 'facts.brand', value: ['s:Acme'] } }
    const ram = { in: { path: 'specs.ram', value: ['n:16'] } }
    const rated = { range: { path: 'rating', gte: 4 } }
    expect(metas.map(filterOf)).toEqual([
      [PRODUCT, rated, brand, ram],
      [PRODUCT, rated, ram],
      [PRODUCT, rated, brand],
    ])
    expect(metas.every(({ count }) => count.type === 'total')).toBe(true)
    expect(metas[1]?.facet.facets.brand).toEqual({ type: 'string', path: 'facts.brand', numBuckets: 1_000 })
  })

  it('of numbers use fixed bars within the limits of the server', async () => {
    const { metas } = await sentFor({})
    const bars = metas[0]?.facet.facets['spec.weight bars']
    expect(bars).toMatchObject({ type: 'number', path: 'numbers.weight' })
    expect(bars.boundaries.slice(1, -1)).toEqual(EDGES.slice(1))
    expect(bars.boundaries.length).toBeLessThanOrEqual(1_000)
    expect(bars.boundaries).toEqual([...bars.boundaries].sort((a, b) => a - b))
  })

  it('of options are those of variants in stock under that filter', async () => {
    const { metas } = await sentFor({ filters: { inStock: [true] } })
    expect(metas[0]?.facet.facets['option.size'].path).toBe('stocked.options.size')
    expect(metas[0]?.facet.facets.price.path).toBe('stocked.price')
    expect(metas[1]?.facet.facets.inStock.path).toBe('offers.inStock')
  })

  it('of options under another variant filter are requested value by value', async () => {
    const { target, sent } = recording(([stage]) =>
      stage?.$searchMeta?.facet?.facets['option.colour']
        ? [
            meta(9, {
              'option.colour': [
                ['s:red', 8],
                ['s:blue', 3],
              ],
            }),
          ]
        : undefined,
    )
    const size = { in: { path: 'variants.options.size', value: ['s:M'] } }
    const { facets } = await searchMongodb(target, { filters: { 'option.size': ['M'] } })
    const filters = sent.flatMap(([stage]) => (stage?.$searchMeta?.compound ? [stage.$searchMeta.compound.filter] : []))
    const hasColour = (value: string) => ({ equals: { path: 'variants.options.colour', value } })
    expect(filters).toEqual([
      [PRODUCT, variants([size, hasColour('s:red')])],
      [PRODUCT, variants([size, hasColour('s:blue')])],
    ])
    expect(facets['option.colour']).toEqual({
      values: [
        ['blue', 1],
        ['red', 1],
      ],
    })
    const [scoped] = sent.flatMap(([stage]) => (stage?.$searchMeta?.returnScope ? [stage.$searchMeta] : []))
    expect(scoped).toMatchObject({ returnScope: { path: 'variants' }, returnStoredSource: true })
    expect(filterOf(scoped!)).toEqual([{ hasRoot: { operator: { compound: { filter: [PRODUCT] } } } }, size])
  })

  it('are reduced to the total without facets', async () => {
    const { metas } = await sentFor({ facets: false, filters: { brand: ['Acme'] } })
    expect(metas).toEqual([
      {
        index: 'an-index',
        compound: { filter: [PRODUCT, { in: { path: 'facts.brand', value: ['s:Acme'] } }] },
        count: { type: 'total' },
      },
    ])
  })
})

describe('answers', () => {
  it('become the same facets as from the built-in index, and hits with their cheapest matching variant', async () => {
    const shirt = aProduct({
      id: idOf(7),
      variants: [
        { sku: 'A', options: { size: 'S' }, price: 900, stock: 3 },
        { sku: 'B', options: { size: 'M' }, price: 1_500, stock: 0 },
        { sku: 'C', options: { size: 'M' }, price: 1_200, stock: 1 },
        { sku: 'D', options: { size: 'M' }, price: 1_900, stock: 1 },
      ],
    })
    const { target } = recording(([stage]) => {
      if (stage?.$search) return [toSearchDocument(shirt)]
      const facets = stage?.$searchMeta?.facet?.facets ?? {}
      if ('option.size' in facets && 'brand' in facets === false)
        return [
          meta(1, {
            'option.size': [
              ['s:M', 1],
              ['s:S', 4],
            ],
          }),
        ]
      return [
        meta(5, {
          category: [['books', 5]],
          brand: [
            ['s:Zeta', 2],
            ['s:Acme', 3],
          ],
          'spec.ram': [
            ['n:16', 2],
            ['n:8', 3],
          ],
          'spec.ram bars': [
            [8.2, 0],
            [7.5, 3],
            [16, 2],
          ],
          price: [
            [-Number.MAX_SAFE_INTEGER, 0],
            [820, 2],
            [1_200, 3],
          ],
          inStock: [['b:true', 4]],
        }),
      ]
    })
    const { total, hits, facets } = await searchMongodb(target, { filters: { 'option.size': ['M'], inStock: [true] } })
    expect(hits).toEqual([{ id: idOf(7), variant: 2 }])
    expect(total).toBe(5)
    expect(facets).toMatchObject({
      category: { values: [['books', 5]] },
      brand: {
        values: [
          ['Acme', 3],
          ['Zeta', 2],
        ],
      },
      'spec.ram': {
        min: 8,
        max: 16,
        values: [
          [8, 3],
          [16, 2],
        ],
      },
      'option.size': {
        values: [
          ['S', 4],
          ['M', 1],
        ],
      },
    })
  })

  it('with prices are bounded by the outermost bars', async () => {
    const { target } = recording(() => [
      meta(5, {
        price: [
          [820, 2],
          [910, 0],
          [1_200, 3],
        ],
      }),
    ])
    const { facets } = await searchMongodb(target, { perPage: 0 })
    expect(facets.price).toEqual({
      histogram: [
        [820, 2],
        [1_200, 3],
      ],
      min: 820,
      max: 1_300,
    })
  })
})
