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

it('a text without results suggests shorter texts and categories named in it', async () => {
  const help = await helpFor({ q: 'qqxqqz sofa' })
  expect(help?.corrections).toEqual([])
  expect(help?.fewer).toEqual([{ text: 'sofa', href: '/find?q=sofa' }])
  expect(help?.categories[0]).toEqual({ name: 'Sofas and chairs', href: '/c/home/furniture/seating' })
  for (const { href } of help!.fewer) expect(await hasHits(href), href).toBe(true)
})

it('badly misspelled words are corrected', async () => {
  const help = await helpFor({ q: 'hedphnes' })
  expect(help?.corrections).toEqual([{ text: 'headphones', href: '/find?q=headphones' }])
  expect(await helpFor({ q: 'laptpp qqxqqz' })).toMatchObject({ corrections: [{ text: 'laptop' }], fewer: [] })
})

it('known words that do not occur together suggest shorter texts first, then corrections', async () => {
  const help = await helpFor({ q: 'banana laptop' })
  expect(help).toMatchObject({ isFewerLikelier: true, fewer: [{ text: 'laptop' }, { text: 'banana' }] })
  for (const { text } of help!.corrections) expect(['banana', 'laptop']).not.toContain(text)
  for (const { href } of help!.corrections) expect(await hasHits(href), href).toBe(true)
})

it('known words are not corrected while another word is unknown', async () => {
  const help = await helpFor({ q: 'red nike shoes' })
  expect(help).toMatchObject({ isFewerLikelier: false, corrections: [], fewer: [{ text: 'red shoes' }] })
})

it('words that find nothing together are suggested one by one', async () => {
  const help = await helpFor({ q: 'laptop qqxqqz banana' })
  expect(help?.fewer.length).toBeGreaterThan(0)
  for (const { href } of help!.fewer) expect(await hasHits(href), href).toBe(true)
})

it('a text without results in a category suggests the whole shop', async () => {
  expect(await helpFor({ q: 'laptop', category: 'groceries/fruit' })).toMatchObject({
    elsewhere: { href: '/search?q=laptop', count: expect.any(Number) },
  })
  expect((await helpFor({ q: 'qqxqqz', category: 'groceries/fruit' }))?.elsewhere).toBeNull()
})

it('there are no suggestions if something is found, or if only filters exclude it', async () => {
  expect(await helpFor({ q: 'laptop' })).toBeNull()
  expect(await helpFor({ q: 'laptop', price: { max: 1 } })).toBeNull()
  expect(await helpFor({ category: 'groceries/fruit' })).toBeNull()
})

it.each(['qqxqqz', '"qqxqqz sofa"', `${'qz '.repeat(60)}`, '🍋🍋', '$where .* )('])('handles %j', async (q) => {
  const view = await listing(listingState({ q }))
  if (view!.total === 0) expect(view!.help).toMatchObject({ fewer: expect.any(Array), categories: expect.any(Array) })
})
