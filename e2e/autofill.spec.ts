import type { Page } from 'playwright/test'
import { addToCart, openProductInStock, orderButton } from './support/shop'
import { expect, test } from './support/test'

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

const DUTCH: Record<string, string> = {
  email: 'sanne.visser@example.com',
  'given-name': 'Sanne',
  'family-name': 'Visser',
  country: 'NL',
  'address-line1': 'Kerkstraat 12',
  'postal-code': '1012ab',
  'address-level2': 'Amsterdam',
}

/**
 * Fills in the form as a browser's autofill does: all fields at once, in page order, by their `autocomplete` attribute.
 */
const autofill = (page: Page) =>
  page.evaluate((address) => {
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form.till [autocomplete]')) {
      const value = address[field.autocomplete]
      if (value === undefined) continue
      const prototype = field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
      for (const type of ['input', 'change', 'blur']) field.dispatchEvent(new Event(type, { bubbles: true }))
    }
  }, DUTCH)

async function expectDutchOrder(page: Page): Promise<void> {
  const quoted = await page.request.get('/api/cart/quote?country=NL&deliveryMethod=STANDARD')
  const { quote } = await quoted.json()
  const euros = (cents: number) =>
    new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' }).format(cents / 100)
  const sums = page.locator('.sums')
  await expect(sums.getByText('Netherlands')).toBeVisible()
  await expect(sums).toContainText(euros(quote.tax))
  await expect(
    orderButton(page)
      .or(page.getByText(euros(quote.total)))
      .first(),
  ).toBeVisible()
  await expect(page.getByLabel('Country')).toHaveValue('NL')
  await expect(page.getByLabel('Postcode', { exact: true })).toHaveAttribute('inputmode', 'text')
  await expect(page.locator('.error')).toHaveCount(0)
  await page.locator('form.till aside button[type=submit]').click()
  await expect(page).toHaveURL(/\/orders\//)
  await expect(page.locator('main:visible')).toContainText('1012 AB')
}

test('autofill of a Dutch address on a phone ends with the right country, VAT and total', async ({ page }) => {
  await openProductInStock(page)
  await addToCart(page)
  await page.goto('/checkout')
  await expect(page.getByLabel('Postcode', { exact: true })).toHaveAttribute('inputmode', 'numeric')
  await page.getByLabel('First name').focus()
  await autofill(page)
  await expectDutchOrder(page)
})

test('so does autofill before the scripts of the page have run', async ({ page }) => {
  await openProductInStock(page)
  await addToCart(page)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/checkout', { waitUntil: 'commit' })
  await page.getByLabel('City').waitFor()
  await autofill(page)
  release()
  await expectDutchOrder(page)
})
