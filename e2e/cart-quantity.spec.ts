import { expect, type Page, test } from 'playwright/test'
import { addButton, addToCart, cartDrawer, fillCart, openProductInStock, quantityField } from './support/shop'

const REDUCED = /There (?:is|are) only \d+ left, and|We sell at most 99 of one item/
const QUESTION = 'Do you want to remove this from your cart?'
const NOT_WHOLE = 'Please type a whole number.'

/** Returns the line's quantity after 5000 was asked for, which its note must name. */
async function expectReduced(page: Page): Promise<string> {
  const note = page.locator('.line-item .notice')
  await expect(note).toContainText(REDUCED)
  const [most = ''] = (await note.textContent())?.match(/\d+/) ?? []
  await expect(quantityField(page)).toHaveValue(most)
  return most
}

for (const where of ['in the drawer', 'on the cart page'])
  test.describe(where, () => {
    test.beforeEach(async ({ page }) => {
      await fillCart(page, 1)
      if (where === 'on the cart page') await page.goto('/cart')
    })

    test('more than can be had becomes what can be had; the note says so until the next change', async ({ page }) => {
      await quantityField(page).fill('5000')
      await quantityField(page).press('Enter')
      await expectReduced(page)
      await expect(page.getByRole('status').filter({ hasText: REDUCED })).toHaveCount(1)
      await quantityField(page).fill('1')
      await quantityField(page).press('Tab')
      await expect(quantityField(page)).toHaveValue('1')
      await expect(page.getByText(/and (?:it is|they are) in your cart/)).toHaveCount(0)
      await expect(page.locator('.line-item .notice')).toHaveCount(0)
      await quantityField(page).fill('5000')
      await quantityField(page).press('Tab')
      await expectReduced(page)
      await page.getByRole('button', { name: /^Remove/ }).click()
      await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
      await expect(page.getByText(REDUCED)).toHaveCount(0)
    })

    test('nonsense keeps the quantity and says why', async ({ page }) => {
      for (const typed of ['', '-1', '1.5', '1e2']) {
        await quantityField(page).fill('')
        await quantityField(page).fill('2')
        await quantityField(page).press('Enter')
        await expect(page.getByText(NOT_WHOLE)).toHaveCount(0)
        await quantityField(page).fill(typed)
        await quantityField(page).press('Tab')
        await expect(page.locator('.line-item .notice')).toContainText(`${NOT_WHOLE} The quantity is still 2.`)
        await expect(quantityField(page)).toHaveValue('2')
        await expect(page.getByRole('status').filter({ hasText: NOT_WHOLE })).toHaveCount(1)
      }
    })

    test('zero asks whether to remove the line', async ({ page }) => {
      await quantityField(page).fill('0')
      await quantityField(page).press('Enter')
      await expect(page.getByText(QUESTION)).toBeVisible()
      await expect(quantityField(page)).toHaveValue('1')
      await page.getByRole('link', { name: /^Keep/ }).click()
      await expect(page.getByText(QUESTION)).toHaveCount(0)
      await expect(quantityField(page)).toHaveValue('1')
      await quantityField(page).fill('0')
      await quantityField(page).press('Tab')
      await page
        .locator('.notice')
        .getByRole('button', { name: /^Remove/ })
        .click()
      await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
      await expect(quantityField(page)).toHaveCount(0)
    })

    test('a press on + or − counts from what is being typed', async ({ page }) => {
      const changes: string[] = []
      page.on('request', (request) => request.url().endsWith('/cart/change') && changes.push(request.postData() ?? ''))
      await quantityField(page).fill('3')
      await page.locator('.line-item').getByRole('button', { name: 'One less' }).click()
      await expect(quantityField(page)).toHaveValue('2')
      await quantityField(page).fill('0')
      const answered = page.waitForResponse('**/cart/change')
      await page.locator('.line-item').getByRole('button', { name: 'One more' }).click()
      await expect(quantityField(page)).toHaveValue('1')
      await answered
      expect(changes.map((fields) => fields.split('=').at(-1))).toEqual(['2', '1'])
      await expect(page.getByText(QUESTION)).toHaveCount(0)
    })
  })

test('a product page says what it makes of a typed quantity before anything is added', async ({ page }) => {
  await openProductInStock(page)
  const field = page.locator('main:visible').getByRole('spinbutton', { name: 'Quantity' })
  const reason = page.locator('form.flex').getByRole('status')
  for (const typed of ['', '0', '-2', '1.5']) {
    await field.fill('')
    await field.fill('2')
    await field.press('Tab')
    await expect(reason).toBeEmpty()
    await field.fill(typed)
    await addButton(page).click()
    await expect(reason).toHaveText('Please type a whole number. The quantity is still 2.')
    await expect(field).toHaveValue('2')
  }
  for (const end of [() => field.press('Enter'), () => field.press('Tab'), () => addButton(page).click()]) {
    await field.fill('5000')
    await end()
    await expect(reason).toHaveText(/^(?:Only \d+ (?:is|are) left|We sell at most 99 of one item at a time)\.$/)
    await expect(field).toHaveValue((await reason.textContent())?.match(/\d+/)?.[0] ?? '')
  }
  await expect(cartDrawer(page)).toBeHidden()
  await field.fill('1')
  await field.press('Enter')
  await expect(cartDrawer(page)).toBeVisible()
  await expect(quantityField(page)).toHaveValue('1')
})

test('a note of a failed change goes with the next change', async ({ page }) => {
  await openProductInStock(page)
  await addToCart(page)
  await page.route('**/cart/change', (route) => route.abort(), { times: 1 })
  await quantityField(page).fill('2')
  await quantityField(page).press('Enter')
  await expect(page.getByText('We did not hear back from the shop')).toBeVisible()
  await quantityField(page).fill('1')
  await quantityField(page).press('Enter')
  await quantityField(page).fill('2')
  await quantityField(page).press('Enter')
  await expect(quantityField(page)).toHaveValue('2')
  await expect(page.getByText('We did not hear back from the shop')).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page that follows says at the line what it made of a typed quantity', async ({ page }) => {
    await openProductInStock(page)
    await addButton(page).click()
    const update = async (quantity: string) => {
      await quantityField(page).fill(quantity)
      await page.getByRole('button', { name: 'Update' }).click()
    }
    await update('5000')
    await expectReduced(page)
    const told = page.url()
    await update('1')
    await expect(quantityField(page)).toHaveValue('1')
    await page.goto(told)
    await expect(quantityField(page)).toHaveValue('1')
    await expect(page.locator('.line-item .notice')).toHaveCount(0)
    for (const typed of ['', '-1', '1.5']) {
      await update(typed)
      await expect(page.locator('.line-item .notice')).toContainText(`${NOT_WHOLE} The quantity is still 1.`)
    }
    await update('0')
    await expect(page.locator('.line-item .notice')).toContainText(QUESTION)
    await page.getByRole('link', { name: /^Keep/ }).click()
    await expect(page).toHaveURL(/\/cart$/)
    await expect(quantityField(page)).toHaveValue('1')
    await update('0')
    await page
      .locator('.notice')
      .getByRole('button', { name: /^Remove/ })
      .click()
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
    await expect(quantityField(page)).toHaveCount(0)
  })
})
