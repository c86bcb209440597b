import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, type Page } from 'playwright/test'
import { announcedPaths } from './sitemap'

/** Returns the paths of all products and categories in the store's sitemaps. */
export async function announced(request: APIRequestContext): Promise<{ products: string[]; categories: string[] }> {
  const paths = await announcedPaths(async (path) => (await request.get(path)).text())
  const products = paths.filter((path) => path.startsWith('/p/'))
  const categories = paths.filter((path) => path.startsWith('/c/'))
  expect(products.length).toBeGreaterThan(0)
  expect(categories.length).toBeGreaterThan(0)
  return { products, categories }
}

/**
 * Opens the page of the first product with plenty in stock and without options to choose, found through the sitemap and
 * not through listings. `skip` is the number of such products to leave out.
 */
export async function openProductInStock(page: Page, skip = 0): Promise<void> {
  const { products } = await announced(page.request)
  let left = skip
  for (const path of products.slice(0, 80)) {
    await page.goto(path)
    await page.locator('main:visible').getByRole('button', { name: BUY }).first().waitFor()
    // Without client-side scripts, a variant that has to be chosen is in a list that starts empty.
    const isOpen = (await page.locator('main:visible select[name="sku"] option[value=""]').count()) > 0
    // Few units would not last for all journeys, which run side by side.
    const isPlenty = await page.locator('main:visible').getByText('In stock', { exact: true }).isVisible()
    const canBuy = !isOpen && isPlenty && (await addButton(page).isVisible()) && (await addButton(page).isEnabled())
    if (canBuy && left-- === 0) return
  }
  throw new Error('Too few of the first 80 products can be bought at once')
}

/** Labels of the button that buys. */
const BUY = /^(Add to cart|Sold out|Choose your .+)$/

export const addButton = (page: Page) =>
  page.locator('main:visible').getByRole('button', { name: 'Add to cart' }).first()

/** Adds the current page's product to the cart and waits until the server has saved it. */
export async function addToCart(page: Page): Promise<void> {
  const answered = page.waitForResponse('**/cart/add')
  await addButton(page).click()
  await expect(cartDrawer(page)).toBeVisible()
  await answered
}

/** Adds the first products in stock to the cart. Returns their names, in the order of the cart. */
export async function fillCart(page: Page, count: number): Promise<string[]> {
  for (let skip = 0; skip < count; skip++) {
    await openProductInStock(page, skip)
    await addToCart(page)
  }
  const labels = quantityField(page).evaluateAll((fields) => fields.map((field) => field.ariaLabel ?? ''))
  return (await labels).map((label) => label.replace('Quantity of ', ''))
}

/** Returns the field with the quantity of a line of the cart; by default of any line. */
export const quantityField = (page: Page, name = '') => page.getByRole('spinbutton', { name: `Quantity of ${name}` })

export const cartDrawer = (page: Page) => page.getByRole('dialog', { name: /Your cart/ })

export const BUYER = {
  'E-mail': 'ines.halvorsen@example.com',
  'First name': 'Ines',
  'Last name': 'Halvorsen',
  'Street and number': 'Lange Reihe 28',
  Postcode: '20099',
  City: 'Hamburg',
}

/** Fills in the checkout form with a unique e-mail address. Returns the values it filled in. */
export async function fillCheckout(
  page: Page,
  values: Partial<Record<keyof typeof BUYER, string>> = {},
): Promise<typeof BUYER> {
  const mailbox = BUYER['E-mail'].replace('@', `+${randomUUID().slice(0, 8)}@`)
  const buyer = { ...BUYER, 'E-mail': mailbox, ...values }
  for (const [label, value] of Object.entries(buyer)) await page.getByLabel(label, { exact: true }).fill(value)
  return buyer
}

/** Returns the order button, whose exact label is required by law. */
export const orderButton = (page: Page) => page.getByRole('button', { name: 'Buy now', exact: true })
