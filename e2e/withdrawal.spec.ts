import type { Page } from 'playwright/test'
import { expectAccessibleOnDevices } from './support/axe'
import { addToCart, fillCheckout, openProductInStock, orderButton } from './support/shop'
import { expect, test } from './support/test'

const WORDS = { link: 'Withdraw from contract here', confirm: 'Confirm withdrawal' }
const STATEMENT = {
  'Your name': 'Ines Halvorsen',
  Order: 'NX-99999',
  'E-mail for the confirmation': 'ines.halvorsen@example.com',
  'Only some of the items? Optional': 'Only the keyboard',
}

async function fill(page: Page, changes: Partial<typeof STATEMENT> = {}): Promise<void> {
  for (const [label, value] of Object.entries({ ...STATEMENT, ...changes })) await page.getByLabel(label).fill(value)
  await page.getByRole('button', { name: 'Continue' }).click()
}

for (const [how, javaScriptEnabled] of [
  ['with scripts', true],
  ['without scripts', false],
] as const)
  test.describe(`a consumer ${how}`, () => {
    test.use({ javaScriptEnabled })

    test('withdraws from the footer on: two pages, one button, and an acknowledgement', async ({ page }) => {
      await page.goto('/help/returns')
      await page.getByRole('contentinfo').getByRole('link', { name: WORDS.link }).click()
      await fill(page)
      await expect(page).toHaveURL(/\/withdraw\/confirm$/)
      const main = page.locator('main:visible')
      for (const text of Object.values(STATEMENT)) await expect(main).toContainText(text)
      await expect(main.getByRole('button')).toHaveText([WORDS.confirm])
      await main.getByRole('button').click()
      await expect(page).toHaveURL(/\/withdraw\/done$/)
      await expect(page.getByRole('heading', { level: 1, name: 'Your withdrawal is in' })).toBeVisible()
      await expect(main).toContainText(/W-\d{4}-\d{6}/)
      await expect(main).toContainText(/\w+day, \d+ \w+ \d{4}, \d\d:\d\d:\d\d/)
    })

    test('corrects what is missing, and goes back to change something: nothing typed is lost', async ({ page }) => {
      await page.goto('/withdraw?order=NX-20388')
      await expect(page.getByLabel('Order')).toHaveValue('NX-20388')
      await fill(page, { 'E-mail for the confirmation': 'ines.halvorsen@' })
      await expect(page.getByText('That does not look like an e-mail address.')).toBeVisible()
      await expect(page.getByLabel('Your name')).toHaveValue(STATEMENT['Your name'])
      await page.getByLabel('E-mail for the confirmation').fill(STATEMENT['E-mail for the confirmation'])
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('link', { name: 'Go back and change it' }).click()
      await expect(page.getByLabel('Only some of the items?')).toHaveValue('Only the keyboard')
      await fill(page, { 'Only some of the items? Optional': '' })
      await expect(page.locator('main:visible')).toContainText('The whole order')
    })
  })

test('a button pressed twice withdraws once', async ({ page }) => {
  await page.goto('/withdraw')
  await fill(page)
  const numberOf = async () => (await page.locator('main:visible').textContent())?.match(/W-\d{4}-\d{6}/)?.[0]
  const key = await page.locator('input[name=idempotencyKey]').inputValue()
  await page.getByRole('button', { name: WORDS.confirm }).click()
  await expect(page).toHaveURL(/\/withdraw\/done$/)
  const number = await numberOf()
  const form = {
    name: STATEMENT['Your name'],
    order: STATEMENT.Order,
    email: STATEMENT['E-mail for the confirmation'],
    part: STATEMENT['Only some of the items? Optional'],
    idempotencyKey: key,
  }
  await page.request.post('/withdraw/submit', { form })
  await page.goto('/withdraw/done')
  expect(await numberOf()).toBe(number)
})

test('an order whose shopper withdrew says so, and no longer asks for the transfer', async ({ page }) => {
  await openProductInStock(page)
  await addToCart(page)
  await page.goto('/checkout')
  const buyer = await fillCheckout(page)
  await orderButton(page).click()
  await expect(page).toHaveURL(/\/orders\//)
  const order = page.url()
  const main = page.locator('main:visible')
  await expect(main).toContainText('IBAN')
  // A fresh load, because pages that were left stay in the document and have fields with the same names.
  await page.goto((await main.getByRole('link', { name: WORDS.link }).getAttribute('href')) ?? '')
  const changes = { 'E-mail for the confirmation': buyer['E-mail'], 'Only some of the items? Optional': '' }
  await fill(page, { ...changes, Order: await page.getByLabel('Order').inputValue() })
  await page.getByRole('button', { name: WORDS.confirm }).click()
  await expect(page).toHaveURL(/\/withdraw\/done$/)
  await expect(async () => {
    await page.goto(order)
    await expect(main).toContainText('Your withdrawal is in', { timeout: 1_000 })
  }).toPass()
  await expect(main).not.toContainText('IBAN')
  await expect(main).not.toContainText('To transfer')
})

test('who comes to the second page without a statement is told that nothing was withdrawn', async ({ page }) => {
  await page.goto('/withdraw/confirm')
  await expect(page.locator('main:visible')).toContainText('Nothing was withdrawn yet')
  await page.goto('/withdraw/done')
  await expect(page).toHaveURL(/\/withdraw$/)
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('on the pages of a withdrawal', async ({ page }) => {
      await page.goto('/withdraw')
      await fill(page, { 'Your name': '' })
      await expectAccessibleOnDevices(page)
      await fill(page)
      await expect(page).toHaveURL(/\/withdraw\/confirm$/)
      await expectAccessibleOnDevices(page)
      await page.getByRole('button', { name: WORDS.confirm }).click()
      await expect(page).toHaveURL(/\/withdraw\/done$/)
      await expectAccessibleOnDevices(page)
    })
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the receipt of no withdrawal leads to the form', async ({ page }) => {
    await page.goto('/withdraw/done')
    await expect(page).toHaveURL(/\/withdraw$/)
  })
})
