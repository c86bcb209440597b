import { expect, type Page, test } from 'playwright/test'
import { addButton, addToCart, cartDrawer, openProductInStock } from './support/shop'

/** Returns the link to the cart in the page header, which must show a count of 1. */
const badge = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Cart\s*1\b/ })

test('a page that Back brings as it was left asks for the cart anew', async ({ page, context }) => {
  await openProductInStock(page)
  const product = page.url()
  const before = await context.newPage()
  await before.goto(product)
  await addToCart(before)
  await before.close()
  const asked = page.waitForResponse('**/api/cart')
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await asked
  await expect(badge(page)).toBeVisible()
})

test('a change of the cart in another tab is shown at once', async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()]
  await openProductInStock(one)
  await Promise.all([other.waitForResponse('**/api/cart'), other.goto('/')])
  await addToCart(one)
  await expect(badge(other)).toBeVisible()
})

test('a browser that keeps no cookies is told that its cart stays empty, and how to go on', async ({
  page,
  context,
}) => {
  await openProductInStock(page)
  await page.route('**/cart/add', async (route) => {
    const response = await route.fetch()
    const { 'set-cookie': _, ...headers } = response.headers()
    await context.clearCookies()
    await route.fulfill({ response, headers })
  })
  await addButton(page).click()
  await expect(cartDrawer(page)).toContainText('Your browser refused the cookie')
  await expect(cartDrawer(page)).toContainText('Nothing in here yet')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a browser that refuses cookies shows that its cart stays empty', async ({ page, context }) => {
    await openProductInStock(page)
    await addButton(page).click()
    await expect(page).toHaveURL(/\/cart\?first=yes/)
    await expect(page.getByRole('alert')).toHaveCount(0)
    await context.clearCookies()
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('Your browser refused the cookie')
  })
})
