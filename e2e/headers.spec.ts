import { addToCart, announced, openProductInStock } from './support/shop'
import { expect, test } from './support/test'

const STATIC_POLICY =
  "script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"

for (const path of ['/', '/search?q=lamp', '/api/cart', '/pictures/none.webp', '/nothing/here'])
  test(`${path} allows no foreign scripts, no framing and no content sniffing`, async ({ request }) => {
    const headers = (await request.get(path)).headers()
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': STATIC_POLICY })
    expect(headers['permissions-policy']).toContain('camera=()')
  })

test('the address of an order is not sent to other sites', async ({ request }) => {
  const answer = await request.get('/orders/00000000-0000-4000-8000-000000000000')
  expect(answer.status()).toBe(404)
  expect(answer.headers()['referrer-policy']).toBe('same-origin')
})

test('no page may be kept by a shared cache, not even a 404', async ({ request }) => {
  const { products, categories } = await announced(request)
  for (const path of ['/', products[0]!, categories[0]!, '/p/no-such-thing', '/help/delivery', '/robots.txt'])
    expect((await request.get(path)).headers()['cache-control'] ?? '', path).not.toMatch(/s-maxage|stale-while/)
  expect((await request.get(products[0]!)).headers()['cache-control']).toBe('public, max-age=0, must-revalidate')
})

test('what is malformed or changes by itself is asked for again', async ({ request }) => {
  for (const path of ['/%E0%A4%A', '/sitemap.xml', '/sitemap/no-such-part.xml'])
    expect((await request.get(path)).headers()['cache-control'], path).toMatch(/no-store|no-cache/)
})

test('build files are cached for ever', async ({ request }) => {
  const html = await (await request.get('/')).text()
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(html)?.[1]
  expect((await request.get(script!)).headers()['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('a page that redirects has one Location, even the first time, and is revalidated', async ({ request }) => {
  const { categories } = await announced(request)
  const address = `${categories.at(-1)}/~/page=5/sort=price`
  for (const time of ['first', 'second']) {
    const answer = await request.get(address, { maxRedirects: 0 })
    expect([307, 308], time).toContain(answer.status())
    expect(
      answer.headersArray().filter(({ name }) => name.toLowerCase() === 'location'),
      time,
    ).toHaveLength(1)
    expect(answer.headers()['cache-control'], time).toBe('public, max-age=0, must-revalidate')
  }
})

test('no page violates its own policy, and the checkout runs only scripts with its nonce', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000)
  const { products, categories } = await announced(request)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`)
  })
  for (const path of [
    '/',
    categories[0]!,
    products[0]!,
    '/search?q=lamp',
    '/collections',
    '/compare',
    '/track',
    '/cart',
    '/nothing',
  ])
    await page.goto(path, { waitUntil: 'load' })
  await openProductInStock(page)
  await addToCart(page)
  const answer = await page.goto('/checkout', { waitUntil: 'load' })
  const policy = answer!.headers()['content-security-policy']!
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  expect(policy).not.toContain('unsafe-inline')
  expect((await answer!.text()).split(`nonce="${nonce}"`).length, 'scripts with the nonce').toBeGreaterThan(2)
  await page.getByRole('radio', { name: /express/i }).check()
  await expect(page.getByText(/express/i).first()).toBeVisible()
  expect(complaints).toEqual([])
})
