import type { Page } from 'playwright/test'
import { REVIEW_RIGHT } from '@/lib/domain/reviews/review-right'
import { expectAccessible } from './support/axe'
import { deliver } from './support/orders'
import { addToCart, announced, fillCheckout, openProductInStock, orderButton } from './support/shop'
import { expect, test } from './support/test'

/** Buys the first product in stock and marks the order as delivered. Returns the path of the product page. */
async function buyAndReceive(page: Page): Promise<string> {
  await openProductInStock(page)
  const product = new URL(page.url()).pathname
  await addToCart(page)
  await page.goto('/checkout')
  await fillCheckout(page)
  await orderButton(page).click()
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/)
  await expect(page.getByText(REVIEW_RIGHT)).toBeVisible()
  await deliver(new URL(page.url()).pathname.split('/').at(-1)!)
  await page.reload()
  return product
}

test('a buyer reviews a delivered product; another visitor filters by stars, votes for it and reports it', async ({
  page,
  browser,
}) => {
  const title = `Bright at ${Date.now()}`
  const product = await buyAndReceive(page)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Please choose one to five stars.')).toBeVisible()
  await page.getByRole('radio', { name: /2 stars/ }).check({ force: true })
  await page.getByLabel('In a few words').fill(title)
  await page.getByLabel('Your review').fill('I read by it every evening.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Your review is public now')).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await other.goto(product)
  const reviews = other.getByRole('article', { name: title })
  await expect(reviews).toContainText('Bought here')
  await other.getByRole('link', { name: /^2 stars/ }).click()
  await expect(reviews).toBeVisible()
  await expect(other.getByRole('link', { name: /^2 stars/ })).toHaveAttribute('aria-current', 'true')

  const helpful = reviews.getByRole('button', { name: /Helpful/ })
  const voted = other.waitForResponse((answer) => answer.url().includes('/reviews/vote') && answer.status() !== 307)
  await helpful.click()
  await expect(helpful).toHaveAttribute('aria-pressed', 'true')
  expect(await (await voted).json()).toMatchObject({ ok: true, helpful: 1 })
  await other.reload()
  await expect(helpful).toHaveAttribute('aria-pressed', 'true')
  await expect(helpful).toContainText('1')
  await helpful.click()
  await expect(helpful).toHaveAttribute('aria-pressed', 'false')

  await reviews.getByText('Report', { exact: true }).click()
  await reviews.getByRole('button', { name: 'Report it' }).click()
  await expect(reviews.getByText('We will look at it.')).toBeVisible()
  await expectAccessible(other)
})

test('a new review counts on its page at once', async ({ page }) => {
  const product = await buyAndReceive(page)
  await page.getByRole('radio', { name: /1 star/ }).check({ force: true })
  await page.getByLabel('In a few words').fill('Not mine')
  await page.getByLabel('Your review').fill('It is too bright for me.')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Your review is public now')).toBeVisible()
  await page.goto(product)
  await expect(page.locator('main:visible').getByRole('link', { name: /^1 star\b/ })).toBeVisible()
})

/** Opens the first product with reviews of several variants. */
async function openReviewed(page: Page): Promise<void> {
  const { products } = await announced(page.request)
  for (const path of products) {
    await page.goto(path)
    if ((await page.locator('main:visible').getByLabel('Reviews of').count()) > 0) return
  }
  throw new Error('The demo shop has no product with reviews of several variants')
}

test('reviews are filtered by stars and variant, in the address, in words and back again', async ({ page }) => {
  await openReviewed(page)
  const section = page.locator('main:visible .rev')
  const words = section.getByRole('status')
  const whole = await words.textContent()
  const stars = section.getByRole('link', { name: /^\d stars?/ }).first()
  const [, number = ''] = /^(\d)/.exec((await stars.textContent()) ?? '') ?? []
  await stars.click()
  await expect(page).toHaveURL(new RegExp(`\\?stars=${number}$`))
  await expect(words).toContainText(`with ${number} star`)
  await expect(stars).toHaveAttribute('aria-current', 'true')
  const variant = section.getByLabel('Reviews of')
  const [sku = ''] = await variant
    .locator('option:not([value=""])')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  await variant.selectOption(sku)
  await expect(page).toHaveURL(new RegExp(`variant=${sku}`))
  const count = await words.textContent()
  await page.reload()
  await expect(words).toHaveText(count ?? '')
  await expect(stars).toHaveAttribute('aria-current', 'true')
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`\\?stars=${number}$`))
  await expect(variant).toHaveValue('')
  await section.getByRole('link', { name: 'Clear' }).click()
  await expect(words).toHaveText(whole ?? '')
  await expect(page).not.toHaveURL(/stars=/)
})

test('every place says in the same words where and when a review can be written', async ({ page }) => {
  await openReviewed(page)
  const product = new URL(page.url()).pathname
  for (const path of [product, `${product}/reviews`, '/help/privacy']) {
    await page.goto(path)
    await expect(page.locator('main:visible').getByText(REVIEW_RIGHT)).toBeVisible()
  }
})

test('reviews that fail to load leave the sort unchanged', async ({ page }) => {
  const { products } = await announced(page.request)
  const sort = page.locator('main:visible').getByLabel('Sort reviews')
  for (const path of products) {
    await page.goto(path)
    if ((await sort.count()) > 0) break
  }
  await page.route('**/api/reviews?**', (route) => route.abort())
  await sort.selectOption('helpful')
  await expect(page.getByText('The reviews could not be loaded. Please try again.')).toBeVisible()
  await expect(sort).toHaveValue('newest')
})

test('reviews of an unknown product are a 404', async ({ request }) => {
  expect((await request.get('/p/no-such-product/reviews')).status()).toBe(404)
  expect((await request.get('/api/reviews?product=nonsense')).status()).toBe(400)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a review is written, voted for and reported by plain forms', async ({ page, browser }) => {
    const buyer = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
    const product = await buyAndReceive(buyer)
    await page.goto(buyer.url())
    await page.getByLabel('In a few words').fill('By hand')
    await page.getByLabel('Your review').fill('Works without anything.')
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByText('Please choose one to five stars.')).toBeVisible()
    await expect(page.getByLabel('Your review')).toHaveValue('Works without anything.')
    await page.getByRole('radio', { name: /3 stars/ }).check({ force: true })
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page).toHaveURL(/reviewed=0/)

    await page.goto(product)
    await page.getByRole('link', { name: /^3 stars/ }).click()
    await expect(page).toHaveURL(/\/reviews\?stars=3/)
    const review = page.getByRole('article', { name: 'By hand' }).first()
    await review.getByRole('button', { name: 'Helpful' }).click()
    await expect(review.getByRole('button', { name: 'Helpful 1' })).toHaveAttribute('aria-pressed', 'true')
    await review.getByText('Report', { exact: true }).click()
    await review.getByRole('button', { name: 'Report it' }).click()
    await expect(page.getByText('We will look at it.')).toBeVisible()
  })
})
