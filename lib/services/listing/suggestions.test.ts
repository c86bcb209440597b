import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchEngine } from '@/lib/search/process-engine'
import { seed } from '@/prisma/seed'
import { listing } from './search'
import { suggest } from './suggestions'
import { understand } from './understanding/understanding'

beforeAll(() => seed({ products: 600, orders: 0, now: new Date() }))
afterAll(async () => (await searchEngine()).close())

describe('suggestions', () => {
  it('complete the word and list categories and products', async () => {
    const found = await suggest('lapt')
    expect(found.completions[0]).toMatchObject({ text: 'laptop', href: '/find?q=laptop' })
    expect(found.categories[0]).toMatchObject({ name: 'Laptops', href: '/c/electronics/laptops' })
    expect(found.products.length).toBeGreaterThan(0)
    expect(found.href).toBe('/find?q=lapt')
  })

  it('keep the words before the one being typed', async () => {
    const { completions } = await suggest('striped t-shi')
    for (const { text } of completions) expect(text).toMatch(/^striped t-/)
    expect((await suggest('quiet lapt')).completions.every(({ text }) => text.startsWith('quiet '))).toBe(true)
  })

  it('show the interpreted results if the text contains a price', async () => {
    const { products, total } = await suggest('red under 50')
    expect(total).toBe((await listing(await understand('red under 50')))?.total)
    expect(products.length).toBeGreaterThan(0)
    for (const { price } of products) expect(price).toBeLessThanOrEqual(5_000)
  })

  it('show the interpreted results if no product has all the words', async () => {
    const { products, total } = await suggest('red shoes under 120')
    expect(products.length).toBeGreaterThan(0)
    expect(total).toBeGreaterThanOrEqual(products.length)
    for (const { price } of products) expect(price).toBeLessThanOrEqual(12_000)
  })

  it('count what the page shows', async () => {
    for (const text of ['sugar free', 'fridge', 'laptop', 'chocolate without nuts'])
      expect((await suggest(text)).total, text).toBe((await listing(await understand(text)))?.total)
  })

  it('leave out what the page has to announce', async () => {
    expect(await suggest('fridge')).toMatchObject({ products: [], categories: [] })
  })

  it.each(['$gt', '  ', 'x'.repeat(10_000), '\u0000', '__proto__', 'zzzzqqqq'])('handle %j', async (text) => {
    expect((await suggest(text)).products).toBeInstanceOf(Array)
  })
})
