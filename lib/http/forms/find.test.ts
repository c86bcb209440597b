import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as live from '@/lib/search/process-engine'
import { seed } from '@/prisma/seed'
import { answerFind } from './find'

beforeAll(() => seed({ products: 200, orders: 0, now: new Date() }))
afterAll(async () => (await live.searchEngine()).close())

const ask = (query: string, headers = {}) => answerFind(new Request(`http://localhost/find?${query}`, { headers }))
const leadsTo = async (query: string) => (await ask(query)).headers.get('location')

it('a plain form is redirected, a script gets the address', async () => {
  const address = '/search?in=electronics/laptops&price=..900&asked=laptop+under+900'
  const plain = await ask('q=laptop+under+900')
  expect([plain.status, plain.headers.get('location')]).toEqual([303, address])
  const script = await ask('q=laptop+under+900', { accept: 'application/json' })
  expect([script.status, await script.json()]).toEqual([200, { href: address }])
})

it('requested kinds stay words, and unknown kinds change nothing', async () => {
  expect(await leadsTo('q=laptop&words=category&words=__proto__')).toBe('/search?q=laptop')
})

it.each(['', 'q=', 'q=%20%00', 'words=brand'])('%j leads to the whole shop', async (query) => {
  expect(await leadsTo(query)).toBe('/search')
})

it('a text that is too long leads to a page that says so', async () => {
  expect(await leadsTo(`q=${'x'.repeat(10_000)}`)).toBe(`/search?q=${'x'.repeat(201)}`)
})

it('while search is unavailable, the plain words are searched', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const away = vi.spyOn(live, 'searchEngine').mockRejectedValue(new Error('away'))
  const unasked = '/search?q=laptop+under+901' // answers to earlier queries are kept for a moment
  expect(await leadsTo('q=laptop+under+901')).toBe(unasked)
  away.mockRestore()
  expect(await leadsTo('q=laptop+under+901'), 'the failure is not kept').not.toBe(unasked)
})
