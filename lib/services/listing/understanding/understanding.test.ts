import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { products } from '@/lib/db/mongo'
import { listingUrl, parseListingUrl } from '@/lib/domain/listing/listing-url'
import { searchEngine } from '@/lib/search/process-engine'
import { givenProduct } from '@/lib/services/testing/fixtures'
import { seed } from '@/prisma/seed'
import { listing } from '../search'
import { type NamedKind, understand } from './understanding'

beforeAll(async () => {
  await seed({ products: 1_500, orders: 0, now: new Date() })
  await givenProduct({ sku: 'NQ-574', name: 'Runner 574', brand: 'New Quay', category: 'clothing/shoes/sneakers' })
})
afterAll(async () => (await searchEngine()).close())

/** Returns the address to which a query leads, without the original query. */
async function meaning(text: string, ...asWords: NamedKind[]): Promise<string> {
  const state = await understand(text, { asWords: new Set(asWords) })
  if (state.originalQuery) expect(state.originalQuery).toBe(text)
  expect(state.ignoredTerms).toEqual([])
  return decodeURIComponent(listingUrl({ ...state, originalQuery: '' }))
}

describe('a query is interpreted:', () => {
  it.each([
    ['sneakers', '/c/clothing/shoes/sneakers'],
    ['shoes under 80', '/search?in=clothing/shoes&price=..80'],
    ['Halden LAPTOPS under €1,000', '/search?in=electronics/laptops&brand=halden&price=..1000'],
    ['tallow and sons laptop', '/c/electronics/laptops/~/brand=tallow-sons'],
    ['red sneakers in stock', '/c/clothing/shoes/sneakers/~/colour=red/stock=in'],
    ['red or blue t-shirts between 20 and 50', '/search?in=clothing/tops/t-shirts&colour=blue,red&price=20..50'],
    ['childrens books', '/c/books/children'],
    ['electronics laptops', '/c/electronics/laptops'],
    ['deals', '/deals'],
    ['new laptops', '/search?in=electronics/laptops&show=new'],
    ['plain sunday', '/search?brand=plain-sunday'],
    ['new quay runners', '/c/clothing/shoes/sneakers/~/brand=new-quay'],
    ['trainers under 90', '/search?in=clothing/shoes/sneakers&price=..90'],
    ['bikes', '/c/vehicles/bicycles'],
    ['red shoes', '/c/clothing/shoes/~/colour=red'],
    ['red halden', '/search?brand=halden&colour=red'],
    ['blue jeans', '/search?q=jeans&colour=blue'],
    ['red under 50', '/search?colour=red&price=..50'],
    ['cheap laptop', '/c/electronics/laptops/~/sort=price'],
    ['LAPTOP 16gb', '/c/electronics/laptops/~/ram=16-gb'],
    ['laptop with 16 GB RAM', '/c/electronics/laptops/~/ram=16-gb'],
    ['size m t-shirt', '/c/clothing/tops/t-shirts/~/size=m'],
    ['sneakers 80-120', '/search?in=clothing/shoes/sneakers&price=80..120'],
    ['rèd snéakers', '/c/clothing/shoes/sneakers/~/colour=red'],
    ['sneakers with at least 4.5 stars', '/c/clothing/shoes/sneakers/~/rating=4'],
  ])('%j', async (text, address) => {
    expect(await meaning(text)).toBe(address)
  })

  it('the name of a part of a category stays a word, as it narrows further', async () => {
    expect(await meaning('sofa')).toBe('/search?in=home/furniture/seating&q=sofa')
  })

  it('an interpretation has results, ignoring the price', async () => {
    for (const text of ['red sneakers', 'halden laptop', 'sofa', 'red clock', 'blue bicycle', 'strand'])
      expect((await listing(await understand(text)))?.total, text).toBeGreaterThan(0)
    const nothingSoCheap = await understand('laptop under 1')
    expect(await listing(nothingSoCheap)).toMatchObject({ total: 0, outOf: expect.any(Number) })
  })
})

it('synonyms are interpreted and found', async () => {
  expect(await meaning('couch')).toBe('/search?in=home/furniture/seating&q=couch')
  for (const text of ['couch', 'red trainers', 'rucksack', 'brolly'])
    expect((await listing(await understand(text)))?.total, text).toBeGreaterThan(0)
})

describe('a word stays a word', () => {
  it.each(['"halden laptop"', 'red', 'under', 'under armour', '"red sneakers"'])(
    'in %j, if the interpretation would find nothing or be wrong',
    async (text) => {
      expect(await meaning(text)).toBe(`/search?q=${text.replaceAll(' ', '+')}`)
    },
  )

  it('if the shopper wants it to', async () => {
    expect(await meaning('red halden laptop', 'brand')).toContain('q=')
    expect(await meaning('red sneakers', 'category')).toBe('/search?q=red+sneakers')
    expect(await meaning('halden laptop', 'brand')).toBe('/search?in=electronics/laptops&q=halden')
    expect(await meaning('halden laptop', 'category')).toBe('/search?q=laptop&brand=halden')
    expect(await meaning('red sneakers', 'colour')).toBe('/search?in=clothing/shoes/sneakers&q=red')
  })
})

it.each(['🍋👟', '€', '((('])('%j has no words, and finds nothing instead of everything', async (text) => {
  expect(await listing(await understand(text))).toMatchObject({ q: text, total: 0, outOf: 0 })
})

const found = async (text: string) => {
  const state = await understand(text)
  return {
    address: decodeURIComponent(listingUrl({ ...state, originalQuery: '', respelledQuery: '', ignoredTerms: [] })),
    ignored: state.ignoredTerms,
  }
}

describe('a query that finds nothing is repaired:', () => {
  it.each([
    ['a word that says least is left out', 'men jacket', '/c/clothing/coats', ['men']],
    ['a colour that the shelf lacks', 'red sofa bed', '/c/home/furniture/beds/~/colour=red', ['sofa']],
    ['all words, if a price remains', 'zzzz under 20', '/search?price=..20', ['zzzz']],
    ['the last word names the thing', 'coffee mug', '/search?q=mug', ['coffee']],
    ['two words are one', 'lap top', '/c/electronics/laptops', []],
    ['a synonym has several words', 'raincoat', '/c/clothing/coats/~/waterproof=yes', []],
    ['a colour has another name', 'black coat', '/c/clothing/coats/~/colour=graphite', []],
    ['a yes/no spec and a size', 'waterproof jacket M', '/c/clothing/coats/~/size=m/waterproof=yes', []],
    ['a shoe size', 'sneakers size 42', '/c/clothing/shoes/sneakers/~/shoeSize=eu-42', []],
    ['an exclusion', 'jacket without wool', '/search?in=clothing/coats&q=-wool', []],
    ['free of something', 'lotion without perfume', '/search?in=beauty/skin-care&q=lotion&perfumeFree=yes', []],
  ])('%s: %j', async (_, text, address, ignored) => {
    expect(await found(text)).toEqual({ address, ignored })
    const state = await understand(text)
    expect(parseListingUrl(listingUrl(state))).toEqual(state)
    expect((await listing(state))?.total).toBeGreaterThan(0)
  })

  it('a typing error is corrected before other words are left out', async () => {
    expect(await understand('snekers for men')).toMatchObject({
      category: 'clothing/shoes/sneakers',
      respelledQuery: 'sneakers',
      ignoredTerms: ['men'],
    })
  })

  it('a typing error is corrected, and a word of the language is not', async () => {
    expect(await understand('snekers')).toMatchObject({
      category: 'clothing/shoes/sneakers',
      respelledQuery: 'sneakers',
    })
    for (const text of ['fridge magnet', 'sunscreen'])
      expect(await understand(text), text).toMatchObject({ respelledQuery: '' })
    expect(await understand('refrigerator')).toMatchObject({ q: 'refrigerator', respelledQuery: '' })
  })

  it('words that occur only in details or descriptions are announced', async () => {
    expect(await listing(await understand('fridge'))).toMatchObject({ weakMatch: 'details' })
    expect(await listing(await understand('keyboard'))).toMatchObject({ weakMatch: null })
  })
})

describe('an unknown word', () => {
  it.each([
    ['red nike shoes under 80', '/search?in=clothing/shoes&colour=red&price=..80', ['nike']],
    ['zzzz sneakers', '/c/clothing/shoes/sneakers', ['zzzz']],
    ['halden laptops by qqxqqz', '/c/electronics/laptops/~/brand=halden', ['qqxqqz']],
    ['qqxqqz, couch', '/search?in=home/furniture/seating&q=couch', ['qqxqqz']],
    ['qqxqqz laptop vvwvvw', '/c/electronics/laptops', ['qqxqqz', 'vvwvvw']],
  ])('in %j is ignored, so that the rest finds something', async (text, address, ignored) => {
    expect(await found(text)).toEqual({ address, ignored })
    const state = await understand(text)
    expect(parseListingUrl(listingUrl(state))).toEqual(state)
    expect((await listing(state))?.outOf).toBeGreaterThan(0)
  })

  it.each([
    ['it is the only word', 'qqxqqz'],
    ['all words are unknown', 'qqxqqz vvwvvw'],
    ['only a number or a stop word would remain', 'the qqxqqz 15'],
    ['it is quoted', '"qqxqqz" laptop'],
  ])('is kept if %s: %j', async (_, text) => {
    expect(await found(text)).toEqual({ address: `/search?q=${text.replaceAll(' ', '+')}`, ignored: [] })
  })
})

describe('a product is found by its name, even if its words have another meaning:', () => {
  const given = async (sku: string, name: string, brand = 'Halden') => {
    const { _id } = await givenProduct({ sku, name, brand, category: 'groceries/coffee-tea' })
    await (await searchEngine()).waitFor(new Date())
    return _id
  }

  it.each([
    ['a colour', 'RED-SNEAKERS', 'Red sneakers'],
    ['a brand', 'STRAND-TEA', 'Strand'],
    ['a category', 'LAPTOP-TEA', 'Laptop'],
    ['a price', 'UNDER-5', 'Tea under 5'],
    ['newness', 'NEW-SHOES', 'New shoes'],
  ])('%s', async (_, sku, name) => {
    const before = await meaning(name)
    const id = await given(sku, name)
    const state = await understand(name)
    const found = await listing(state)
    await products().deleteOne({ _id: id })
    await (await searchEngine()).refresh([id.toHexString()])
    expect(before).not.toBe(`/search?q=${name.replaceAll(' ', '+')}`)
    expect(found?.cards.map((card) => card.id)).toContain(id.toHexString())
  })
})

describe('a SKU or a model with a hyphen between numbers is no price', () => {
  beforeAll(async () => {
    await givenProduct({ sku: '42-315', name: 'Wool sock', brand: 'Halden', category: 'groceries/coffee-tea' })
    await givenProduct({ sku: 'PUMP-1', name: 'Pump 81-121', brand: 'Halden', category: 'groceries/coffee-tea' })
    await (await searchEngine()).waitFor(new Date())
  })

  it.each(['42-315', '42–315', 'sneakers 42-315', 'bronze 42-315', '81-121', 'sneakers 81-121'])('%j', async (text) => {
    expect(await understand(text)).toMatchObject({ price: {} })
  })

  it('another range still is one', async () => {
    expect(await understand('sneakers 42-316')).toMatchObject({ price: { min: 4200, max: 31600 } })
  })
})

it.each([
  ['nothing', ''],
  ['spaces', '   '],
  ['a long word', 'x'.repeat(10_000)],
  ['many words', 'red shoes '.repeat(1_000)],
  ['many amounts', 'under 80 '.repeat(1_000)],
  ['quotation marks', '"red "shoes" under"" 80'],
  ['operators', '$gt {"$ne":1} .* (a|b)+ red'],
  ['pictures', '🍋🍋 lemon 👟'],
  ['another direction', 'أحذية حمراء \u202eshoes'],
  ['what is invisible', '\u0000\u0007\u200b'],
  ['special keys', '__proto__ constructor toString'],
])('takes bounded time for %s', async (_, text) => {
  const began = performance.now()
  const state = await understand(text)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(state.q.length).toBeLessThanOrEqual(200)
  expect(await listing(state)).not.toBeNull()
})
