import { announced } from './support/shop'
import { expect, test } from './support/test'

const NONSENSE = [
  `/search?q=${'x'.repeat(10_000)}`,
  '/search?page=-1',
  '/search?page=1e9',
  '/search?page=abc',
  '/search?$gt=1',
  '/search?ram[$ne]=1',
  '/search?a.b=1&__proto__=1&constructor=1',
  '/search?toString=1&constructor=1',
  '/search?q=a&q=b',
  '/search?q=%E0%A4%A',
  '/search?q=%00%F0%9F%8D%8B',
  '/search?in=../../etc/passwd',
  '/search?in=electronics&in=home',
  '/search?price=100..1',
  '/search?price=-1..NaN',
  `/search?${Array.from({ length: 200 }, (_, i) => `brand=b${i}`).join('&')}`,
  '/search?sort=__proto__',
  '/c/%E0%A4%A',
  '/c/electronics/~/__proto__=1',
  '/c/electronics/~/page=-1',
  '/c/electronics/~/page=1e9',
  '/c/electronics/~/sort=$gt',
  '/c/electronics/~/~/~',
  '/c/..%2f..%2fetc',
  '/p/%E0%A4%A',
  '/p/$gt',
  `/p/${'x'.repeat(3_000)}`,
  '/orders/abc',
  '/orders/%00',
  '/orders/00000000-0000-4000-8000-000000000000',
  '/help/__proto__',
  '/pictures/..%2f..%2fsecret.webp',
  '/pictures/%00.webp',
  '/api/live?product=$gt',
  '/api/live',
  '/api/live?product=000000000000000000000000',
  '/api/search?q=',
  `/api/search?q=${'x'.repeat(10_000)}`,
  '/api/search?q[]=1&q=2',
]

for (const path of NONSENSE)
  test(`${path.slice(0, 60)} never gets a server error`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 5 })
    expect(response.status(), await response.text().then((text) => text.slice(0, 300))).toBeLessThan(500)
  })

test('a very long word wraps instead of widening the page', async ({ page }) => {
  await page.goto(`/search?q=${'x'.repeat(190)}`)
  await expect(page.getByRole('heading', { name: /^Nothing called “xx/ })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
})

test('an unknown filter in the address leads to a page without errors', async ({ page }) => {
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto('/search?in=electronics/laptops&nosuch=1')
  await expect(page.getByText(/what is no filter here: nosuch=1/)).toBeVisible()
  expect(errors).toEqual([])
})

test('pages that do not exist answer 404', async ({ request }) => {
  for (const path of [
    '/p/no-such-product',
    '/c/no/such/category',
    '/c/electronics/~/nokey=1',
    '/help/nothing',
    '/orders/00000000-0000-4000-8000-000000000000',
    '/nowhere',
  ])
    expect((await request.get(path)).status(), path).toBe(404)
})

for (const [quantity, most] of [
  ...['0', '-1', '1e9', '1.5', 'abc', '', '１'].map((text) => [text, 1] as const),
  ['99999999999', 99] as const,
])
  test(`a quantity of "${quantity}" adds at most ${most} to the cart`, async ({ page }) => {
    const { products } = await announced(page.request)
    await page.goto(products[0]!)
    const sku = await page.locator('input[name="sku"]').first().inputValue()
    const origin = new URL(page.url()).origin
    const response = await page.request.post('/cart/add', {
      form: { sku, quantity },
      headers: { origin, 'sec-fetch-site': 'same-origin' },
    })
    expect(response.status()).toBeLessThan(500)
    const { count } = await (await page.request.get('/api/cart')).json()
    expect(count).toBeLessThanOrEqual(most)
  })

test('a form on another site adds nothing to the cart, and a page of the shop says so', async ({ page, request }) => {
  const response = await request.post('/cart/add', {
    form: { sku: 'ANY', quantity: '1' },
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  })
  expect(response.status()).toBe(403)
  await page.setContent(await response.text())
  await expect(page.getByRole('heading', { level: 1, name: 'That came from another site' })).toBeVisible()
  await expect(page.getByRole('contentinfo')).toBeVisible()
})

test('an edited cart cookie means an empty cart', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'nexus-cart', value: 'edited.by.someone', url: baseURL! }])
  const response = await page.goto('/cart')
  expect(response?.status()).toBe(200)
  await expect(page.locator('main')).toContainText('Nothing in here yet')
})

test('tags can be expired only by the server itself', async ({ request }) => {
  for (const authorization of ['', 'Bearer wrong'])
    expect((await request.post('/api/internal/expire', { headers: { authorization }, data: {} })).status()).toBe(401)
})
