import type { Document } from 'mongodb'
import { describe, expect, it } from 'vitest'
import type { Query } from '@/lib/search/search-query'
import { idOf } from '@/lib/search/testing/products'
import { searchMongodb } from '../mongodb-search'
import { PRODUCT, recording, sentFor, variants } from '../testing/recording'

describe('the page', () => {
  it('of a category has its most popular products, ties by id, with their variants', async () => {
    const { stages } = await sentFor({ category: 'electronics/laptops', page: 3, perPage: 24 })
    expect(stages).toEqual([
      {
        $search: {
          index: 'an-index',
          compound: {
            filter: [PRODUCT, { equals: { path: 'within', value: 'electronics/laptops' } }],
            should: [inStock([])],
          },
          sort: { score: { $meta: 'searchScore', order: -1 }, popularity: -1, reviewScore: -1, _id: 1 },
          returnStoredSource: true,
        },
      },
      { $skip: 48 },
      { $limit: 24 },
      { $project: { variants: 1 } },
    ])
  })

  it('is not requested for counts alone, and refused beyond the limits', async () => {
    expect((await sentFor({ perPage: 0 })).stages).toBeUndefined()
    const { target, sent } = recording()
    await expect(searchMongodb(target, { page: 10_000 })).rejects.toThrow(RangeError)
    const filters = Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`spec.k${n}`, ['x']]))
    await expect(searchMongodb(target, { filters })).rejects.toThrow(RangeError)
    expect(sent).toEqual([])
  })

  it('has one clause per product filter, and one clause for all variant filters', async () => {
    const { hits } = await sentFor({
      filters: {
        brand: ['Acme', 'Zeta'],
        'spec.ram': [16, 32],
        'spec.weight': { max: 1.5 },
        'option.size': ['M'],
        price: { min: 1_000, max: 8_000 },
        inStock: [true],
      },
    })
    expect(hits.compound.filter).toEqual([
      PRODUCT,
      { in: { path: 'facts.brand', value: ['s:Acme', 's:Zeta'] } },
      { in: { path: 'specs.ram', value: ['n:16', 'n:32'] } },
      { range: { path: 'numbers.weight', lte: 1.5 } },
      variants([
        { in: { path: 'variants.options.size', value: ['s:M'] } },
        { range: { path: 'variants.price', gte: 1_000, lte: 8_000 } },
        { in: { path: 'variants.inStock', value: [true] } },
      ]),
    ])
  })

  it('is empty for unknown keys and impossible values', async () => {
    const { hits } = await sentFor({ filters: { colour: ['red'], brand: [], 'option.size': { min: 1 } }, ids: [] })
    const nothing = { equals: { path: '_id', value: '' } }
    expect(hits.compound.filter).toEqual([
      PRODUCT,
      nothing,
      nothing,
      nothing,
      variants([{ equals: { path: 'variants.sku', value: '' } }]),
    ])
  })

  it('of a collection has its filters, products, pinned and buried ones', async () => {
    const { hits } = await sentFor({
      within: { 'spec.ram': [16] },
      ids: [idOf(1), idOf(2), idOf(3)],
      since: 1_700_000_000,
      pinned: [idOf(3), idOf(2)],
      buried: [idOf(1)],
    })
    expect(hits.compound.filter).toEqual([
      PRODUCT,
      { in: { path: '_id', value: [idOf(1), idOf(2), idOf(3)] } },
      { range: { path: 'createdAt', gte: 1_700_000_000 } },
      { in: { path: 'specs.ram', value: ['n:16'] } },
    ])
    expect(hits.compound.should).toEqual([
      { equals: { path: '_id', value: idOf(3), score: { constant: { value: 3 * 4_096 } } } },
      { equals: { path: '_id', value: idOf(2), score: { constant: { value: 2 * 4_096 } } } },
      {
        compound: {
          filter: [PRODUCT],
          mustNot: [{ in: { path: '_id', value: [idOf(1)] } }],
          score: { constant: { value: 4_096 } },
        },
      },
      inStock([]),
    ])
  })

  it('pins no more products than the server allows', async () => {
    const pinned = Array.from({ length: 1_000 }, (_, n) => idOf(n))
    expect((await sentFor({ pinned })).hits.compound.should).toHaveLength(200 + 1)
  })

  it('is sorted by the field, with products without it last both ways', async () => {
    const sortFor = async (query: Query) => (await sentFor(query)).hits.sort
    expect(await sortFor({ sort: 'newest' })).toEqual({ createdAt: -1, _id: 1 })
    expect(await sortFor({ sort: 'rating' })).toEqual({ reviewScore: -1, _id: 1 })
    expect(await sortFor({ sort: 'discount' })).toEqual({ discount: -1, _id: 1 })
    expect(await sortFor({ sort: 'price' })).toEqual({ offerPrice: 1, _id: 1 })
    expect(await sortFor({ sort: '-price', filters: { inStock: [true] } })).toEqual({ offerPrice: -1, _id: 1 })
    expect(await sortFor({ sort: 'spec.weight' })).toEqual({
      'numbers.weight': { order: 1, noData: 'highest' },
      _id: 1,
    })
    expect(await sortFor({ sort: '-spec.weight' })).toEqual({
      'numbers.weight': { order: -1, noData: 'lowest' },
      _id: 1,
    })
  })

  it('ranks products of which a matching variant is in stock above the others', async () => {
    const { hits } = await sentFor({ filters: { 'option.size': ['M'] } })
    expect(hits.compound.should).toEqual([inStock([{ in: { path: 'variants.options.size', value: ['s:M'] } }])])
  })

  it('is sorted by the cheapest matching variant in stock if variants are filtered', async () => {
    const { hits } = await sentFor({ sort: 'price', filters: { 'option.size': ['M'] }, text: 'shirt ' })
    const isM = { in: { path: 'variants.options.size', value: ['s:M'] } }
    const cheapest = (filter: Document[]) => ({
      embeddedDocument: {
        path: 'variants',
        operator: {
          compound: {
            filter,
            must: [
              {
                range: {
                  path: 'variants.price',
                  gte: 0,
                  score: {
                    function: {
                      add: [
                        { constant: 2 ** 24 },
                        { multiply: [{ constant: -1 }, { path: { value: 'variants.price', undefined: 0 } }] },
                      ],
                    },
                  },
                },
              },
            ],
          },
        },
        score: { embedded: { aggregate: 'maximum' } },
      },
    })
    expect(hits.sort).toEqual({ score: { $meta: 'searchScore', order: -1 }, _id: 1 })
    // Words must not affect the score here.
    expect(hits.compound.must).toEqual([
      {
        compound: {
          should: [
            cheapest([isM, IN_STOCK]),
            { compound: { must: [cheapest([isM])], mustNot: [variants([isM, IN_STOCK])] } },
          ],
          minimumShouldMatch: 1,
        },
      },
    ])
  })
})

const IN_STOCK = { equals: { path: 'variants.inStock', value: true } }
const inStock = (filter: Document[]) => ({
  compound: { filter: [variants([...filter, IN_STOCK])], score: { constant: { value: 1 } } },
})
