import type { Page } from 'playwright/test'
import { expectAccessibleOnDevices } from './support/axe'
import { linkIn, mailsTo, mailTo, newPerson, register } from './support/people'
import { announced, openProductInStock } from './support/shop'
import { changeStock, soldOutProduct } from './support/stock'
import { expect, test } from './support/test'

const main = (page: Page) => page.locator('main:visible')
const cards = (page: Page) => main(page).locator('.wish-shelf article')

/** Presses the heart of the first cards of a listing. Returns the names of the products. */
async function saveFromListing(page: Page, count: number): Promise<string[]> {
  const { categories } = await announced(page.request)
  await page.goto(categories[0]!)
  const names: string[] = []
  for (let index = 0; index < count; index++) {
    const heart = main(page)
      .getByRole('button', { name: /^Save / })
      .nth(index)
    await heart.click()
    await expect(heart).toHaveAttribute('aria-pressed', 'true')
    names.push(((await heart.getAttribute('aria-label')) ?? '').replace('Save ', ''))
  }
  return names
}

/** Opens the page of a product of which nothing is in stock. Returns its SKU. */
async function openSoldOut(page: Page, skip: number): Promise<string> {
  const { productId, sku } = await soldOutProduct(skip)
  const live = await page.request.get(`/api/live?viewed=${productId}`)
  const { viewed } = (await live.json()) as { viewed: { href: string }[] }
  await page.goto(viewed[0]!.href)
  return sku
}

/** Makes a list on the account's pages and stays on it. */
async function makeList(page: Page, name: string): Promise<void> {
  await page.goto('/account/wishlists')
  await page.getByRole('link', { name: 'New list' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Make it' }).click()
  await expect(page.getByRole('link', { name: `${name} 0` })).toHaveAttribute('aria-current', 'page')
}

test('what a guest saves stays in the browser, and joins "Everything else" after signing in', async ({ page }) => {
  const names = await saveFromListing(page, 2)
  await openProductInStock(page)
  await main(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(main(page).getByRole('button', { name: 'Saved', exact: true })).toHaveAttribute('aria-pressed', 'true')

  await page.getByRole('button', { name: 'Sign in, account' }).click()
  await page.getByRole('link', { name: 'Wishlist 3 on this device' }).click()
  await expect(main(page).getByRole('listitem')).toHaveCount(3)
  for (const name of names) await expect(main(page)).toContainText(name)
  await expectAccessibleOnDevices(page)

  await register(page)
  await page.goto('/')
  await expect(page.getByText('3 things from this device are on “Everything else”.')).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('hearts'))).toBeNull()
  await page.goto('/account/wishlists')
  await expect(cards(page)).toHaveCount(3)
  for (const name of names) await expect(main(page)).toContainText(name)
})

test('a heart pressed twice takes the product off, and Undo brings it back', async ({ page }) => {
  await register(page)
  const [name] = await saveFromListing(page, 1)
  const heart = main(page).getByRole('button', { name: `Save ${name}`, exact: true })
  await expect(page.getByText(`${name} is saved.`)).toBeVisible()
  await page.reload()
  await expect(heart).toHaveAttribute('aria-pressed', 'true')
  await heart.click()
  await expect(page.getByText(`${name} is off the list.`)).toBeVisible()
  const restored = page.waitForResponse('**/api/me/hearts')
  await page.getByRole('button', { name: 'Undo' }).click()
  expect((await restored).ok()).toBe(true)
  await page.goto('/account/wishlists')
  await expect(cards(page)).toHaveCount(1)
})

test('a visitor without an account costs no request for hearts', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const { categories } = await announced(page.request)
  await page.goto(categories[0]!)
  const heart = main(page)
    .getByRole('button', { name: /^Save / })
    .first()
  await heart.click()
  await expect(heart).toHaveAttribute('aria-pressed', 'true')
  expect(asked.filter((path) => path.startsWith('/api/me'))).toEqual([])
})

test('a list is shared by a link that shows things and a first name, until it is switched off', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await register(page, newPerson('Maya Okafor'))
  const [name] = await saveFromListing(page, 1)
  await makeList(page, 'Kitchen')
  await page.goto('/account/wishlists')
  await cards(page).locator('summary').click()
  await page.getByRole('button', { name: 'Move it' }).click()
  await page.getByRole('link', { name: /^Kitchen 1/ }).click()
  await page.getByRole('link', { name: 'Share' }).click()
  await page.getByRole('switch', { name: 'Anybody with the link can see it' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await expectAccessibleOnDevices(page)

  const stranger = await (await browser.newContext()).newPage()
  expect((await stranger.goto(link))?.status()).toBe(200)
  await expect(main(stranger)).toContainText('A list of Maya’s')
  await expect(main(stranger)).toContainText(name!)
  await expect(main(stranger)).not.toContainText('Okafor')
  await expect(stranger.locator('meta[name=robots]').first()).toHaveAttribute('content', /noindex/)
  await expectAccessibleOnDevices(stranger)

  await page.getByRole('switch', { name: 'Anybody with the link can see it' }).click()
  await expect(page.getByText('The list is private.')).toBeVisible()
  expect((await stranger.goto(link))?.status()).toBe(404)
  await expect(main(stranger)).toContainText('This list is private now')
  await stranger.context().close()
})

for (const [how, javaScriptEnabled] of [
  ['with scripts', true],
  ['without scripts', false],
] as const)
  test.describe(how, () => {
    test.use({ javaScriptEnabled })

    test('lists are made, renamed, deleted and put back', async ({ page }) => {
      await register(page)
      await makeList(page, 'Kitchen')
      await page.getByRole('link', { name: 'Rename or delete this list' }).click()
      await page.getByLabel('Name').fill('')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Please give the list a name.')).toBeVisible()
      await page.getByLabel('Name').fill('Bath')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('link', { name: 'Rename or delete this list' }).click()
      await page.getByRole('link', { name: 'Delete this list' }).click()
      await expect(page.getByRole('heading', { name: 'Delete “Bath”?' })).toBeVisible()
      await page.getByRole('button', { name: 'Delete 1 list' }).click()
      await expect(page.getByText('The list “Bath” is deleted')).toBeVisible()
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByRole('link', { name: 'Bath 0' })).toHaveAttribute('aria-current', 'page')
    })

    test('a guest hears of a sold-out product only after confirming the address, and can stop it', async ({ page }) => {
      const { email } = newPerson()
      const sku = await openSoldOut(page, javaScriptEnabled ? 0 : 1)
      const form = page.getByRole('form', { name: 'Tell me when it is back' })
      await form.getByRole('button', { name: 'Tell me when' }).click()
      await expect(page.getByText('Please fill in your e-mail address.')).toBeVisible()
      await main(page).getByLabel('E-mail').fill(email)
      await main(page).getByRole('button', { name: 'Tell me when' }).click()
      await expect(main(page)).toContainText('Check your mail')

      const asked = await mailTo(email, /back\?/)
      const link = linkIn(asked, '/tell-me-when/confirm')
      await page.request.get(link) // as a mail scanner does
      await page.goto(link)
      await expectAccessible(page, javaScriptEnabled)
      await page.getByRole('button', { name: 'Tell me when' }).click()
      await expect(page.getByRole('heading', { name: 'We write to you' })).toBeVisible()
      await page.goto(link)
      await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
      expect(await mailsTo(email)).toHaveLength(1)

      await changeStock(sku, 3)
      const back = await mailTo(email, /^Back: /)
      await changeStock(sku, -3)
      await page.goto(linkIn(back, '/unsubscribe'))
      await expect(page.getByRole('heading', { name: 'No more “Back in stock” mails' })).toBeVisible()
    })
  })

const expectAccessible = async (page: Page, hasScripts: boolean) => {
  if (hasScripts) await expectAccessibleOnDevices(page)
}

test('who is signed in waits with one press, hears once, and switches such mails off with one press', async ({
  page,
  playwright,
  baseURL,
}) => {
  const { email } = await register(page)
  const sku = await openSoldOut(page, 2)
  await expect(main(page).getByLabel('E-mail')).toHaveCount(0) // nobody who is signed in has to type it
  await page.getByRole('form', { name: 'Tell me when it is back' }).getByRole('button').click()
  await expect(main(page)).toContainText('We write to you')
  await changeStock(sku, 2)
  const link = linkIn(await mailTo(email, /^Back: /), '/unsubscribe')
  await changeStock(sku, -2)

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Switch “Back in stock” mails off?' })).toBeVisible()
  await expectAccessibleOnDevices(page)
  // A mail provider posts without cookies, from another site.
  const provider = await playwright.request.newContext({ baseURL: baseURL! })
  const headers = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }
  const form = { 'List-Unsubscribe': 'One-Click' }
  expect((await provider.post(link, { form, headers })).status()).toBe(200)
  expect((await provider.post(link.replace(/.$/, ''), { form, headers })).status()).toBe(400)
  await provider.dispose()

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'No more “Back in stock” mails' })).toBeVisible()
  await expect(main(page)).toContainText(email)
  await page.goto('/account/profile')
  await expect(page.getByRole('switch', { name: 'Back in stock, by mail' })).toHaveAttribute('aria-checked', 'false')
  await page.goto(link)
  await page.getByRole('button', { name: 'Switch it back on' }).click()
  await expect(main(page)).toContainText('They are on again.')
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the pages of lists', async ({ page }) => {
      test.setTimeout(240_000)
      await register(page)
      await page.goto('/account/wishlists')
      await expectAccessibleOnDevices(page)
      await saveFromListing(page, 3)
      await expectAccessibleOnDevices(page)
      await makeList(page, 'Kitchen')
      const list = new URL(page.url()).pathname
      for (const path of ['/account/wishlists', `${list}/share`, `${list}/edit`, `${list}/delete`, '/wishlist']) {
        await page.goto(path)
        await expectAccessibleOnDevices(page)
      }
      await openSoldOut(page, 3)
      await expectAccessibleOnDevices(page)
    })
  })

test('somebody else’s list is not there', async ({ page, browser }) => {
  await register(page)
  await makeList(page, 'Kitchen')
  const path = new URL(page.url()).pathname
  const stranger = await (await browser.newContext()).newPage()
  await register(stranger)
  await stranger.goto(path)
  await expect(main(stranger)).not.toContainText('Kitchen')
  const answer = await stranger.request.post('/account/do/delete-list', { form: { id: path.split('/').at(-1)! } })
  expect(answer.ok()).toBe(true)
  await page.goto(path)
  await expect(page.getByRole('link', { name: 'Kitchen 0' })).toBeVisible()
  await stranger.context().close()
})
