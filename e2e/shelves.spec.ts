import type { Page } from 'playwright/test'
import { expectAccessible } from './support/axe'
import { announced } from './support/shop'
import { announcedPaths } from './support/sitemap'
import { expect, test } from './support/test'

const LISTING = '/c/electronics/laptops'
const main = (page: Page) => page.locator('main:visible')
const cards = (page: Page) => main(page).getByRole('article')
const tray = (page: Page) => page.getByRole('complementary', { name: 'Products to compare' })
const tick = (page: Page, index: number) =>
  cards(page)
    .nth(index)
    .getByRole('checkbox', { name: /^Compare/ })
const columns = (page: Page) => main(page).getByRole('columnheader')

test('collections are linked from every page, and each is a listing with filters', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Collections' }).click()
  await expect(page).toHaveURL(/\/collections$/)
  const tile = main(page)
    .getByRole('link', { name: /^\d+ things? / })
    .first()
  const count = Number((await tile.textContent())?.match(/\d+/)?.[0])
  await tile.click()
  await expect(page).toHaveURL(/\/collections\/[a-z0-9-]+$/)
  await expect(cards(page)).toHaveCount(Math.min(count, 24))
  const address = page.url()
  await main(page).getByRole('combobox', { name: 'Sort by' }).first().selectOption('price')
  await expect(page).toHaveURL(`${address}/~/sort=price`)
  const again = await page.goto(page.url())
  expect(again?.status()).toBe(200)
  await expect(cards(page)).toHaveCount(Math.min(count, 24))
})

test('an unknown collection is a 404; in a search it is ignored, and the page says so', async ({ page, request }) => {
  expect((await request.get('/collections/no-such-collection')).status()).toBe(404)
  expect((await request.get('/collections/no/such')).status()).toBe(404)
  await page.goto('/search?collection=no-such-collection&sort=price')
  await expect(main(page).getByText(/what is no filter here: collection=no-such-collection/)).toBeVisible()
})

test('the sitemap lists collections under their canonical addresses', async ({ page, request }) => {
  const paths = await announcedPaths(async (path) => (await request.get(path)).text())
  const path = paths.find((path) => path.startsWith('/collections/'))
  await page.goto(path!)
  await expect(page.locator('link[rel="canonical"]').last()).toHaveAttribute('href', new RegExp(`${path}$`))
  await expect(page.locator('meta[name="robots"][content*="noindex"]')).toHaveCount(0)
})

test('products ticked on cards are compared side by side, and stay selected', async ({ page }) => {
  await page.goto(LISTING)
  await tick(page, 0).check()
  await tick(page, 2).check()
  await expect(tray(page).getByRole('link')).toHaveText(/Compare 2/)
  await page.goto('/c/groceries')
  await tick(page, 1).check()
  await tray(page).getByRole('link').click()
  await expect(page).toHaveURL(/\/compare\?p=[a-z0-9-]+,[a-z0-9-]+,[a-z0-9-]+$/)
  await expect(columns(page)).toHaveCount(3)
  await expect(tray(page)).toHaveCount(0)
  await main(page)
    .getByRole('link', { name: /^Take away/ })
    .last()
    .click()
  await expect(columns(page)).toHaveCount(2)
  await page.goto(LISTING)
  await expect(tick(page, 0)).toBeChecked()
  await expect(tick(page, 1)).not.toBeChecked()
  await tray(page).getByRole('button', { name: 'Compare nothing' }).click()
  await expect(tick(page, 0)).not.toBeChecked()
})

test('a fifth product is refused with a message', async ({ page }) => {
  await page.goto(LISTING)
  for (const index of [0, 1, 2, 3]) await tick(page, index).check()
  await tick(page, 4).click()
  await expect(tick(page, 4)).not.toBeChecked()
  await expect(page.getByText(/fit into a comparison/)).toBeVisible()
})

test('the comparison can be limited to differences, and names unknown products', async ({ page }) => {
  await page.goto(LISTING)
  const hrefs = await cards(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const slugs = hrefs.slice(0, 3).map((href) => href!.replace('/p/', '').replace(/#.*/, ''))
  await page.goto(`/compare?p=${slugs.join(',')},no-such-thing`)
  await expect(main(page).getByText(/Left out .*no-such-thing/)).toBeVisible()
  const rows = main(page).getByRole('row')
  const all = await rows.count()
  await main(page).getByRole('switch', { name: 'Differences only' }).check()
  const different = await main(page).locator('tr.is-different').count()
  await expect(main(page).locator('tr.is-same:visible')).toHaveCount(0)
  expect(await rows.count()).toBeLessThanOrEqual(all)
  await expect(main(page).locator('tr.is-different:visible')).toHaveCount(different)
  await expectAccessible(page)
})

test('recently viewed products are shown below a product, without itself, until they are cleared', async ({ page }) => {
  const { products } = await announced(page.request)
  const kept = () => page.evaluate<string[]>(() => JSON.parse(localStorage.getItem('viewed') ?? '[]'))
  for (const [index, path] of products.slice(0, 3).entries()) {
    await page.goto(path)
    await expect.poll(kept).toHaveLength(index + 1) // the page's scripts run after the load event
  }
  const viewed = main(page).getByRole('region', { name: 'Recently viewed' }).getByRole('listitem')
  await expect(viewed).toHaveCount(2)
  await expect(viewed.first().getByRole('link')).toHaveAttribute('href', products[1]!)
  await main(page).getByRole('button', { name: 'Forget these' }).click()
  await expect(viewed).toHaveCount(0)
  await page.goto(products[0]!)
  await expect(viewed).toHaveCount(1)
})

for (const width of [320, 390])
  test(`two compared products fit side by side at ${width} px, and nothing covers their badges`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    const { products } = await announced(page.request)
    const slugs = products.slice(0, 3).map((path) => path.replace('/p/', ''))
    await page.goto(`/compare?p=${slugs.slice(0, 2).join(',')}`)
    const heads = page.locator('main:visible').getByRole('columnheader')
    await expect(heads).toHaveCount(2)
    for (const head of await heads.all()) {
      const box = await head.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
      const isOnTop = await head.locator('.ticket').evaluate((ticket) => {
        const { left, top, width, height } = ticket.getBoundingClientRect()
        const points = [0.1, 0.5, 0.9].map((share) => document.elementFromPoint(left + share * width, top + height / 2))
        return points.every((element) => ticket.contains(element))
      })
      expect(isOnTop, 'the price is not covered').toBe(true)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.goto(`/compare?p=${slugs.join(',')}`)
    await expect(page.locator('main:visible').getByText('Swipe sideways to see all 3.')).toBeVisible()
    const third = await heads.nth(2).boundingBox()
    expect(third?.x, 'the third one shows its edge').toBeLessThan(width)
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a product page leads to its comparison, which offers similar products', async ({ page }) => {
    await page.goto(LISTING)
    await cards(page).first().getByRole('link').first().click()
    await page.locator('main').getByRole('link', { name: 'Compare' }).click()
    await expect(page).toHaveURL(/\/compare\?p=/)
    await expect(columns(page)).toHaveCount(1)
    await page
      .locator('main')
      .getByRole('link', { name: /^Compare with/ })
      .first()
      .click()
    await expect(columns(page)).toHaveCount(2)
    await page.locator('main').getByRole('switch', { name: 'Differences only' }).check()
    await expect(page.locator('tr.is-same:visible')).toHaveCount(0)
    await page
      .locator('main')
      .getByRole('link', { name: /^Take away/ })
      .first()
      .click()
    await expect(columns(page)).toHaveCount(1)
  })
})
