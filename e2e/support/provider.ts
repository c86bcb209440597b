import { expect, type Page, test } from 'playwright/test'

export const PROVIDER = 'Test provider'

/** Who somebody says they are at the test provider. */
export interface Choice {
  email: string
  name?: string
  isVerified?: boolean
  /** Account at the provider, if not the one of the address. */
  account?: string
}

/** Skips a journey in a store that offers no test provider. */
export async function requireProvider(page: Page): Promise<void> {
  await page.goto('/sign-in')
  const isOffered = await page.getByRole('button', { name: PROVIDER }).isVisible()
  test.skip(!isOffered, 'This store offers no test provider: start it with NEXUS_IDENTITY_STAND_IN=true.')
}

/** Chooses on the test provider's page who to be. */
export async function beAtProvider(page: Page, choice: Choice): Promise<void> {
  const { email, name = '', isVerified = true, account = '' } = choice
  await expect(page.getByRole('heading', { name: PROVIDER })).toBeVisible()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('The address is confirmed').setChecked(isVerified)
  await page.getByLabel('Account, if not').fill(account)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs in with the test provider, from wherever the browser is. */
export async function signInAtProvider(page: Page, choice: Choice, to = '/account'): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ to })}`)
  await page.getByRole('button', { name: PROVIDER }).click()
  await beAtProvider(page, choice)
}

/** Connects an account at the test provider with the one that is signed in. */
export async function connectAtProvider(page: Page, choice: Choice): Promise<void> {
  await page.goto('/account/security')
  await page.getByRole('button', { name: `Connect ${PROVIDER}` }).click()
  await beAtProvider(page, choice)
}
