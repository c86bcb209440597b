import { describe, expect, test } from 'vitest'
import type { Product } from '../indexed-product'
import { SearchIndex } from '../search-index'
import { aProduct, idOf } from '../testing/products'

const indexOf = (...products: Partial<Product>[]) =>
  SearchIndex.of(products.map((product, n) => aProduct({ id: idOf(n), ...product })))
const find = (index: SearchIndex, text: string) =>
  index.search({ text, exact: true }).hits.map(({ id }) => Number.parseInt(id, 16))

describe('a complete text', () => {
  test('matches whole words in any inflection, but no beginnings and no typos', async () => {
    const index = await indexOf({ name: 'Kidney beans' }, { name: 'Red lamps' })
    expect(find(index, 'lamp')).toEqual([1])
    for (const text of ['kid', 'lampe', 'lapm']) expect(find(index, text), text).toEqual([])
  })

  test('finds yes/no specs that say yes by their name', async () => {
    const yes = { specs: { waterproof: true, fairTrade: true } }
    const index = await indexOf({ name: 'Coat', ...yes }, { name: 'Coat', specs: { waterproof: false } })
    expect(find(index, 'waterproof coat')).toEqual([0])
    expect(find(index, 'fair trade')).toEqual([0])
  })

  test('finds what is free of something by one word, and not by what is missing', async () => {
    const index = await indexOf({ name: 'Soap', specs: { perfumeFree: true } })
    expect(find(index, 'perfume')).toEqual([])
    for (const text of ['perfumefree', 'perfume-free', 'perfume free']) expect(find(index, text), text).toEqual([0])
  })

  test('ranks what a thing is above what else its name says', async () => {
    const index = await indexOf({ name: 'Apple pie', popularity: 9 }, { name: 'Norman apples' })
    expect(find(index, 'apple')).toEqual([1, 0])
  })

  test('finds two words that products write as one', async () => {
    const index = await indexOf({ name: 'Sunglasses' }, { name: 'Glasses against the sun' }, { name: 'Glasses' })
    expect(find(index, 'sun glasses')).toEqual([0, 1])
  })

  test('excludes words after a hyphen outside descriptions', async () => {
    const index = await indexOf({ name: 'Red coat' }, { name: 'Coat', description: 'Not red.' }, { name: 'Wi-Fi coat' })
    expect(find(index, 'coat -red')).toEqual([1, 2])
    expect(find(index, '-red')).toEqual([1, 2])
    expect(find(index, 'wi-fi')).toEqual([2])
  })

  test('searches descriptions only if nothing else has all the words, and says so', async () => {
    const index = await indexOf({ name: 'Storm lamp' }, { name: 'Coat', description: 'For a storm at sea.' })
    expect(index.search({ text: 'storm', exact: true })).toMatchObject({ total: 1 })
    expect(index.search({ text: 'sea', exact: true })).toMatchObject({ total: 1, weakMatch: 'descriptions' })
    expect(index.search({ text: 'storm', exact: true }).weakMatch).toBeUndefined()
  })

  test('that only specs have is a weak match', async () => {
    const index = await indexOf({ name: 'Cherries', specs: { keepIn: 'The fridge' } }, { name: 'Oak chair' })
    expect(index.search({ text: 'fridge', exact: true }).weakMatch).toBe('details')
    expect(index.search({ text: 'fridge cherries', exact: true }).weakMatch).toBeUndefined()
    expect(index.search({ text: 'nothing', exact: true }).weakMatch).toBeUndefined()
  })
})
