import type { Page } from 'playwright/test'
import { expectAccessibleOnDevices } from './support/axe'
import { joinOffice, mailedLink, newAddress, ownerLink, PASSWORD } from './support/office'
import { expect, test } from './support/test'

test.setTimeout(180_000)

const enter = async (page: Page, email: string) => {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('an owner invites somebody, who sets up a second factor and sees what their role may, and no more', async ({
  page,
  browser,
  baseURL,
  extraHTTPHeaders,
}) => {
  await joinOffice(page, await ownerLink(newAddress()), 'Henrik Sand')
  await page.getByRole('link', { name: 'Staff and roles' }).first().click()
  const email = newAddress()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Role', { exact: true }).last().selectOption({ label: 'Marketing' })
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByText('The invitation is on its way.')).toBeVisible()
  const link = await mailedLink(email)

  const other = await browser.newContext({ ...(baseURL && { baseURL }), ...(extraHTTPHeaders && { extraHTTPHeaders }) })
  const clerk = await other.newPage()
  await joinOffice(clerk, link, 'Jule Brandt')
  await expect(clerk.getByText('See reports')).toBeVisible()
  const nav = clerk.getByRole('navigation', { name: 'Office pages' })
  await expect(nav.getByRole('link')).toHaveText(['Start', 'Security'])
  await nav.getByRole('link', { name: 'Security' }).click()
  await expect(clerk.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible()
  for (const path of ['/admin/staff', '/admin/staff/roles', '/admin/staff/roles/new', '/admin/log']) {
    await clerk.goto(path)
    await expect(clerk.getByRole('heading', { name: 'This page is not yours' })).toBeVisible()
    await expect(clerk.getByText('Henrik Sand')).toHaveCount(0)
  }
  await clerk.goto('/admin')
  await expect(clerk.getByRole('heading', { name: 'Hello, Jule Brandt' })).toBeVisible()
  const invite = { email: newAddress(), roleId: '00000000-0000-4000-8000-000000000000' }
  const forged = await clerk.request.post('/admin/do/invite', { form: invite, headers: { accept: 'application/json' } })
  expect([forged.status(), (await forged.json()).code]).toEqual([403, 'not_allowed'])

  await clerk.goto(link)
  await expect(clerk.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()

  await page.goto('/admin/staff')
  const row = page.getByRole('listitem').filter({ hasText: email })
  await row.getByText('Change Jule Brandt').click()
  await row.getByRole('button', { name: 'Switch off' }).click()
  await expect(row.getByText('Switched off')).toBeVisible()
  await clerk.goto('/admin')
  await expect(clerk).toHaveURL(/\/admin\/sign-in/)
  await other.close()
})

test('a role changes from the next click on, and what one does not hold cannot be ticked', async ({ page }) => {
  await joinOffice(page, await ownerLink(newAddress()), 'Henrik Sand')
  const name = `Reports ${Date.now()}`
  await page.goto('/admin/staff/roles/new')
  await page.getByRole('button', { name: 'Make the role' }).click()
  await expect(page.getByText('Please name the role.')).toBeVisible()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('See reports').check()
  await page.getByRole('button', { name: 'Make the role' }).click()
  await expect(page.getByText('The role is saved.')).toBeVisible()
  await page.getByRole('link', { name: `Change ${name}` }).click()
  await expect(page.getByLabel('See reports')).toBeChecked()
  await expect(page.getByLabel('See orders')).not.toBeChecked()
  await page.getByRole('button', { name: 'Delete the role' }).click()
  await expect(page.getByText('The role is deleted.')).toBeVisible()
})

test('signing in again asks for the second factor, and signing out closes the office', async ({ page }) => {
  const email = newAddress()
  const app = await joinOffice(page, await ownerLink(email), 'Henrik Sand')
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await page.goto('/admin/log')
  await expect(page).toHaveURL(/\/admin\/sign-in\?to=%2Fadmin%2Flog/)
  await enter(page, email)
  await expect(page.getByRole('heading', { name: 'Six digits' })).toBeVisible()
  await page.getByLabel('Six-digit code').fill('000000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.locator('#code-error')).toContainText('run out or is mistyped')
  await page.getByLabel('Six-digit code').fill(app.later())
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'Sign-in log' })).toBeVisible()
  await expect(page.getByText('Office: signed in by password').first()).toBeVisible()
})

test('a reset on the server gives an owner a new way in, and takes the old one', async ({ page }) => {
  const email = newAddress()
  await joinOffice(page, await ownerLink(email), 'Henrik Sand')
  const link = await ownerLink(email, '--reset')
  await joinOffice(page, link, 'Henrik Sand')
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test.describe('without client-side scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('one joins, signs out and comes back with a recovery code, and no passkey is offered', async ({ page }) => {
    const email = newAddress()
    const { codes } = await joinOffice(page, await ownerLink(email), 'Henrik Sand')
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeHidden()
    await enter(page, email)
    await page.getByRole('link', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(codes[0]!.toLowerCase())
    await page.getByRole('button', { name: 'Go in' }).click()
    await expect(page.getByRole('heading', { name: 'Hello, Henrik Sand' })).toBeVisible()
  })
})

test('a passkey is a second factor, and opens the office without a password', async ({ page }) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const device = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...device, isUserVerified: true, automaticPresenceSimulation: true },
  })
  const email = newAddress()
  await page.goto(await ownerLink(email))
  await page.getByLabel('Name').fill('Henrik Sand')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Next: make it safe' }).click()
  await page.getByRole('link', { name: 'A passkey of this device' }).click()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey is added.')).toBeVisible()
  // While presence is simulated, a page with autofill signs in by itself.
  await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false })
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await enter(page, email)
  await expect(page.getByText('Your account opens with its passkey.')).toBeVisible()
  await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: true })
  await page.goto('/admin/sign-in')
  await expect(page.getByRole('heading', { name: 'Hello, Henrik Sand' })).toBeVisible()
})

test('the keyboard is enough', async ({ page }) => {
  const email = newAddress()
  const app = await joinOffice(page, await ownerLink(email), 'Henrik Sand')
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.getByLabel('E-mail').focus()
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Six digits' })).toBeVisible()
  await page.getByLabel('Six-digit code').focus()
  await page.keyboard.type(app.later())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Hello, Henrik Sand' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('link', { name: 'Menu' }).focus()
  await page.keyboard.press('Enter')
  const menu = page.getByRole('dialog', { name: 'Menu' })
  await expect(menu.getByRole('link', { name: 'Staff and roles' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(page.getByRole('link', { name: 'Menu' })).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`axe finds nothing in the office, ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('in front of it and inside, on a phone and on a desk', async ({ page }) => {
      const link = await ownerLink(newAddress())
      for (const path of ['/admin/sign-in', '/admin/invitation?token=x', link]) {
        await page.goto(path)
        await expectFine(page, path)
      }
      await joinOffice(page, link, 'Henrik Sand')
      const inside = [
        '',
        '/staff',
        '/staff/roles',
        '/staff/roles/new',
        '/log',
        '/security',
        '/security/password',
        '/confirm',
      ]
      for (const path of inside) {
        await page.goto(`/admin${path}`)
        await expectFine(page, path)
      }
      await page.goto('/admin/staff')
      await page.getByText('Change Henrik Sand').first().click()
      await expectFine(page, 'with a person open')
    })
  })

async function expectFine(page: Page, path: string): Promise<void> {
  await expectAccessibleOnDevices(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect.soft(overflow, `${path} is wider than a phone`).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('the shop loads no style of the office, and a stranger gets no page of it', async ({ page, request }) => {
  const styles: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('.css')) styles.push(await response.text())
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  expect(styles.length).toBeGreaterThan(0)
  for (const style of styles) expect(style).not.toContain('.rail-in')
  for (const path of [
    '/admin',
    '/admin/staff',
    '/admin/staff/roles/new',
    '/admin/log',
    '/admin/security',
    '/admin/confirm',
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location ?? ''], path).toEqual([307, expect.stringMatching(/sign-in/)])
  }
  const signIn = await request.get('/admin/sign-in')
  expect(signIn.headers()['cache-control']).toContain('no-store')
  expect(signIn.headers()['set-cookie']).toBeUndefined()
})
