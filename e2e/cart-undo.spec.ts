import { expect, type Page, test } from 'playwright/test'
import { expectAccessibleOnDevices } from './support/axe'
import { addButton, cartDrawer, fillCart, openProductInStock, quantityField } from './support/shop'

const lines = (page: Page) => page.locator('.line-item:visible')
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ })
const remove = (page: Page, name: string) => page.getByRole('button', { name: `Remove ${name}` })

for (const where of ['in the drawer', 'on the cart page'])
  test.describe(where, () => {
    test('a double click on Remove removes one line, whose place is held for Undo', async ({ page }) => {
      const [first = '', second = ''] = await fillCart(page, 2)
      if (where === 'on the cart page') await page.goto('/cart')
      const answered = page.waitForResponse('**/cart/change')
      await quantityField(page, first).fill('2')
      await quantityField(page, first).press('Enter')
      await answered
      const before = await lines(page).nth(1).boundingBox()
      const removals: string[] = []
      page.on('request', (request) => request.url().endsWith('/cart/remove') && removals.push(request.url()))
      await remove(page, first).dblclick()
      await expect(lines(page).first()).toContainText(`${first} removed.`)
      await expect(undo(page)).toBeFocused()
      await expect(page.getByRole('status').filter({ hasText: `${first} removed.` })).toHaveCount(1)
      const after = await lines(page).nth(1).boundingBox()
      expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(1.5)
      await undo(page).click()
      await expect(quantityField(page, first)).toHaveValue('2')
      await expect(quantityField(page).first()).toHaveAccessibleName(`Quantity of ${first}`)
      await expect(quantityField(page)).toHaveCount(2)
      await expect(undo(page)).toHaveCount(0)
      expect(removals).toHaveLength(1)
      await page.reload()
      await page.goto('/cart')
      await expect(quantityField(page).first()).toHaveAccessibleName(`Quantity of ${first}`)
      await expect(quantityField(page, second)).toHaveValue('1')
    })

    test('the last line can be put back too', async ({ page }) => {
      const [only = ''] = await fillCart(page, 1)
      if (where === 'on the cart page') await page.goto('/cart')
      await remove(page, only).press('Enter')
      await expect(page.getByText('Nothing in here yet')).toBeVisible()
      await expect(undo(page)).toBeFocused()
      await undo(page).press('Enter')
      await expect(quantityField(page, only)).toHaveValue('1')
      await expect(page.getByText('Nothing in here yet')).toHaveCount(0)
    })
  })

test('the offer to undo ends with the next change, and when the cart is left', async ({ page }) => {
  const [first = '', second = '', third = ''] = await fillCart(page, 3)
  await remove(page, first).click()
  await expect(page.getByText(`${first} removed.`).first()).toBeVisible()
  await remove(page, second).click()
  await expect(page.getByText(`${second} removed.`).first()).toBeVisible()
  await expect(page.getByText(`${first} removed.`)).toHaveCount(0)
  await cartDrawer(page).getByRole('button', { name: 'Close cart' }).click()
  await page.getByRole('banner').getByRole('link', { name: /^Cart/ }).click()
  await expect(quantityField(page, third)).toBeVisible()
  await expect(undo(page)).toHaveCount(0)
})

test('lines and what is said at them fit on a narrow phone, and axe finds nothing in them', async ({ page }) => {
  const [first = '', second = ''] = await fillCart(page, 2)
  await page.goto('/cart')
  await remove(page, first).click()
  await expect(undo(page)).toBeVisible()
  await expectAccessibleOnDevices(page)
  await quantityField(page, second).fill('0')
  await quantityField(page, second).press('Enter')
  await expect(page.getByRole('link', { name: /^Keep/ })).toBeVisible()
  await expectAccessibleOnDevices(page)
  await page.setViewportSize({ width: 320, height: 800 })
  const line = await lines(page).first().boundingBox()
  const button = await remove(page, second).first().boundingBox()
  expect(button!.x + button!.width).toBeLessThanOrEqual(line!.x + line!.width)
})

test('a removal that fails brings the line back', async ({ page }) => {
  const [only = ''] = await fillCart(page, 1)
  await page.route('**/cart/remove', (route) => route.abort())
  await remove(page, only).click()
  await expect(page.getByText('We did not hear back from the shop')).toBeVisible()
  await expect(quantityField(page, only)).toHaveValue('1')
  await expect(undo(page)).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page that follows a removal offers to put the line back', async ({ page }) => {
    for (const skip of [0, 1]) await addPlainly(page, skip)
    const label = (await quantityField(page).first().getAttribute('aria-label')) ?? ''
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click()
    await expect(lines(page).first()).toContainText(`${label.replace('Quantity of ', '')} removed.`)
    await expect(quantityField(page)).toHaveCount(1)
    const told = page.url()
    await undo(page).click()
    await expect(quantityField(page)).toHaveCount(2)
    await expect(quantityField(page).first()).toHaveAccessibleName(label)
    await page.goto(told)
    await expect(quantityField(page)).toHaveCount(2)
    await expect(undo(page)).toHaveCount(0)
  })
})

async function addPlainly(page: Page, skip: number): Promise<void> {
  await openProductInStock(page, skip)
  await addButton(page).click()
  await expect(page).toHaveURL(/\/cart/)
}
