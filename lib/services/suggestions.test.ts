import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liveIndex } from '@/lib/search/live'
import { seed } from '@/prisma/seed'
import { suggest } from './suggestions'

beforeAll(() => seed({ products: 600, orders: 0, now: new Date() }))
afterAll(async () => (await liveIndex()).close())

describe('suggestions', () => {
  it('complete the word, name categories and show products', async () => {
    const found = await suggest('lapt')
    expect(found.completions[0]).toMatchObject({ text: 'laptop', href: '/find?q=laptop' })
    expect(found.categories[0]).toMatchObject({ name: 'Laptops', href: '/c/electronics/laptops' })
    expect(found.products.length).toBeGreaterThan(0)
    expect(found.href).toBe('/find?q=lapt')
  })

  it.each(['$gt', '  ', 'x'.repeat(10_000), '\u0000', '__proto__', 'zzzzqqqq'])('survive %j', async (text) => {
    expect((await suggest(text)).products).toBeInstanceOf(Array)
  })
})
