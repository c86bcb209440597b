import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LooseListing, listingState } from '@/lib/domain/listing/listing'
import { searchEngine } from '@/lib/search/process-engine'
import { seed } from '@/prisma/seed'
import { listing } from './search'
import { understand } from './understanding/understanding'

beforeAll(() => seed({ products: 600, orders: 0, now: new Date() }))
afterAll(async () => (await searchEngine()).close())

const helpFor = async (loose: LooseListing) => (await listing(listingState(loose)))!.help
const hasHits = async (href: string) => {
  const q = new URL(href, 'http://localhost').searchParams.get('q') ?? ''
  return ((await listing(await understand(q)))?.total ?? 0) > 0
}

it('a text that finds nothing leads to fewer of its words, and to shelves that they name', async () => {
  const help = await helpFor({ q: 'qqxqqz sofa' })
  expect(help?.corrections).toEqual([])
  expect(help?.fewer).toEqual([{ text: 'sofa', href: '/find?q=sofa' }])
  expect(help?.categories[0]).toEqual({ name: 'Sofas and chairs', href: '/c/home/furniture/seating' })
  for (const { href } of help!.fewer) expect(await hasHits(href), href).toBe(true)
})

it('words that are spelled too wrongly lead to the right ones', async () => {
  const help = await helpFor({ q: 'head phones' })
  expect(help?.corrections).toEqual([{ text: 'headphones', href: '/find?q=headphones' }])
  expect(await helpFor({ q: 'laptpp qqxqqz' })).toMatchObject({ corrections: [{ text: 'laptop' }], fewer: [] })
})

it('of words that are known, only not together, fewer come first, and what else may be meant after them', async () => {
  const help = await helpFor({ q: 'banana laptop' })
  expect(help).toMatchObject({ isFewerLikelier: true, fewer: [{ text: 'laptop' }, { text: 'banana' }] })
  for (const { text } of help!.corrections) expect(['banana', 'laptop']).not.toContain(text)
  for (const { href } of help!.corrections) expect(await hasHits(href), href).toBe(true)
})

it('while a word is unknown, the others are not spelled otherwise', async () => {
  const help = await helpFor({ q: 'red nike shoes' })
  expect(help).toMatchObject({ isFewerLikelier: false, corrections: [], fewer: [{ text: 'red shoes' }] })
})

it('words that find nothing together are offered one by one', async () => {
  const help = await helpFor({ q: 'laptop qqxqqz banana' })
  expect(help?.fewer.length).toBeGreaterThan(0)
  for (const { href } of help!.fewer) expect(await hasHits(href), href).toBe(true)
})

it('a text that finds nothing on its shelf leads to the whole shop', async () => {
  expect(await helpFor({ q: 'laptop', category: 'groceries/fruit' })).toMatchObject({
    elsewhere: { href: '/search?q=laptop', count: expect.any(Number) },
  })
  expect((await helpFor({ q: 'qqxqqz', category: 'groceries/fruit' }))?.elsewhere).toBeNull()
})

it('where something is found, or only filters are in the way, there is nothing to offer', async () => {
  expect(await helpFor({ q: 'laptop' })).toBeNull()
  expect(await helpFor({ q: 'laptop', price: { max: 1 } })).toBeNull()
  expect(await helpFor({ category: 'groceries/fruit' })).toBeNull()
})

it.each(['qqxqqz', '"qqxqqz sofa"', `${'qz '.repeat(60)}`, '🍋🍋', '$where .* )('])('survives %j', async (q) => {
  const view = await listing(listingState({ q }))
  if (view!.total === 0) expect(view!.help).toMatchObject({ fewer: expect.any(Array), categories: expect.any(Array) })
})
