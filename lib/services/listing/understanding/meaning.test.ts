import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { searchEngine } from '@/lib/search/process-engine'
import { seed } from '@/prisma/seed'
import { listing } from '../search'
import { understand } from './understanding'

beforeAll(() => seed({ products: 1_500, orders: 0, now: new Date() }))
afterAll(async () => (await searchEngine()).close())

const found = async (text: string) => {
  const state = await understand(text)
  return {
    address: decodeURIComponent(listingUrl({ ...state, originalQuery: '', respelledQuery: '', ignoredTerms: [] })),
    ignored: state.ignoredTerms,
  }
}

describe('what a query excludes', () => {
  it.each([
    ['a yes/no spec', 'laptop without touch screen', '/c/electronics/laptops/~/touch=no'],
    ['the same as one word', 'laptop no touchscreen', '/c/electronics/laptops/~/touch=no'],
    ['a value that is called None', 'dress without sleeves', '/c/clothing/dresses/~/sleeves=none'],
    ['what a spec says to be free of', 'soap without palm oil', '/search?in=beauty/bath&q=soap&palmOilFree=yes'],
    ['an allergen', 'nut free chocolate', '/search?in=groceries/sweets&q=-nut+chocolate'],
    ['an allergen by another name', 'dairy free chocolate', '/search?in=groceries/sweets&q=-dairy+chocolate'],
    ['in another language', 'Schokolade ohne Nüsse', '/search?in=groceries/sweets&q=Schokolade+-Nüsse'],
    ['after "but"', 'shoes but not red', '/search?in=clothing/shoes&q=-red'],
    ['alone, on the shelves that have it', 'no nuts', '/search?in=groceries&q=-nuts'],
  ])('is left out by %s: %j', async (_, text, address) => {
    expect(await found(text)).toEqual({ address, ignored: [] })
    expect((await listing(await understand(text)))?.total).toBeGreaterThan(0)
  })

  it('is named if no product says anything of it', async () => {
    expect(await found('sugar free chocolate')).toMatchObject({ ignored: ['sugar'] })
    expect(await found('phone without touch screen')).toMatchObject({ ignored: ['touch', 'screen'] })
    expect(await listing(await understand('sugar free'))).toMatchObject({ total: 0, q: '-sugar' })
  })

  it('is never suggested', async () => {
    const view = await listing(await understand('bread without gluten'))
    expect(view).toMatchObject({ total: 0, help: { fewer: [{ text: 'bread' }], categories: [{ name: 'Bakery' }] } })
  })
})

describe('the number of people is a filter:', () => {
  it.each([
    ['4 person tent', '/search?in=sports/camping&q=tent&persons=4'],
    ['tent for 4 people', '/search?in=sports/camping&q=tent&persons=4'],
    ['two person tent', '/search?in=sports/camping&q=tent&persons=2'],
    ['tent for two', '/search?in=sports/camping&q=tent&persons=2'],
    ['2 player game', '/search?in=toys/games&q=game&players=2'],
    ['3 seater sofa', '/search?in=home/furniture/seating&q=sofa&seats=3'],
  ])('%j', async (text, address) => {
    expect(await found(text)).toEqual({ address, ignored: [] })
  })

  it('other numbers are none', async () => {
    expect((await understand('tent 4.2 kg')).filters.has('persons')).toBe(false)
    expect((await understand('games for 4 year olds')).filters.has('players')).toBe(false)
  })
})

describe('the thing that is asked for', () => {
  it.each([
    ['is what comes before "for"', 'bagpack for laptop', '/search?q=backpack+for+laptop', []],
    ['is not the number of things', 'knife set', '/search?q=knife', ['set']],
    [
      'is not a size that is not sold',
      'boots size 30',
      '/search?in=clothing/shoes/boots-sandals&q=boots',
      ['size', '30'],
    ],
    ['keeps its size', 't shirt XXXL', '/c/clothing/tops/t-shirts', ['XXXL']],
    [
      'has no use for names of its specs',
      'laptop 16 gb ram 1 tb ssd',
      '/c/electronics/laptops/~/ram=16-gb/storage=1-tb',
      [],
    ],
    ['is more than children would like', 'gift for my mum', '/search?q=gift', ['my', 'mum']],
  ])('%s: %j', async (_, text, address, ignored) => {
    expect(await found(text)).toEqual({ address, ignored })
  })

  it.each(['garden hose', 'hoodie', 'vin', 'suit'])('is not sold: %j', async (text) => {
    const view = await listing(await understand(text))
    expect(view).toMatchObject({ total: 0, help: { corrections: [] } })
  })

  it('comes before a name: cookies are biscuits, a bear of that name is not', async () => {
    const view = await listing(await understand('biscuits'))
    expect(view?.cards[0]?.name).toMatch(/cookies$/)
  })
})

it('the beginning of a word is completed', async () => {
  expect(await understand('lapt')).toMatchObject({ category: 'electronics/laptops', respelledQuery: 'laptops' })
})

it('a question leads to the help pages', async () => {
  const helpPages = async (text: string) => (await listing(await understand(text)))?.helpPages.map(({ href }) => href)
  expect(await helpPages('return policy')).toEqual(['/help/returns'])
  expect(await helpPages('how long does delivery take')).toEqual(['/help/delivery'])
  expect(await helpPages('sneakers')).toEqual([])
})
