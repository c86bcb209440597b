import { expect, test } from 'playwright/test'
import { addButton, addToCart, cartDrawer, openProductInStock } from './support/shop'

const badge = /Cart\s*1/

test('Back from another page shows the cart as it is by now', async ({ page }) => {
  await openProductInStock(page)
  const product = page.url()
  await page.goto('/help/delivery')
  await page.evaluate((url) => {
    location.href = url
  }, product)
  await addToCart(page)
  await page.goBack()
  await expect(page).toHaveURL(/\/help\/delivery/)
  await expect(page.getByRole('link', { name: badge })).toBeVisible()
})

test('a cart that another tab changed is shown as soon as that has happened', async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()]
  await openProductInStock(one)
  await other.goto('/')
  await expect(other.getByRole('link', { name: /^Cart/ })).toBeVisible()
  await one.bringToFront()
  await addToCart(one)
  await other.bringToFront()
  await expect(other.getByRole('link', { name: badge })).toBeVisible()
})

test.describe('a browser that keeps no cookies', () => {
  test.beforeEach(async ({ context }) => {
    await context.route('**/*', async (route) => {
      const headers = await route.request().allHeaders()
      delete headers.cookie
      await route.fulfill({ response: await route.fetch({ headers, maxRedirects: 0 }) })
    })
  })

  test('is told that its cart stays empty, and how to go on', async ({ page }) => {
    await openProductInStock(page)
    await page.context().clearCookies()
    await addButton(page).click()
    await expect(cartDrawer(page)).toContainText('Your browser refused the cookie')
    await expect(cartDrawer(page)).toContainText('Nothing in here yet')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a browser that keeps no cookies is told that its cart stays empty', async ({ page }) => {
    await page.goto('/cart?first=yes')
    await expect(page.getByRole('alert')).toContainText('Your browser refused the cookie')
  })
})
