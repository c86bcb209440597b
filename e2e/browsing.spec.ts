import type { Page } from 'playwright/test'
import { addButton, cartDrawer, openProductInStock } from './support/shop'
import { expect, test } from './support/test'

const LISTING = '/c/electronics/laptops'
const cards = (page: Page) => page.locator('main:visible').getByRole('article')
const brandBox = (page: Page) => page.locator('main:visible').getByRole('checkbox').first()

/** Returns the number of products that is shown beside the first filter's checkbox. */
async function promised(page: Page): Promise<number> {
  const row = page.locator('.facet-row:visible').first()
  return Number((await row.locator('.count').textContent())?.replace(/\D/g, ''))
}

test('a filter shows as many products as its count says, and its address reproduces them', async ({ page }) => {
  await page.goto(LISTING)
  const count = await promised(page)
  await brandBox(page).click()
  await expect(page).toHaveURL(/~\/brand=/)
  await expect(cards(page)).toHaveCount(Math.min(count, 24))
  const address = page.url()
  await page.goto('/')
  await page.goto(address)
  await expect(cards(page)).toHaveCount(Math.min(count, 24))
  await expect(brandBox(page)).toBeChecked()
  await brandBox(page).click()
  await expect(page).toHaveURL(new RegExp(`${LISTING}$`))
})

test('more than two filters lead to an address that crawlers ignore', async ({ page }) => {
  await page.goto(LISTING)
  for (const index of [0, 1, 2]) {
    await page.locator('main:visible').getByRole('checkbox').nth(index).click()
    await expect(page.locator('main:visible').getByRole('checkbox').nth(index)).toBeChecked()
  }
  await expect(page).toHaveURL(/\/search\?in=electronics/)
  await page.reload()
  await expect(page.locator('meta[name="robots"]').last()).toHaveAttribute('content', /noindex/)
})

test('search suggestions appear while typing and work by keyboard alone', async ({ page }) => {
  await page.goto('/')
  const field = page.getByRole('combobox', { name: 'Search the shop' })
  await field.focus()
  await page.keyboard.type('laptpo') // search tolerates typos
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(field).toHaveAttribute('aria-activedescendant', /.+/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/asked=laptpo&guess=laptop/)
  await expect(cards(page).first()).toBeVisible()
})

test('the drawer traps the focus and returns it', async ({ page }) => {
  await openProductInStock(page)
  await addButton(page).focus()
  await page.keyboard.press('Enter')
  await expect(cartDrawer(page)).toBeVisible()
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab')
    const isOutside = await page.evaluate(
      () => document.activeElement !== document.body && !document.activeElement?.closest('dialog'),
    )
    expect(isOutside).toBe(false)
  }
  await page.keyboard.press('Escape')
  await expect(cartDrawer(page)).toBeHidden()
  await expect(addButton(page)).toBeFocused()
})

test('the first Tab reaches “Skip to content”', async ({ page }) => {
  await page.goto(LISTING)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
})

test('the chosen theme persists', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const choose = page.getByRole('button', { name: /^Theme/ }).first()
  for (let presses = 0; presses < 3 && (await page.locator('html').getAttribute('data-theme')) !== 'dark'; presses++)
    await choose.click()
  await page.goto('/help/terms')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('every picture of the front page loads', async ({ page }) => {
  await page.goto('/')
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.images]
          .filter(({ complete, naturalWidth }) => complete && naturalWidth === 0)
          .map(({ src }) => src),
      ),
    )
    .toEqual([])
})

test('production has no dev mailbox and no dev order steps', async ({ request }) => {
  for (const path of ['/dev/mails', '/dev/orders', '/dev/orders/step'])
    expect((await request.get(path)).status()).toBe(404)
  const step = { orderId: '00000000-0000-4000-8000-000000000000', step: 'PAID' }
  expect((await request.post('/dev/orders/step', { form: step })).status()).toBe(404)
})

test('a picture is looked at in the whole window and in twice the size, and the next one starts anew', async ({
  page,
}) => {
  await openProductInStock(page)
  await page
    .locator('main:visible')
    .getByRole('button', { name: /^Zoom picture/ })
    .click()
  const dialog = page.getByRole('dialog').filter({ has: page.locator('.zoom-stage') })
  const picture = dialog.locator('.zoom-stage img')
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1_280)
  const [box, window] = [await dialog.boundingBox(), page.viewportSize()]
  expect(box?.width ?? 0).toBeGreaterThan(0.95 * (window?.width ?? 0))
  expect(box?.height ?? 0).toBeGreaterThan(0.95 * (window?.height ?? 0))
  await dialog.getByRole('button', { name: 'Look closer' }).click()
  await expect(dialog.getByRole('button', { name: 'Step back' })).toHaveAttribute('aria-pressed', 'true')
  await dialog.getByRole('button', { name: 'Next picture' }).click()
  await expect(dialog.getByRole('button', { name: 'Look closer' })).toHaveAttribute('aria-pressed', 'false')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the filter form leads to the same address', async ({ page }) => {
    await page.goto(LISTING)
    await brandBox(page).check()
    await page
      .locator('main')
      .getByRole('button', { name: /Show|Apply|Filter/ })
      .first()
      .click()
    await expect(page).toHaveURL(/~\/brand=/)
    await expect(cards(page).first()).toBeVisible()
  })
})
