import { type BrowserContext, expect, type Page, test } from 'playwright/test'
import { addToCart, BUYER, cartDrawer, fillCart, fillCheckout, openProductInStock, quantityField } from './support/shop'

const badge = (page: Page, count: number) =>
  page.getByRole('banner').getByRole('link', { name: new RegExp(`^Cart\\s*${count}\\b`) })
/** Tells the page that its window got the focus, as when a shopper goes from one window to another beside it. */
const focus = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')))

/** Opens a page in the same browser. Its scripts announce nothing, as with scripts off. */
async function changeSilently(context: BrowserContext, path: string, fields: Record<string, string>): Promise<void> {
  const headers = { accept: 'application/json' }
  expect((await context.request.post(path, { form: fields, headers })).status()).toBe(200)
}

/** Adds a product in another tab, and returns its SKU. */
async function addElsewhere(context: BrowserContext, skip = 0): Promise<string> {
  const other = await context.newPage()
  await openProductInStock(other, skip)
  await addToCart(other)
  const said = cartDrawer(other).getByRole('status').filter({ hasText: 'is in your cart.' })
  await expect(said).toHaveCount(1) // now the other tabs know
  const { lines } = await (await context.request.get('/api/cart')).json()
  await other.close()
  return lines.at(-1).sku
}

test('a window that gets the focus shows what was changed in another one', async ({ page, context }) => {
  await page.goto('/')
  const sku = await addElsewhere(context)
  await expect(badge(page, 1)).toBeVisible()
  await changeSilently(context, '/cart/change', { sku, quantity: '2' })
  await focus(page)
  await expect(badge(page, 2)).toBeVisible()

  await badge(page, 2).click()
  await expect(quantityField(page)).toHaveValue('2')
  await changeSilently(context, '/cart/change', { sku, quantity: '1' })
  await focus(page)
  await expect(quantityField(page)).toHaveValue('1')

  await page.goto('/cart')
  await changeSilently(context, '/cart/change', { sku, quantity: '2' })
  await focus(page)
  await expect(quantityField(page)).toHaveValue('2')
  await changeSilently(context, '/cart/remove', { sku })
  await focus(page)
  await expect(page.getByText('Nothing in here yet')).toBeVisible()
})

test('a quantity that is being typed outlives a change elsewhere', async ({ page, context }) => {
  const sku = await addElsewhere(context)
  await page.goto('/cart')
  await quantityField(page).fill('3')
  await changeSilently(context, '/cart/change', { sku, quantity: '2' })
  await focus(page)
  await expect(badge(page, 2)).toBeVisible()
  await expect(quantityField(page)).toHaveValue('3')
})

test('a visitor without a cart causes no requests by getting the focus', async ({ page }) => {
  const loaded = page.waitForResponse('**/api/cart')
  await page.goto('/')
  await loaded
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await focus(page)
  await page.getByRole('banner').getByRole('link', { name: /^Cart/ }).click()
  await expect(cartDrawer(page).getByText('Nothing in here yet')).toBeVisible()
  await expect.poll(() => asked.filter((path) => path === '/api/cart')).toEqual(['/api/cart'])
})

test('the cart page shows the current cart when the shopper comes back to it', async ({ page }) => {
  const [name = ''] = await fillCart(page, 1)
  await page.goto('/cart')
  await page.locator('.line-item').getByRole('link', { name }).click()
  await expect(page).toHaveURL(/\/p\//)
  await addToCart(page)
  await expect(badge(page, 2)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goBack()
  await expect(page).toHaveURL(/\/cart$/)
  await expect(page.locator('main:visible').getByRole('spinbutton')).toHaveValue('2')
  await expect(badge(page, 2)).toBeVisible()
})

test('the checkout shows a cart that was changed elsewhere, says so, and keeps what was typed', async ({
  page,
  context,
}) => {
  const sku = await addElsewhere(context)
  await page.goto('/checkout')
  const buyer = await fillCheckout(page)
  const summary = page.getByRole('complementary', { name: 'Your order' })
  await expect(summary).toContainText('1 item')
  await changeSilently(context, '/cart/change', { sku, quantity: '2' })
  await focus(page)
  await expect(summary).toContainText('2 items')
  await expect(summary.getByRole('status')).toContainText('Your cart was changed in another tab or window.')
  for (const [label, value] of Object.entries(buyer))
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(value)
  await addElsewhere(context, 1)
  await expect(summary).toContainText('3 items')
  await page.getByRole('button', { name: 'Buy now', exact: true }).click()
  await expect(page).toHaveURL(/\/orders\//)
})

test('the checkout says kindly that its cart was ordered or emptied elsewhere, and follows a new one', async ({
  page,
  context,
}) => {
  const sku = await addElsewhere(context)
  await page.goto('/checkout')
  await fillCheckout(page)
  await changeSilently(context, '/cart/remove', { sku })
  await focus(page)
  await expect(page.getByRole('status').filter({ hasText: 'Your cart is empty now' })).toBeFocused()
  await addElsewhere(context)
  await expect(page.getByLabel('City')).toHaveValue(BUYER.City)
  await expect(page.getByText('Your cart is empty now')).toHaveCount(0)
})
