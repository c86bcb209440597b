import { addButton, addToCart, BUYER, cartDrawer, fillCheckout, openProductInStock, orderButton } from './support/shop'
import { expect, test } from './support/test'

test('a shopper finds a product, chooses a variant, buys as a guest and tracks the order', async ({ page }) => {
  await page.goto('/')
  await page
    .getByRole('navigation', { name: 'Departments' })
    .getByRole('link', { name: /Electronics/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Electronics' })).toBeVisible()
  await page
    .locator('main')
    .getByRole('link', { name: /Laptops/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Laptops' })).toBeVisible()

  const filters = page.getByRole('complementary')
  const option = filters
    .getByRole('checkbox', { name: /16 GB/ })
    .or(filters.getByRole('link', { name: /16 GB/ }))
    .first()
  await option.click()
  await expect(page).toHaveURL(/16-gb/)
  await page.reload() // the address is enough to restore the filtered listing
  await expect(page.getByRole('list', { name: /filters/i }).getByText('16 GB')).toBeVisible()

  const card = page.locator('main:visible').getByRole('article').getByRole('link').first()
  const name = (await card.textContent()) ?? ''
  await card.click()
  await expect(page).toHaveURL(/\/p\//)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(addButton(page)).toBeEnabled()
  await addButton(page).click()
  await expect(cartDrawer(page).getByRole('link', { name })).toBeVisible()
  await cartDrawer(page)
    .getByRole('link', { name: /Check out/ })
    .click()

  const buyer = await fillCheckout(page)
  await orderButton(page).click()
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1, name: /Thank you, Ines/ })).toBeVisible()
  const [number] = ((await page.locator('main:visible').textContent()) ?? '').match(/NX-\d+/)!

  await page.goto('/track')
  await page.getByLabel(/Order number/).fill(number)
  await page.getByLabel(/E-mail/).fill(buyer['E-mail'].toUpperCase())
  await page.locator('main:visible').getByRole('button').click()
  await expect(page).toHaveURL(/\/orders\//)
  await expect(page.locator('main:visible')).toContainText(number)
})

test('a wrong postcode is explained, no input is lost, and the corrected order goes through', async ({ page }) => {
  await openProductInStock(page)
  await addToCart(page)
  await page.goto('/checkout')
  await fillCheckout(page, { Postcode: '2009' })
  await orderButton(page).click()
  await expect(page.getByText('German postcodes have 5 digits, such as 10115.').first()).toBeVisible()
  await expect(page.getByLabel('Street and number')).toHaveValue(BUYER['Street and number'])
  await page.reload()
  await expect(page.getByLabel('First name')).toHaveValue(BUYER['First name'])
  await page.getByLabel('Postcode', { exact: true }).fill('20099')
  await orderButton(page).click()
  await expect(page).toHaveURL(/\/orders\//)
})

test('a street without a house number is asked about once', async ({ page }) => {
  await openProductInStock(page)
  await addToCart(page)
  await page.goto('/checkout')
  await fillCheckout(page, { 'Street and number': 'Am Bahnhof' })
  await orderButton(page).click()
  await expect(page.getByRole('status').filter({ hasText: 'is there no house number?' })).toBeFocused()
  await expect(page.getByLabel('Street and number')).toHaveAccessibleDescription(/No house number\?/)
  await expect(page.getByLabel('City')).toHaveValue('Hamburg')
  await page.getByLabel('Street and number').fill('Dorfplatz')
  await orderButton(page).click()
  await expect(page.getByRole('status').filter({ hasText: 'is there no house number?' })).toBeFocused()
  await orderButton(page).click()
  await expect(page).toHaveURL(/\/orders\//)
})

test('pressing the order button twice places one order', async ({ page }) => {
  await openProductInStock(page)
  await addToCart(page)
  await page.goto('/checkout')
  await fillCheckout(page)
  await orderButton(page).dblclick()
  await expect(page).toHaveURL(/\/orders\//)
  await page.goBack()
  await page.goto('/cart')
  await expect(page.locator('main:visible')).toContainText('Nothing in here yet')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a shopper adds items, changes the cart and orders', async ({ page }) => {
    await openProductInStock(page)
    await addButton(page).click()
    await expect(page).toHaveURL(/\/cart/)
    await page.getByRole('spinbutton', { name: /^Quantity of/ }).fill('2')
    await page
      .locator('main')
      .getByRole('button', { name: /Update|Change/ })
      .first()
      .click()
    await expect(page.getByRole('spinbutton', { name: /^Quantity of/ })).toHaveValue('2')
    await page.goto('/checkout')
    await fillCheckout(page, { Postcode: '1' })
    await orderButton(page).click()
    await expect(page.getByText('German postcodes have 5 digits, such as 10115.').first()).toBeVisible()
    await expect(page.getByLabel('City')).toHaveValue('Hamburg')
    await page.getByLabel('Postcode', { exact: true }).fill('20099')
    await orderButton(page).click()
    await expect(page).toHaveURL(/\/orders\//)
  })

  test('a street without a house number is asked about once', async ({ page }) => {
    await openProductInStock(page)
    await addButton(page).click()
    await page.goto('/checkout')
    await fillCheckout(page, { 'Street and number': 'Am Bahnhof', Postcode: '1' })
    await orderButton(page).click()
    await expect(page.getByLabel('Street and number')).toHaveAccessibleDescription(/No house number\?/)
    await page.getByLabel('Postcode', { exact: true }).fill('20099')
    await orderButton(page).click()
    await expect(page).toHaveURL(/\/orders\//)
  })

  test('a question is all that is wrong with a street without a house number', async ({ page }) => {
    await openProductInStock(page)
    await addButton(page).click()
    await page.goto('/checkout')
    await fillCheckout(page, { 'Street and number': 'Am Bahnhof' })
    await orderButton(page).click()
    await expect(page.getByText('One question before you order:')).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page.getByLabel('Street and number')).toHaveValue('Am Bahnhof')
    await orderButton(page).click()
    await expect(page).toHaveURL(/\/orders\//)
  })

  test('an order whose answer was lost is shown when the page is loaded again', async ({ page, context }) => {
    await openProductInStock(page)
    await addButton(page).click()
    await page.goto('/checkout')
    await fillCheckout(page, { Postcode: '1' })
    await orderButton(page).click()
    const refused = page.url()
    const before = await context.cookies()
    await page.getByLabel('Postcode', { exact: true }).fill('20099')
    await orderButton(page).click()
    await expect(page).toHaveURL(/\/orders\//)
    const order = page.url()
    await context.clearCookies()
    await context.addCookies(before)
    await page.goto(refused)
    await expect(page).toHaveURL(order)
  })
})

test('checkout waits until the server has the cart', async ({ page }) => {
  await openProductInStock(page)
  await page.route('**/cart/add', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await route.continue()
  })
  await addButton(page).click()
  await cartDrawer(page).getByRole('link', { name: 'Check out' }).click()
  await expect(page.getByLabel('E-mail', { exact: true })).toBeVisible()
})
