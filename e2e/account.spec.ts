import type { Page } from 'playwright/test'
import { expectAccessible } from './support/axe'
import { linkIn, mailsTo, mailTo, newPerson, register, signIn } from './support/people'
import { addToCart, fillCart, fillCheckout, openProductInStock, orderButton, quantityField } from './support/shop'
import { expect, test } from './support/test'

const who = (page: Page) => page.getByRole('button', { name: /account/i }).first()

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('somebody registers, orders, and finds the order in the account', async ({ page }) => {
      const person = await register(page)
      await openProductInStock(page)
      await page.locator('main:visible').getByRole('button', { name: 'Add to cart' }).first().click()
      if (javaScriptEnabled) await expect(page.getByRole('dialog', { name: /cart/i })).toBeVisible()
      await page.goto('/checkout')
      await fillCheckout(page)
      await orderButton(page).click()
      await page.waitForURL('**/orders/**')
      await page.goto('/account')
      await expect(page.getByText(/With you/).first()).toBeVisible()
      await page.getByRole('navigation', { name: 'Account' }).getByRole('link', { name: 'Orders' }).click()
      await expect(page.locator('main:visible').getByRole('listitem').filter({ hasText: 'NX-' })).toHaveCount(1)
      expect((await mailsTo(person.email)).length).toBeGreaterThan(0)
    })

    test('a link in a mail signs in only once its button is pressed', async ({ page, browser }) => {
      const person = await register(page)
      const other = await browser.newContext({ javaScriptEnabled })
      const away = await other.newPage()
      await away.goto('/sign-in')
      await away.getByLabel('E-mail').fill(person.email)
      await away.getByRole('button', { name: 'Continue' }).click()
      await away.getByRole('button', { name: 'Mail me a link instead' }).click()
      await expect(away.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
      const link = linkIn(await mailTo(person.email, /link/i), '/sign-in/link')
      for (let scan = 0; scan < 2; scan++) expect((await away.request.get(link)).status()).toBe(200)
      await away.goto(link)
      await away.getByRole('button', { name: 'Sign in' }).click()
      await expect(away).toHaveURL(/\/account$/)
      await away.goto(link)
      await expect(away.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
      await other.close()
    })
  })

test('an address with an account gets the same answer as one without, and one mail', async ({ page, browser }) => {
  const person = await register(page)
  const before = (await mailsTo(person.email)).length
  const stranger = await (await browser.newContext()).newPage()
  for (const email of [person.email, newPerson().email]) {
    await stranger.goto('/register')
    await stranger.getByLabel('E-mail').fill(email)
    await stranger.getByLabel('Your name').fill('Somebody')
    await stranger.getByLabel('Password', { exact: true }).fill('another staple paper')
    await stranger.getByRole('button', { name: 'Make my account' }).click()
    await expect(stranger.getByText(`We sent six digits and a link to ${email}`)).toBeVisible()
  }
  await mailTo(person.email, /already/)
  expect(await mailsTo(person.email)).toHaveLength(before + 1)
  await stranger.context().close()
})

test('the wrong password is refused in the same words for every address', async ({ page, browser }) => {
  const person = await register(page)
  const stranger = await (await browser.newContext()).newPage()
  const said: (string | null)[] = []
  for (const email of [person.email, newPerson().email]) {
    await signIn(stranger, { email, name: '', password: 'not the password' })
    said.push(await stranger.locator('.notice-danger').textContent())
    await expect(stranger.getByText(email)).toBeVisible()
  }
  expect(said[0]).toContain('E-mail and password do not match.')
  expect(said[1]).toBe(said[0])
  await stranger.context().close()
})

test('a guest’s cart joins the account’s, and nothing is left after signing out', async ({ page, browser }) => {
  const person = await register(page)
  const [first = ''] = await fillCart(page, 1)
  const guest = await (await browser.newContext()).newPage()
  await openProductInStock(guest)
  await addToCart(guest)
  await quantityField(guest, first).fill('2')
  await quantityField(guest, first).press('Enter')
  await openProductInStock(guest, 1)
  await addToCart(guest)
  await signIn(guest, person, '/cart')
  await expect(guest).toHaveURL(/\/cart$/)
  await expect(quantityField(guest)).toHaveCount(2)
  await expect(quantityField(guest, first)).toHaveValue('2')
  await page.goto('/cart')
  await expect(quantityField(page)).toHaveCount(2)
  await guest.goto('/')
  await expect(guest.getByRole('button', { name: `Account of ${person.name}` })).toBeVisible()
  await guest.getByRole('button', { name: `Account of ${person.name}` }).click()
  await guest.getByRole('button', { name: 'Sign out' }).click()
  await expect(guest.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await guest.goto('/cart')
  await expect(quantityField(guest)).toHaveCount(0)
  await guest.goto('/account')
  await expect(guest).toHaveURL(/\/sign-in\?to=%2Faccount$/)
  await guest.goBack()
  await expect(guest.getByText(person.email)).toHaveCount(0)
  await guest.context().close()
})

test('six digits from an app are asked for after the password, and a recovery code once', async ({ page, browser }) => {
  const { TOTP, Secret } = await import('otpauth')
  const person = await register(page)
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Switch on' }).click()
  const secret = (await page.locator('.secret').textContent())?.replace(/\s/g, '') ?? ''
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  await page.getByLabel('Six-digit code').fill('000000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText(/run out or is mistyped/)).toBeVisible()
  await page.getByLabel('Six-digit code').fill(app.generate())
  await page.getByRole('button', { name: 'Confirm' }).click()
  const codes = await page.locator('.codes li').allTextContents()
  expect(codes).toHaveLength(10)
  await expectAccessible(page)
  const away = await (await browser.newContext()).newPage()
  await signIn(away, person)
  await expect(away.getByRole('heading', { name: 'Six digits, please' })).toBeVisible()
  await away.goto('/account')
  await expect(away).toHaveURL(/\/sign-in/)
  await signIn(away, person)
  await away.getByRole('link', { name: 'Use a recovery code' }).click()
  await away.getByLabel('Recovery code').fill(codes[0]!.toLowerCase().replace('-', ' '))
  await away.getByRole('button', { name: 'Confirm' }).click()
  await expect(away).toHaveURL(/\/account$/)
  await mailTo(person.email, /recovery code/i)
  await page.goto('/account/security')
  await expect(page.getByText('9 of 10 recovery codes left')).toBeVisible()
  await away.context().close()
})

test('a passkey signs in with one press, and again by autofill', async ({ page }) => {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await register(page)
  await page.goto('/account/security')
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of this passkey').fill('Blue key')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey is added.')).toBeVisible()
  await expect(page.getByText('Blue key')).toBeVisible()
  await page.getByRole('navigation', { name: 'Account' }).getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  // While presence is simulated, a page that offers passkeys in its e-mail field signs in by itself.
  await page.goto('/sign-in')
  await expect(page).toHaveURL(/\/account$/)
  await client.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false })
  await page.getByRole('navigation', { name: 'Account' }).getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in')
  await client.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: true })
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL(/\/account$/)
})

test('visitors without an account cost no request, and static pages set no cookie', async ({ page, request }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/me')) asked.push(request.url())
  })
  for (const path of ['/', '/c/electronics/laptops', '/help/terms']) {
    const answer = await request.get(path)
    expect(answer.headers()['set-cookie'], path).toBeUndefined()
    expect(answer.headers()['cache-control'], path).toBe('public, max-age=0, must-revalidate')
  }
  await page.goto('/')
  await who(page).click()
  await expect(page.getByRole('link', { name: 'Make an account' })).toBeVisible()
  expect(asked).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 1440])
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })
      test('axe finds nothing on the pages around signing in and in the account', async ({ page }) => {
        for (const path of ['/sign-in', '/register', '/sign-in/forgot', '/sign-in/out']) {
          await page.goto(path)
          await expectAccessible(page)
        }
        await register(page)
        for (const path of [
          '',
          '/orders',
          '/orders/claim',
          '/addresses/edit',
          '/profile',
          '/security',
          '/security/password',
          '/confirm',
        ]) {
          await page.goto(`/account${path}`)
          await expectAccessible(page)
        }
      })
    })
