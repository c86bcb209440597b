import type { Page } from 'playwright/test'
import { expect, test } from './support/test'

const LISTING = '/c/electronics/laptops'
const boxes = (page: Page) => page.locator('main:visible').getByRole('checkbox')
const cards = (page: Page) => page.locator('main:visible').getByRole('article')
const chips = (page: Page) => page.getByRole('list', { name: 'Active filters' }).getByRole('link', { name: /^Remove/ })
const shown = async (page: Page) => (await cards(page).getByRole('heading').allTextContents()).join('|')

/** Sets a mark on the window that a page load would remove. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isMarked: true }))
const isMarked = (page: Page) => page.evaluate(() => 'isMarked' in window)

test('filters change the listing without a page load, and Back undoes them one by one', async ({ page }) => {
  await page.goto(LISTING)
  await mark(page)
  const whole = await shown(page)
  await boxes(page).nth(0).click()
  await expect(chips(page)).toHaveCount(1)
  await expect.poll(() => shown(page)).not.toBe(whole)
  const narrowed = await shown(page)
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('price')
  await expect(page).toHaveURL(/sort=price/)
  await expect(page).toHaveTitle(/^Laptops, .+ · Nexus$/)
  await page.goBack()
  await expect.poll(() => shown(page)).toBe(narrowed)
  await expect(boxes(page).nth(0)).toBeChecked()
  await page.goBack()
  await expect.poll(() => shown(page)).toBe(whole)
  await expect(boxes(page).nth(0)).not.toBeChecked()
  await expect(page).toHaveTitle('Laptops · Nexus')
  await page.goForward()
  await expect.poll(() => shown(page)).toBe(narrowed)
  expect(await isMarked(page)).toBe(true)
})

test('Back from a product returns to the filtered listing', async ({ page }) => {
  await page.goto(LISTING)
  await boxes(page).nth(1).click()
  await expect(chips(page)).toHaveCount(1)
  await expect(page.locator('[aria-label=Results]')).not.toHaveAttribute('aria-busy', 'true')
  const narrowed = await shown(page)
  await cards(page).first().getByRole('link').click()
  await expect(page).toHaveURL(/\/p\//)
  await page.goBack()
  await expect(page).toHaveURL(/~\/brand=/)
  await expect.poll(() => shown(page)).toBe(narrowed)
  await expect(boxes(page).nth(1)).toBeChecked()
})

test('Back leads through all filters after a product was opened by its variant and reloaded', async ({ page }) => {
  await page.goto(LISTING)
  const seen = [await shown(page)]
  for (const group of ['Colour', 'Memory', 'Storage']) {
    const before = await chips(page).count()
    await page.locator('main:visible').getByRole('group', { name: group }).getByRole('checkbox').nth(1).click()
    await expect(chips(page)).toHaveCount(before + 1)
    await expect(page.locator('[aria-label=Results]')).not.toHaveAttribute('aria-busy', 'true')
    seen.push(await shown(page))
  }
  await page.locator('main:visible article a[href*="#"]').first().click()
  await expect(page).toHaveURL(/\/p\/.+#/)
  await page.reload()
  await expect(page.locator('main:visible').getByRole('heading', { level: 1 })).toBeVisible()
  for (const [index, cards] of seen.reverse().entries()) {
    await page.goBack()
    await expect.poll(() => shown(page)).toBe(cards)
    await expect(chips(page)).toHaveCount(3 - index)
  }
  await expect(page).toHaveURL(new RegExp(`${LISTING}$`))
})

test('two filters clicked in quick succession both apply, and both can be removed', async ({ page }) => {
  await page.goto(LISTING)
  await page.route('**/api/listing?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await boxes(page).nth(0).click()
  await boxes(page).nth(1).click()
  await expect(chips(page)).toHaveCount(2)
  await chips(page).first().click()
  await chips(page).first().click()
  await expect(page).toHaveURL(new RegExp(`${LISTING}$`))
  await expect(chips(page)).toHaveCount(0)
})

test('a listing that fails to load says so, keeps its products, and loads on request', async ({ page }) => {
  await page.goto(LISTING)
  await page.route('**/api/listing?*', (route) => route.abort())
  await boxes(page).nth(0).click()
  await expect(page.getByText('These products could not be loaded.')).toBeVisible()
  await expect(cards(page).first()).toBeVisible()
  await page.unroute('**/api/listing?*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(chips(page)).toHaveCount(1)
})

test('the price slider and the price fields agree', async ({ page }) => {
  await page.goto(LISTING)
  const price = page.locator('main:visible').getByRole('group', { name: 'Price' })
  await price.getByRole('slider', { name: 'Highest price' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/price=\.\.\d+/)
  const [, most] = /price=\.\.(\d+)/.exec(page.url()) ?? []
  await expect(price.getByLabel('Price to')).toHaveValue(Number(most).toLocaleString('en-IE'))
})

test('what is no price keeps the filter and says so; a price is shown as money', async ({ page }) => {
  await page.goto('/search?in=groceries&price=..30')
  const price = page.locator('main:visible').getByRole('group', { name: 'Price' })
  await price.getByLabel('Price to').fill('abc')
  await page.keyboard.press('Tab')
  await expect(price.getByRole('alert')).toContainText('“abc” is no price')
  await expect(price.getByLabel('Price to')).toHaveAttribute('aria-invalid', 'true')
  await expect(page).toHaveURL(/price=\.\.30$/)
  await price.getByLabel('Price to').fill('24,90')
  await page.keyboard.press('Tab')
  await expect(page).toHaveURL(/price=\.\.24\.9$/)
  await expect(price.getByLabel('Price to')).toHaveValue('24.90')
  await expect(price.getByRole('alert')).toHaveCount(0)
})

test('the price slider stops at 25', async ({ page }) => {
  await page.goto('/c/clothing/tops/t-shirts')
  const price = page.locator('main:visible').getByRole('group', { name: 'Price' })
  await price.getByLabel('Price to').fill('26')
  await page.keyboard.press('Tab')
  await expect(page).toHaveURL(/price=\.\.26$/)
  const slider = price.getByRole('slider', { name: 'Highest price' })
  await slider.focus()
  for (let press = 0; press < 3 && !/price=\.\.25$/.test(page.url()); press++) {
    const before = page.url()
    await page.keyboard.press('ArrowLeft')
    await expect(page).not.toHaveURL(before)
  }
  await expect(page).toHaveURL(/price=\.\.25$/)
})

test('a filtered variant is shown on the card and selected on the product page', async ({ page }) => {
  await page.goto(LISTING)
  const colours = page.locator('main:visible').getByRole('group', { name: 'Colour' })
  const colour = await colours.getByRole('checkbox').nth(1).locator('xpath=..').textContent()
  await colours.getByRole('checkbox').nth(1).click()
  await expect(chips(page)).toHaveCount(1)
  await expect(page.locator('[aria-label=Results]')).not.toHaveAttribute('aria-busy', 'true')
  const pictures = await cards(page)
    .locator('img')
    .evaluateAll((images) => images.map((image) => image.getAttribute('alt')))
  const name = colour?.trim().toLowerCase() ?? ''
  expect(pictures.length).toBeGreaterThan(0)
  for (const alt of pictures) expect(alt?.toLowerCase()).toContain(name)
  const choice = cards(page)
    .filter({ has: page.locator('a[href*="#"]') })
    .first()
    .getByRole('link')
  await choice.click()
  await expect(page).toHaveURL(/\/p\//)
  await expect(page.locator('main:visible').getByText(new RegExp(`Colour:\\s*${name}`, 'i'))).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the filter sheet stays open and shows the number of results', async ({ page }) => {
    await page.goto(LISTING)
    await page.getByRole('button', { name: /^Filter/ }).click()
    const sheet = page.getByRole('dialog')
    const count = await sheet.locator('.facet-row .count').first().textContent()
    await sheet.getByRole('checkbox').first().check()
    await expect(sheet.getByRole('button', { name: `Show ${count} laptops` })).toBeVisible()
    await sheet.getByRole('button', { name: /^Show/ }).click()
    await expect(sheet).toBeHidden()
    await expect(cards(page)).toHaveCount(Math.min(24, Number(count)))
  })
})

test('the listing’s JSON endpoint refuses unknown parameters', async ({ request }) => {
  const ask = async (query: string) => {
    const response = await request.get(`/api/listing?${query}`)
    return [response.status(), await response.json()]
  }
  expect(await ask('in=electronics/laptops&ram=16-gb')).toMatchObject([200, { q: '', page: 1 }])
  expect(await ask('in=electronics/nothing')).toMatchObject([404, { code: 'not_found' }])
  for (const query of ['in=electronics/laptops&constructor=a', 'brand[$gt]=1', 'in=electronics/laptops&ram=plenty'])
    expect(await ask(query)).toMatchObject([400, { code: 'invalid_filter' }])
  const many = Array.from({ length: 200 }, (_, index) => `v${index}`).join(',')
  expect((await ask(`in=electronics/laptops&brand=${many}`))[0]).toBe(400)
})
