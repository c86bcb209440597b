import { describe, expect, test } from 'vitest'
import { SearchIndex } from './search-index'
import { NO_SUGGESTIONS, type Query } from './search-query'
import { aProduct, idOf } from './testing/products'

const named = (...names: string[]) => SearchIndex.of(names.map((name, n) => aProduct({ id: idOf(n), name })))
const find = (index: SearchIndex, query: Query) => index.search(query).hits.map(({ id }) => Number.parseInt(id, 16))

describe('words', () => {
  test.each([
    ['shirts', 'Linen shirt'],
    ['shirt', 'Linen shirts'],
    ['battery', 'Four batteries'],
    ['dress', 'Summer dresses'],
    ['box', 'Boxes of oak'],
    ['glass', 'Glasses'],
    ['cafe', 'Café crème'],
    ['CAFÉ', 'cafe creme'],
    ['smorrebrod', 'Smørrebrød knife'],
    ['lodz', 'Łódź lamp'],
    ['dordevic', 'Đorđević chair'],
    ['strasse', 'Straße'],
    ['aether', 'Æther'],
    ['thorsmork', 'Þórsmörk parka'],
    ['istanbul', 'İstanbul tea set'],
    ['diyarbakir', 'Diyarbakır rug'],
    ['xr4520', 'Receiver XR-4520'],
    ['xr-4520', 'Receiver XR-4520'],
    ['tshirt', 'Plain T-shirt'],
  ])('%j finds %j', async (text, name) => {
    expect(find(await named('Something else', name), { text })).toEqual([1])
  })

  test('one typo is forgiven from four letters, two from eight', async () => {
    const index = await named('Lamp', 'Headphones')
    for (const text of ['lmap', 'lam', 'lammp', 'lamb']) expect(find(index, { text }), text).toEqual([0])
    for (const text of ['hedphones', 'headphnoes', 'haedphoens', 'haedpho'])
      expect(find(index, { text }), text).toEqual([1])
    expect(find(index, { text: 'lmpa ' })).toEqual([])
  })

  test('typos are forgiven only if no product has the word as typed', async () => {
    expect(find(await named('Short', 'Shirt'), { text: 'shirt' })).toEqual([1])
    expect(find(await named('Short'), { text: 'shirt' })).toEqual([0])
  })

  test('the last word is a prefix until a space follows it', async () => {
    const index = await named('Kettle', 'Lamp')
    expect(find(index, { text: 'ket' })).toEqual([0])
    expect(find(index, { text: 'ket ' })).toEqual([])
  })

  test('a word in the name scores above one in brand, category or specs', async () => {
    const index = await SearchIndex.of([
      aProduct({ id: idOf(0), specs: { material: 'oak' } }),
      aProduct({ id: idOf(1), category: 'home/oak' }),
      aProduct({ id: idOf(2), brand: 'Oak' }),
      aProduct({ id: idOf(3), name: 'Oak table' }),
    ])
    expect(find(index, { text: 'oak' })).toEqual([3, 2, 1, 0])
  })

  test('a prefix in both specs and name scores as in the name', async () => {
    const index = await SearchIndex.of([
      aProduct({ id: idOf(0), brand: 'Zyx', popularity: 1 }),
      aProduct({ id: idOf(1), name: 'Zyxel', specs: { line: 'zya' } }),
    ])
    expect(find(index, { text: 'zy' })).toEqual([1, 0])
  })

  test('completions of the last word match together with the words before it', async () => {
    const index = await named('Red kettle', 'Red keyboard', 'Blue kettle', 'Red kettle')
    expect(index.suggest('ke').words).toEqual([
      ['kettle', 3],
      ['keyboard', 1],
    ])
    const result = {
      total: 1,
      hits: [{ id: idOf(2), variant: 0 }],
      facets: index.search({ text: 'blue ke', facets: 'category' }).facets,
    }
    expect(index.suggest('blue ke')).toEqual({ words: [['kettle', 1]], result })
    expect(index.suggest('ke', 1).words).toEqual([['kettle', 3]])
    expect(index.suggest('!')).toEqual(NO_SUGGESTIONS)
  })
})

describe('limits', () => {
  test('only the first 200 characters and 12 words of a text count', async () => {
    const index = await named('One two three four five six seven eight nine ten eleven twelve')
    const twelve = 'one two three four five six seven eight nine ten eleven twelve'
    expect(find(index, { text: `${twelve} nothing at all` })).toEqual([0])
    expect(find(index, { text: `one${' '.repeat(200)}nothing` })).toEqual([0])
    expect(find(index, { text: `${twelve.slice(0, -1)} x` }), 'the twelfth is not being typed').toEqual([0]) // one edit
    expect(find(index, { text: `${twelve.slice(0, -4)} x` })).toEqual([])
    expect(index.search({ text: 'x'.repeat(10_000) }).total).toBe(0)
  })

  test('a page or filters beyond the limits throw a RangeError', async () => {
    const index = await named('Lamp')
    const filters = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`spec.s${n}`, [1]]))
    for (const page of [0, -1, 1.5, Number.NaN, 1e9])
      expect(() => index.search({ page }), `${page}`).toThrow(RangeError)
    for (const perPage of [-1, 0.5, Number.NaN, 10_001]) expect(() => index.search({ perPage })).toThrow(RangeError)
    expect(() => index.search({ page: 100, perPage: 101 })).toThrow(RangeError)
    expect(index.search({ page: 100, perPage: 100 }).hits).toEqual([])
    expect(() => index.search({ filters: filters(31) })).toThrow(RangeError)
    expect(index.search({ filters: filters(30) }).total).toBe(0)
    expect(() => index.search({ within: filters(31) })).toThrow(RangeError)
    expect(index.search({ filters: filters(30), within: filters(30) }).total).toBe(0)
    const values = Array.from({ length: 1001 }, (_, n) => n)
    expect(() => index.search({ filters: { price: values } })).toThrow(RangeError)
    for (const key of ['ids', 'pinned', 'buried']) {
      expect(() => index.search({ [key]: values.map(idOf) }), key).toThrow(RangeError)
      expect(index.search({ [key]: values.slice(1).map(idOf) }).total, key).toBe(key === 'ids' ? 0 : 1)
    }
    expect(() => index.suggest('lamp', -1)).toThrow(RangeError)
  })

  test('an invalid id is refused, and removing an unknown one does nothing', async () => {
    const index = await named('Lamp')
    for (const id of ['', 'x'.repeat(24), '0'.repeat(25)]) {
      expect(() => index.upsert(aProduct({ id }))).toThrow(TypeError)
      index.remove(id)
    }
    expect(index.size).toBe(1)
  })
})

describe('a listing with fixed filters', () => {
  const lamps = [1000, 2000, 3000].map((price, n) =>
    aProduct({
      id: idOf(n),
      specs: { cord: n },
      variants: [
        { sku: `A${n}`, options: { size: 's' }, price, stock: 1 },
        { sku: `B${n}`, options: { size: 'l' }, price: price + 100, stock: 0 },
      ],
    }),
  )

  test('its filters apply to every count, even if the shopper filters by the same key', async () => {
    const index = await SearchIndex.of(lamps)
    const { total, facets } = index.search({ within: { price: { max: 2050 } }, filters: { price: { min: 1500 } } })
    expect(total).toBe(1)
    expect(facets.price).toMatchObject({ min: 1000, max: 2000 })
    expect(facets['option.size']).toEqual({ values: [['s', 1]] })
    expect(
      index.search({ within: { 'spec.cord': [0, 2] }, filters: { 'spec.cord': [0] } }).facets['spec.cord'],
    ).toEqual(
      expect.objectContaining({
        values: [
          [0, 1],
          [2, 1],
        ],
      }),
    )
  })

  test("its filters and the shopper's must hold for the same variant", async () => {
    const index = await SearchIndex.of(lamps)
    const { total, facets, hits } = index.search({ within: { inStock: [true] }, filters: { 'option.size': ['l'] } })
    expect({ total, hits }).toEqual({ total: 0, hits: [] })
    expect(facets['option.size']).toEqual({ values: [['s', 3]] })
    expect(index.search({ within: { price: { min: 2050 } }, facets: false }).hits[1]).toEqual({
      id: idOf(1),
      variant: 1,
    })
  })

  test('by relevance, pinned products come first in their order and buried ones last', async () => {
    const index = await SearchIndex.of(lamps)
    const shelves = { pinned: [idOf(9), idOf(2), idOf(1)], buried: [idOf(0), idOf(2)] }
    expect(find(index, shelves)).toEqual([2, 1, 0])
    expect(find(index, { buried: [idOf(0), idOf(1)] })).toEqual([2, 0, 1])
    expect(find(index, { ...shelves, sort: 'price' })).toEqual([0, 1, 2])
    expect(find(index, { ...shelves, ids: [idOf(0), idOf(1), idOf(7)] })).toEqual([1, 0])
  })
})

describe('sorting', () => {
  test('by a numeric spec, products without it come last both ways, and ties are broken by id', async () => {
    const ram = [8, undefined, 32, 8, 'plenty', 16]
    const index = await SearchIndex.of(
      ram.map((value, n) => aProduct({ id: idOf(n), specs: value === undefined ? {} : { ram: value } })),
    )
    expect(find(index, { sort: 'spec.ram' })).toEqual([0, 3, 5, 2, 1, 4])
    expect(find(index, { sort: '-spec.ram' })).toEqual([2, 5, 0, 3, 1, 4])
    expect(find(index, { sort: 'spec.unheard' })).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('by discount, highest first', async () => {
    const index = await SearchIndex.of([10, 0, 35, 10].map((discount, n) => aProduct({ id: idOf(n), discount })))
    expect(find(index, { sort: 'discount' })).toEqual([2, 0, 3, 1])
  })
})

describe('changes', () => {
  test('renaming a product again and again uses no more rows', async () => {
    const index = await named('Lamp', 'Kettle')
    for (let n = 0; n < 20; n++) {
      index.upsert(aProduct({ id: idOf(0), name: `Name ${n}` }))
      index.compact()
    }
    expect(index.size).toBe(2)
    expect(index.table.rows).toBeLessThanOrEqual(4)
  })

  test('tidying bounds the stale rows that renames leave', async () => {
    const index = await named('Lamp')
    for (let n = 0; n < 5000; n++) {
      index.upsert(aProduct({ id: idOf(0), name: `Name ${n}` }))
      index.tidy()
    }
    expect(index.table.rows).toBeLessThan(1000)
    expect(find(index, { text: '4999' })).toEqual([0])
  })

  test('products are due when their validUntil has passed', async () => {
    const moments = [undefined, 5000, 5001]
    const index = await SearchIndex.of(moments.map((validUntil, n) => aProduct({ id: idOf(n), validUntil })))
    expect(index.due(4999)).toEqual([])
    expect(index.due(5000)).toEqual([idOf(1)])
    index.remove(idOf(1))
    index.upsert(aProduct({ id: idOf(2) }))
    expect(index.due(9000)).toEqual([])
  })
})
