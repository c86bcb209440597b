import type { APIRequestContext } from 'playwright/test'
import { announced } from './support/shop'
import { announcedPaths } from './support/sitemap'
import { expect, test } from './support/test'

// Pages with a `noindex` tag. Crawlers must be allowed to read them, or they would not see the tag.
const UNLISTED = ['/search?q=lamp', '/cart', '/checkout', '/compare', '/compare?p=a,b', '/search?price=..20']

const read = async (request: APIRequestContext, path: string) => (await request.get(path)).text()
const isNoindex = (html: string) => /<meta name="robots" content="[^"]*noindex/.test(html)
const canonicalOf = (html: string) => /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1]

test('every sitemap in the index has at most 50,000 distinct addresses', async ({ request }) => {
  const paths = await announcedPaths((path) => read(request, path))
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths).toEqual(expect.arrayContaining(['/', '/help/imprint']))
  expect((await request.get('/sitemap/products-99.xml')).status()).toBe(404)
})

test('a page in a sitemap may be indexed under that address', async ({ request }) => {
  const { products, categories } = await announced(request)
  for (const path of [
    '/',
    '/deals',
    '/help/imprint',
    products[0]!,
    products.at(-1)!,
    categories[0]!,
    categories.at(-1)!,
  ]) {
    const html = await read(request, path)
    expect(isNoindex(html), path).toBe(false)
    expect(new URL(canonicalOf(html)!).pathname, path).toBe(path)
  }
})

test('a page that must not be indexed may be crawled, and has no other canonical address', async ({ request }) => {
  const robots = await read(request, '/robots.txt')
  expect(robots).not.toMatch(/^Disallow: *\S/im)
  expect(robots).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/im)
  const { products } = await announced(request)
  for (const path of [...UNLISTED, `${products[0]}/reviews`]) {
    const html = await read(request, path)
    expect(isNoindex(html), path).toBe(true)
    expect(canonicalOf(html), path).toBeUndefined()
  }
})

test('a search equal to a path listing is indexed under that path', async ({ request }) => {
  const { categories } = await announced(request)
  const html = await read(request, `/search?in=${categories[0]!.replace('/c/', '')}`)
  expect(isNoindex(html)).toBe(false)
  expect(new URL(canonicalOf(html)!).pathname).toBe(categories[0])
})

test('JSON endpoints are not indexed', async ({ request }) => {
  for (const path of ['/api/cart', '/api/search?q=lamp', '/api/live'])
    expect((await request.get(path)).headers()['x-robots-tag'], path).toBe('noindex')
})
