import { request as httpRequest } from 'node:http'
import type { Page } from 'playwright/test'
import { expectAccessible } from './support/axe'
import { block, mailTo, newPerson, register, signIn } from './support/people'
import { beAtProvider, connectAtProvider, PROVIDER, requireProvider, signInAtProvider } from './support/provider'
import { expect, test } from './support/test'

const connections = (page: Page) => page.getByRole('region', { name: PROVIDER })
const refusal = (page: Page) => page.locator('.notice-danger')

test.beforeEach(({ page }) => requireProvider(page))

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('somebody new gets an account, and is the same person the next time', async ({ page, browser }) => {
      const { email, name } = newPerson()
      await page.goto('/register')
      await page.getByRole('button', { name: PROVIDER }).click()
      await beAtProvider(page, { email, name })
      await expect(page.getByRole('heading', { name: 'You are in, Ines' })).toBeVisible()
      await page.goto('/account/security')
      await expect(connections(page)).toContainText(email)
      const away = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await signInAtProvider(away, { email, isVerified: false }, '/account/profile')
      await expect(away).toHaveURL(/\/account\/profile$/)
      await expect(away.getByText(email).first()).toBeVisible()
      await away.context().close()
    })

    test('an account with the same address is joined if the provider has confirmed it', async ({ page, browser }) => {
      const person = await register(page)
      const away = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await signInAtProvider(away, { email: person.email.toUpperCase() })
      await expect(away).toHaveURL(/\/account$/)
      await page.goto('/account/security')
      await expect(connections(page).getByRole('button', { name: `Disconnect ${PROVIDER}` })).toBeVisible()
      await away.context().close()
    })

    test('an account with the same address stays as it is if the provider has not confirmed it', async ({
      page,
      browser,
    }) => {
      const person = await register(page)
      const stranger = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await signInAtProvider(stranger, { email: person.email, isVerified: false }, '/cart')
      await expect(refusal(stranger)).toContainText(
        `${PROVIDER} could not sign you in. An account with this address is here already, and ${PROVIDER} has not ` +
          `confirmed that the address is yours. Sign in with your e-mail once, then connect ${PROVIDER} under Security.`,
      )
      await expect(stranger.getByLabel('E-mail')).toHaveValue(person.email)
      if (javaScriptEnabled) await expectAccessible(stranger)
      await stranger.goto('/account')
      await expect(stranger).toHaveURL(/\/sign-in/)
      await page.goto('/account/security')
      await expect(connections(page).getByRole('button', { name: `Connect ${PROVIDER}` })).toBeVisible()
      await stranger.context().close()
    })

    test('an address that is not confirmed is confirmed by mail before there is an account', async ({ page }) => {
      const { email, name } = newPerson()
      await signInAtProvider(page, { email, name, isVerified: false })
      await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
      const { subject } = await mailTo(email, /\d{3} ?\d{3}/)
      await page.getByLabel('Six-digit code').fill(subject.replace(/\D/g, '').slice(0, 6))
      await page.getByRole('button', { name: 'Confirm' }).click()
      await expect(page.getByRole('heading', { name: 'You are in, Ines' })).toBeVisible()
      await page.goto('/account/security')
      await expect(connections(page)).toContainText(email)
    })

    test('somebody connects an account with another address, signs in with it, and disconnects it', async ({
      page,
      browser,
    }) => {
      const person = await register(page)
      const elsewhere = newPerson().email
      await connectAtProvider(page, { email: elsewhere })
      await expect(page.getByText('It is connected.')).toBeVisible()
      await expect(connections(page)).toContainText(elsewhere)
      const away = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await signInAtProvider(away, { email: elsewhere }, '/account/profile')
      await expect(away.getByText(person.email).first()).toBeVisible()
      await away.context().close()
      await page.getByRole('button', { name: `Disconnect ${PROVIDER}` }).click()
      await expect(page.getByText('It is disconnected')).toBeVisible()
      await expect(connections(page)).not.toContainText(elsewhere)
    })
  })

test('an account of somebody else is not taken over', async ({ page, browser }) => {
  const theirs = newPerson().email
  const other = await (await browser.newContext()).newPage()
  await signInAtProvider(other, { email: theirs })
  await expect(other.getByRole('heading', { name: /^You are in/ })).toBeVisible()
  await register(page)
  await connectAtProvider(page, { email: theirs })
  await expect(refusal(page)).toContainText(`${PROVIDER} was not connected. Somebody else signs in with it here.`)
  await expect(connections(page).getByRole('button', { name: `Connect ${PROVIDER}` })).toBeVisible()
  await signInAtProvider(await (await browser.newContext()).newPage(), { email: theirs })
  await other.goto('/account/security')
  await expect(connections(other)).toContainText(theirs)
  await other.context().close()
})

test('somebody who signs out on the way to the provider connects nothing', async ({ page, context }) => {
  const person = await register(page)
  await page.goto('/account/security')
  await page.getByRole('button', { name: `Connect ${PROVIDER}` }).click()
  await expect(page.getByRole('heading', { name: PROVIDER })).toBeVisible()
  const beside = await context.newPage()
  await beside.goto('/sign-in')
  await beside.getByRole('button', { name: 'Sign out' }).last().click()
  await expect(beside.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await signIn(beside, person)
  await expect(beside).toHaveURL(/\/account$/)
  await beAtProvider(page, { email: newPerson().email })
  await expect(refusal(page)).toContainText('You have signed out or in since you started that.')
  await expect(connections(page).getByRole('button', { name: `Connect ${PROVIDER}` })).toBeVisible()
})

test('the last way in cannot be disconnected', async ({ page }) => {
  const { email } = newPerson()
  await signInAtProvider(page, { email })
  await expect(page.getByRole('heading', { name: /^You are in/ })).toBeVisible()
  await page.goto('/account/security')
  await page.getByRole('button', { name: `Disconnect ${PROVIDER}` }).click()
  await expect(refusal(page)).toContainText('This is your last way to sign in, so it was not removed.')
  await expect(connections(page)).toContainText(email)
  await expectAccessible(page)
})

test('six digits are asked for after a provider', async ({ page, browser }) => {
  const { TOTP, Secret } = await import('otpauth')
  const { email } = newPerson()
  await signInAtProvider(page, { email })
  await expect(page.getByRole('heading', { name: /^You are in/ })).toBeVisible()
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Switch on' }).click()
  const secret = (await page.locator('.secret').textContent())?.replace(/\s/g, '') ?? ''
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  await page.getByLabel('Six-digit code').fill(app.generate())
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.locator('.codes li')).toHaveCount(10)
  const code = (await page.locator('.codes li').first().textContent()) ?? ''
  const away = await (await browser.newContext()).newPage()
  await signInAtProvider(away, { email }, '/account/profile')
  await expect(away.getByRole('heading', { name: 'Six digits, please' })).toBeVisible()
  await away.goto('/account')
  await expect(away).toHaveURL(/\/sign-in/)
  await signInAtProvider(away, { email }, '/account/profile')
  await away.getByRole('link', { name: 'Use a recovery code' }).click()
  await away.getByLabel('Recovery code').fill(code)
  await away.getByRole('button', { name: 'Confirm' }).click()
  await expect(away).toHaveURL(/\/account\/profile$/)
  await away.context().close()
})

test('a person whom staff put on hold is refused after the provider, with the reason', async ({ page, browser }) => {
  const { email } = newPerson()
  await signInAtProvider(page, { email })
  await expect(page.getByRole('heading', { name: /^You are in/ })).toBeVisible()
  await block(email)
  const away = await (await browser.newContext()).newPage()
  await signInAtProvider(away, { email })
  await expect(refusal(away)).toContainText('This account is on hold.')
  await away.goto('/account')
  await expect(away).toHaveURL(/\/sign-in/)
  await away.context().close()
})

test('who turns back at the provider is told so, and goes on with another way', async ({ page }) => {
  await page.goto('/sign-in?to=/cart')
  await page.getByRole('button', { name: PROVIDER }).click()
  await page.getByRole('button', { name: 'Turn back' }).click()
  await expect(refusal(page)).toContainText(`${PROVIDER} could not sign you in. You turned back`)
  await expect(page.locator('input[name=to]').first()).toHaveValue('/cart')
})

/** Visits the provider, and stops before the browser brings the answer back. Returns the address of the answer. */
async function answerFor(page: Page, email: string): Promise<string> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: PROVIDER }).click()
  await expect(page.getByRole('heading', { name: PROVIDER })).toBeVisible()
  const chosen = new URL(page.url())
  chosen.searchParams.set('email', email)
  chosen.searchParams.set('isVerified', 'yes')
  const response = await page.request.get(chosen.href, { maxRedirects: 0 })
  return response.headers().location ?? ''
}

test('an answer counts in the browser that asked for it, and once', async ({ page, context, browser }) => {
  const { email } = newPerson()
  const answer = await answerFor(page, email)
  const thief = await (await browser.newContext()).newPage()
  await thief.goto(answer)
  await expect(refusal(thief)).toContainText('has been used, is too old, or was started in another browser')
  await thief.context().close()
  const before = await context.cookies()
  await page.goto(answer)
  await expect(page.getByRole('heading', { name: /^You are in/ })).toBeVisible()
  await context.clearCookies()
  await context.addCookies(before)
  await page.goto(answer)
  await expect(refusal(page)).toContainText('has been used, is too old, or was started in another browser')
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('an answer with another state is refused, and the visit goes on', async ({ page }) => {
  const answer = new URL(await answerFor(page, newPerson().email))
  const state = answer.searchParams.get('state') ?? ''
  for (const wrong of ['', 'made up', `${state}x`]) {
    answer.searchParams.set('state', wrong)
    await page.goto(answer.href)
    await expect(refusal(page)).toContainText('has been used, is too old, or was started in another browser')
  }
  answer.searchParams.set('state', state)
  await page.goto(answer.href)
  await expect(page.getByRole('heading', { name: /^You are in/ })).toBeVisible()
})

test('broken cookies of the library harm nothing', async ({ page, context, baseURL }) => {
  const names = ['authjs.callback-url', 'authjs.session-token', 'authjs.csrf-token', 'authjs.state']
  await context.addCookies(names.map((name) => ({ name, value: 'javascript:%00%', url: baseURL ?? '' })))
  await signInAtProvider(page, { email: newPerson().email })
  await expect(page.getByRole('heading', { name: /^You are in/ })).toBeVisible()
})

test('nobody is led to another site after signing in', async ({ page, baseURL }) => {
  const { email } = newPerson()
  await signInAtProvider(page, { email })
  await expect(page.getByRole('heading', { name: /^You are in/ })).toBeVisible()
  for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
    await page.context().clearCookies()
    await page.goto('/sign-in')
    const form = page.locator('form:has(input[name=provider])')
    await form.locator('input[name=to]').evaluate((input: HTMLInputElement, value) => {
      input.value = value
    }, to)
    await form.getByRole('button').click()
    await beAtProvider(page, { email })
    await expect(page).toHaveURL(`${baseURL}/account`)
  }
})

/** Posts the form that leads to the provider, with headers of any kind. Returns the page that leads on. */
function postStart(baseURL: string, headers: Record<string, string>): Promise<string> {
  const { hostname, port } = new URL(baseURL)
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      ...{ hostname, port, path: '/sign-in/do/provider', method: 'POST' },
      headers: { ...type, ...headers },
    })
    request.on('error', reject).on('response', async (response) => {
      resolve(Buffer.concat(await response.toArray()).toString())
    })
    request.end('provider=oidc&to=/cart')
  })
}

test('the address to come back to is that of the shop, whatever host a request names', async ({ baseURL }) => {
  const own = `redirect_uri=${encodeURIComponent(`${baseURL}/api/auth/callback/oidc`)}`
  const hosts: Record<string, string>[] = [
    {},
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { forwarded: 'host=evil.example' },
  ]
  for (const headers of hosts) {
    const page = await postStart(baseURL ?? '', { 'x-forwarded-for': '198.18.7.7', ...headers })
    expect(page, JSON.stringify(headers)).toContain(own)
    expect(page).not.toContain('evil.example')
  }
})

test('the form of another site leads to no provider', async ({ request }) => {
  for (const path of ['/sign-in/do/provider', '/account/do/connect']) {
    const form = { provider: 'oidc' }
    const response = await request.post(path, { form, headers: { 'sec-fetch-site': 'cross-site' } })
    expect(response.status(), path).toBe(403)
  }
})

test('a provider that is not offered is none', async ({ page, request }) => {
  await expect(page.getByRole('button', { name: 'GitHub' })).toHaveCount(0)
  for (const id of ['github', 'credentials', '__proto__'])
    expect((await request.get(`/api/auth/callback/${id}?code=x&state=x`)).status(), id).toBe(404)
  const response = await request.post('/sign-in/do/provider', { form: { provider: 'github' }, maxRedirects: 0 })
  expect(response.headers().location).toMatch(/^\/sign-in\?sent=/)
})
