import type { Page } from 'playwright/test'
import { expect } from 'playwright/test'
import { z } from 'zod'
import { appTokensSchema } from '@/lib/contracts/customers/tokens'
import { expectAccessibleOnDevices } from './support/axe'
import { newPerson, PASSWORD, register } from './support/people'
import { test } from './support/test'

const nav = (page: Page) => page.getByRole('navigation', { name: 'Account' })

/** Fills and posts the form of a new token, and returns the token that the next page shows. */
async function makeToken(page: Page): Promise<string> {
  await page.getByLabel('Name').fill('Kitchen screen')
  await page.getByLabel('orders:read').check()
  await page.getByLabel('Ends').selectOption('In a year')
  await page.getByRole('button', { name: 'Make it' }).click()
  await expect(page.getByRole('heading', { name: 'Copy it now' })).toBeVisible()
  return (await page.getByText(/^nxs_/).textContent()) ?? ''
}

test('an API token is made, shown once, and revoked', async ({ page }) => {
  await register(page)
  await page.goto('/account')
  await nav(page).getByRole('link', { name: 'API tokens' }).click()
  await expect(page.getByText('Most people never need one.')).toBeVisible()
  await expectAccessibleOnDevices(page)
  await page.getByRole('link', { name: 'Make a token' }).click()
  await page.getByRole('button', { name: 'Make it' }).click()
  await expect(page.getByText('Please name it, so that you know it later.')).toBeVisible()
  await expect(page.getByText('Please tick at least one.')).toBeVisible()
  await expectAccessibleOnDevices(page)
  const token = await makeToken(page)
  expect(token).toMatch(/^nxs_[0-9A-Za-z]{38}$/)
  await expectAccessibleOnDevices(page)
  for (const { name, value } of await page.context().cookies()) expect(value, name).not.toContain(token)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'It was shown before' })).toBeVisible()
  expect(await page.content()).not.toContain(token)
  await page.getByRole('link', { name: 'To your tokens' }).click()
  await expect(page.getByText(`nxs_…${token.slice(-4)}`)).toBeVisible()
  await expect(page.getByText('Never used.')).toBeVisible()
  expect(await page.content()).not.toContain(token)
  await expectAccessibleOnDevices(page)
  await page.getByRole('button', { name: 'Revoke Kitchen screen' }).click()
  await expect(page.getByText('The token is revoked.')).toBeVisible()
  await expect(page.getByText('No tokens')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('a token is made too, and a refused form keeps what was ticked', async ({ page }) => {
    await register(page)
    await page.goto('/account/tokens/new')
    await page.getByLabel('cart:write').check()
    await page.getByRole('button', { name: 'Make it' }).click()
    await expect(page.getByText('Please name it, so that you know it later.')).toBeVisible()
    await expect(page.getByLabel('cart:write')).toBeChecked()
    await expect(page.getByLabel('Ends')).toHaveValue('90')
    expect(await makeToken(page)).toMatch(/^nxs_/)
    await expect(page.getByRole('button', { name: 'Copy' })).toBeHidden()
  })
})

test('an app signs in, appears among the devices, and ends when it is signed out there', async ({ page, request }) => {
  const person = await register(page, newPerson())
  const post = (path: string, data: object) => request.post(`/api/v1/auth/${path}`, { data })
  const headers = { 'content-type': 'text/plain', origin: 'https://evil.example' }
  const foreign = await request.post('/api/v1/auth/token', { data: '{}', headers })
  expect([foreign.status(), foreign.headers()['access-control-allow-origin']]).toEqual([415, undefined])
  const signedIn = await post('token', { grant: 'password', email: person.email, password: PASSWORD })
  expect(signedIn.headers()['set-cookie']).toBeUndefined()
  const tokens = appTokensSchema.parse(await signedIn.json())
  const refreshed = appTokensSchema.parse(await (await post('refresh', { refreshToken: tokens.refreshToken })).json())
  const keys = await (await request.get('/.well-known/jwks.json')).json()
  expect(z.object({ keys: z.array(z.object({ kid: z.string() })).min(1) }).safeParse(keys).success).toBe(true)
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByText('All your other devices are signed out.')).toBeVisible()
  const ended = await post('refresh', { refreshToken: refreshed.refreshToken })
  expect([ended.status(), ended.headers()['content-type']]).toEqual([401, 'application/problem+json'])
})
