import type { APIRequestContext } from 'playwright/test'
import { linkIn, mailsTo, mailTo, newPerson, register, signIn } from './support/people'
import { addressFor, expect, test } from './support/test'

const post = (request: APIRequestContext, path: string, form: Record<string, string>, headers = {}) =>
  request.post(path, { form, headers, maxRedirects: 0 })

test('a password longer than any form is refused before it is read', async ({ request }) => {
  for (const path of ['/sign-in/do/password', '/register/do/start', '/sign-in/do/reset']) {
    const answer = await post(request, path, { email: 'ines@example.com', name: 'x', password: 'a'.repeat(100_000) })
    expect(answer.status(), path).toBe(413)
  }
  const answer = await request.post('/sign-in/passkey/finish', { data: { response: 'a'.repeat(100_000) } })
  expect(answer.status()).toBe(413)
})

test('nonsense in a form or a passkey’s answer is refused in words, never with a server error', async ({ request }) => {
  const nonsense = ['', '\u0000', '__proto__', 'a'.repeat(2_999), "' OR 1=1 --", 'İ@İ.İ', '[object Object]']
  for (const form of ['continue', 'password', 'link', 'open', 'forgot', 'reset', 'code', 'recovery', 'nothing'])
    for (const text of nonsense) {
      const fields = {
        email: text,
        password: text,
        token: text,
        challengeId: text,
        code: text,
        recoveryCode: text,
        to: text,
      }
      expect(
        (await post(request, `/sign-in/do/${form}`, fields)).status(),
        `${form} ${text.slice(0, 20)}`,
      ).toBeLessThan(500)
    }
  for (const data of [
    'x',
    {},
    { challengeId: 'x' },
    { challengeId: crypto.randomUUID(), response: { id: '__proto__' } },
  ])
    for (const step of ['start', 'finish', 'constructor'])
      expect((await request.post(`/sign-in/passkey/${step}`, { data })).status()).toBeLessThan(500)
})

test('signing in leads only to pages of this shop', async ({ page, request }) => {
  const person = await register(page)
  const wanted = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/%2f%2fevil.example',
    '/\t/evil.example',
  ]
  for (const to of wanted) {
    const answer = await post(request, '/sign-in/do/password', { ...person, to, stay: 'no' })
    expect(answer.status()).toBe(303)
    const { host } = new URL(answer.headers().location ?? '', page.url())
    expect(host, to).toBe(new URL(page.url()).host)
  }
})

test('links in mails lead to this shop, whatever host the request names', async ({ page, request }) => {
  const person = await register(page)
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' }
  await post(request, '/sign-in/do/forgot', { email: person.email }, headers)
  const mail = await mailTo(person.email, /new password/i)
  expect(mail.text + mail.html).not.toContain('evil.example')
  expect(linkIn(mail, '/sign-in/new-password')).toContain('token=')
})

test('a session that somebody planted before the sign-in is worth nothing after it', async ({
  page,
  context,
  browser,
}) => {
  const person = await register(page)
  const planted = 'A'.repeat(43)
  const away = await browser.newContext()
  const url = new URL(page.url()).origin
  await away.addCookies([{ name: 'shop.sid', value: planted, url }])
  const tab = await away.newPage()
  await signIn(tab, person)
  await expect(tab).toHaveURL(/\/account$/)
  const cookies = await away.cookies()
  const sid = cookies.find(({ name }) => name === 'shop.sid')
  expect(sid).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(sid?.value).not.toBe(planted)
  const first = (await context.cookies()).find(({ name }) => name === 'shop.sid')
  expect(sid?.value).not.toBe(first?.value)
  await away.close()
})

test('a form of another site is refused', async ({ request }) => {
  for (const path of ['/sign-in/do/password', '/sign-in/do/sign-out', '/account/do/name', '/register/do/start']) {
    const answer = await post(request, path, {}, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
    expect(answer.status(), path).toBe(403)
  }
})

test('who tries passwords is stopped, and cannot lock the owner out', async ({ page, playwright, baseURL }) => {
  const person = await register(page)
  const headers = { 'x-forwarded-for': addressFor(`attacker of ${person.email}`) }
  const attacker = await playwright.request.newContext({ baseURL, extraHTTPHeaders: headers })
  const said: string[] = []
  for (let attempt = 0; attempt < 7; attempt++) {
    const answer = await attacker.post('/sign-in/do/password', {
      form: { email: person.email, password: `guess number ${attempt}` },
      headers: { accept: 'application/json' },
    })
    said.push(String((await answer.json()).code))
  }
  expect(said.slice(0, 5)).toEqual(Array(5).fill('wrong_credentials'))
  expect(said.slice(5)).toEqual(['too_many_requests', 'too_many_requests'])
  const right = await attacker.post('/sign-in/do/password', {
    form: { ...person },
    headers: { accept: 'application/json' },
  })
  expect(right.status()).toBe(429)
  await attacker.dispose()
  await page.getByRole('link', { name: 'See my account' }).click()
  await page.getByRole('navigation', { name: 'Account' }).getByRole('button', { name: 'Sign out' }).click()
  await signIn(page, person)
  await expect(page).toHaveURL(/\/account$/)
})

test('an address is never told to have an account by a reset, and each gets one mail', async ({ page, request }) => {
  const person = await register(page)
  const unknown = newPerson()
  const answers: unknown[] = []
  for (const email of [person.email, unknown.email]) {
    const headers = { accept: 'application/json' }
    const answer = await request.post('/sign-in/do/forgot', { form: { email }, headers })
    const { values: _, ...rest } = await answer.json()
    answers.push([answer.status(), rest])
  }
  expect(answers[0]).toEqual(answers[1])
  await mailTo(unknown.email, /No account/i)
  expect(await mailsTo(unknown.email)).toHaveLength(1)
})
