import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { APIRequestContext, Browser } from 'playwright/test'
import { block, register } from './support/people'
import { fillCart, fillCheckout, orderButton } from './support/shop'
import { expect, test } from './support/test'

// Who gets which page and route. One that the table does not know fails. What operations behind them admit is in
// lib/operations/matrix.test.ts.

/** Whom an address is for. `everyone` includes addresses that are themselves the proof, such as an order's. */
const RIGHTS: Record<'everyone' | 'customers' | 'staff', string[]> = {
  customers: [
    ...['/account', '/account/addresses', '/account/addresses/edit', '/account/confirm', '/account/data'],
    ...['/account/data/delete', '/account/data/download/[id]', '/account/do/[form]', '/account/orders'],
    ...['/account/orders/[id]/again', '/account/orders/claim', '/account/passkey/[step]', '/account/profile'],
    ...['/account/reviews', '/account/security', '/account/security/app', '/account/security/codes'],
    ...['/account/security/passkey', '/account/security/password'],
    ...['/account/tokens', '/account/tokens/made', '/account/tokens/new', '/account/wishlists'],
    ...['/account/wishlists/[id]', '/account/wishlists/[id]/delete', '/account/wishlists/[id]/edit'],
    ...['/account/wishlists/[id]/share', '/account/wishlists/new', '/account/wishlists/similar'],
  ],
  staff: [
    ...['/admin', '/admin/confirm', '/admin/do/[form]', '/admin/log', '/admin/security', '/admin/security/app'],
    ...['/admin/security/codes', '/admin/security/factor', '/admin/security/passkey'],
    ...['/admin/security/passkey/[step]', '/admin/security/password', '/admin/staff', '/admin/staff/roles'],
    ...['/admin/staff/roles/[id]'],
  ],
  everyone: [
    ...['/.well-known/jwks.json', '/api/me/hearts', '/api/v1/auth/[step]', '/lists/[token]', '/lists/private'],
    ...['/tell-me-when', '/tell-me-when/confirm', '/tell-me-when/do/ask', '/tell-me-when/do/confirm'],
    ...['/unsubscribe', '/unsubscribe/mails', '/wishlist'],
    ...['/admin/invitation', '/admin/sign-in', '/admin/sign-in/code', '/admin/sign-in/do/[form]'],
    ...['/admin/sign-in/passkey/[step]', '/admin/sign-in/recovery'],
    ...['/', '/account-link/do/[form]', '/account-link/email', '/account-link/order', '/api/cart', '/api/cart/quote'],
    ...['/api/health', '/api/internal/expire', '/api/listing', '/api/live', '/api/me', '/api/me/news', '/api/reviews'],
    ...['/api/search', '/c/[...category]', '/cart', '/cart/accept', '/cart/add', '/cart/change', '/cart/remove'],
    ...['/checkout', '/checkout/order', '/collections', '/collections/[...collection]', '/compare', '/deals'],
    ...['/departments', '/dev/mails', '/dev/mails/[id]', '/dev/orders', '/dev/orders/step', '/find', '/help/[page]'],
    ...['/listing', '/new', '/opensearch.xml', '/orders/[id]', '/orders/[id]/review', '/p/[slug]', '/p/[slug]/reviews'],
    ...['/pictures/[name]', '/refused/[why]', '/register', '/register/check', '/register/confirm'],
    ...['/register/do/[form]', '/register/welcome', '/reviews/report', '/reviews/vote', '/search', '/sign-in'],
    ...['/sign-in/code', '/sign-in/do/[form]', '/sign-in/forgot', '/sign-in/joined', '/sign-in/link'],
    ...['/sign-in/new-password', '/sign-in/out', '/sign-in/passkey/[step]', '/sign-in/password', '/sign-in/recovery'],
    ...['/sign-in/sent', '/sitemap.xml', '/sitemap/[part]', '/track', '/track/order', '/withdraw', '/withdraw/check'],
    ...['/withdraw/confirm', '/withdraw/done', '/withdraw/submit', '/api/auth/callback/[provider]'],
  ],
}

const APP = path.resolve('app')
const addresses = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page|route)(\.dev)?\.tsx?$/.test(file))
  .map((file) => `/${path.dirname(file)}`.replace(/\/\([^)]+\)/g, '').replace(/^\/\.$/, '/') || '/')

const GONE = '00000000-0000-4000-8000-000000000000'
const pages = RIGHTS.customers.filter((address) => !/do\/|passkey\/\[|download/.test(address))
const office = RIGHTS.staff.filter((address) => !/do\/|passkey\/\[/.test(address))
const concrete = (address: string) => address.replace('[id]', GONE)

/** Sends the account's forms and steps. Returns the answers' addresses or codes. */
async function writes(request: APIRequestContext) {
  const forms = [
    'name',
    'address',
    'delete-address',
    'export',
    'delete',
    'end-sessions',
    'again',
    'password',
    'make-token',
    'revoke-token',
    'nothing',
  ]
  const answers = await Promise.all(
    forms.map((name) => request.post(`/account/do/${name}`, { form: { name: 'Mallory' }, maxRedirects: 0 })),
  )
  const step = await request.post('/account/passkey/start', { data: {} })
  const download = await request.get(`/account/data/download/${GONE}`, { maxRedirects: 0 })
  return { forms: answers.map((answer) => answer.headers().location), statuses: [step.status(), download.status()] }
}

async function personWithOrder(browser: Browser) {
  const page = await (await browser.newContext()).newPage()
  const person = await register(page)
  await fillCart(page, 1)
  await page.goto('/checkout')
  await fillCheckout(page)
  await orderButton(page).click()
  await page.waitForURL('**/orders/**')
  const orderId = new URL(page.url()).pathname.split('/').pop() ?? ''
  await page.goto('/account/addresses')
  const edit = await page.locator('a[href*="/account/addresses/edit?id="]').first().getAttribute('href')
  return { page, person, orderId, edit: edit ?? '' }
}

test('every page and route is in the matrix', () => {
  expect([...new Set(addresses)].sort()).toEqual(Object.values(RIGHTS).flat().sort())
})

test('nobody who is not signed in sees or changes anything of an account', async ({ request, browser }) => {
  for (const address of pages) {
    const answer = await request.get(concrete(address), { maxRedirects: 0 })
    expect(answer.status(), address).toBe(307)
    expect(answer.headers().location, address).toContain('/sign-in?to=%2Faccount')
  }
  const anonymous = await writes(request)
  for (const location of anonymous.forms.slice(0, -1)) expect(location).toMatch(/^\/sign-in\?to=/)
  expect(anonymous.statuses).toEqual([401, 307])
  // A session that has ended, or never was one.
  const context = await browser.newContext()
  await context.addCookies([{ name: 'shop.sid', value: 'x'.repeat(43), url: test.info().project.use.baseURL }])
  for (const address of pages) {
    const text = await (await context.request.get(concrete(address))).text()
    expect(text, address).toContain('You are signed out')
  }
  expect((await writes(context.request)).statuses).toEqual([401, 401])
  expect(await (await context.request.get('/api/me')).json()).toEqual({ customer: null })
  expect((await context.request.get('/api/me/news')).status()).toBe(401)
  expect((await context.request.get('/api/me/hearts')).status()).toBe(401)
  await context.close()
})

test('nobody but staff sees or changes anything of the office', async ({ request, page, browser }) => {
  for (const address of office) {
    const answer = await request.get(concrete(address), { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location ?? ''], address).toEqual([
      307,
      expect.stringContaining('/admin/sign-in?to=%2Fadmin'),
    ])
  }
  // A customer, also with a cookie that says otherwise.
  await register(page)
  const { value } = (await page.context().cookies()).find(({ name }) => name === 'shop.sid') ?? { value: '' }
  const context = await browser.newContext()
  await context.addCookies([{ name: 'admin.sid', value, url: test.info().project.use.baseURL }])
  for (const api of [request, page.request, context.request]) {
    const headers = { accept: 'application/json' }
    const forms = [
      'invite',
      'change-member',
      'save-role',
      'delete-role',
      'reset-member',
      'switch-member',
      'confirm-totp',
    ]
    for (const name of forms) {
      const answer = await api.post(`/admin/do/${name}`, { form: { userId: GONE }, headers })
      expect(await answer.json(), name).toMatchObject({ ok: true, next: expect.stringContaining('/admin/sign-in') })
    }
    expect((await api.post('/admin/security/passkey/start', { data: {} })).status()).toBe(401)
  }
  for (const address of office)
    expect(await (await context.request.get(concrete(address))).text(), address).not.toContain('rail-in')
  await context.close()
})

test('A can neither see nor change anything of B’s by any id', async ({ page, browser }) => {
  await register(page)
  const b = await personWithOrder(browser)
  const marks = [b.person.email, 'Lange Reihe']
  const reads = [`/account/orders/${b.orderId}/again`, b.edit, `/account/addresses/edit?id=${b.edit.split('id=')[1]}`]
  for (const address of [...reads, '/account', '/account/orders', '/account/addresses', '/account/reviews']) {
    const text = await (await page.request.get(address)).text()
    for (const mark of marks) expect(text, address).not.toContain(mark)
  }
  const id = b.edit.split('id=')[1] ?? ''
  const forms: Record<string, Record<string, string>> = {
    'delete-address': { id },
    address: { id, firstName: 'Mallory', street: 'Elsewhere 1', postcode: '20099', city: 'Hamburg', country: 'DE' },
    again: { orderId: b.orderId },
    'end-session': { sessionId: b.orderId },
  }
  for (const [name, form] of Object.entries(forms))
    expect((await page.request.post(`/account/do/${name}`, { form })).status(), name).toBeLessThan(500)
  await b.page.reload()
  await expect(b.page.locator('.addr:not(.is-new)')).toContainText('Lange Reihe 28')
  await b.page.context().close()
})

test('a person whom staff put on hold is out at once, and is told only after the right password', async ({ page }) => {
  const person = await register(page)
  await block(person.email)
  const text = await (await page.request.get('/account')).text()
  expect(text).toContain('You are signed out')
  const headers = { accept: 'application/json' }
  const attempt = async (password: string) =>
    (await page.request.post('/sign-in/do/password', { form: { email: person.email, password }, headers })).json()
  expect(await attempt('not the password')).toMatchObject({ code: 'wrong_credentials' })
  expect(await attempt(person.password)).toMatchObject({ code: 'on_hold' })
})
