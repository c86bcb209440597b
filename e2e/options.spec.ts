import type { APIRequestContext, Page } from 'playwright/test'
import { type ListingView, listingViewSchema } from '@/lib/contracts/listing/listing'
import { addButton, addToCart, cartDrawer } from './support/shop'
import { expect, test } from './support/test'

const SIZED = '/c/clothing/tops/t-shirts'
const main = (page: Page) => page.locator('main:visible')
const sizes = (page: Page) => main(page).getByRole('group', { name: /^Size/ }).getByRole('radio')
const chooseButton = (page: Page) => main(page).getByRole('button', { name: 'Choose your size' }).first()

async function listing(request: APIRequestContext, query: string): Promise<ListingView> {
  const answer = await request.get(`/api/listing?${query}`)
  return listingViewSchema.parse(await answer.json())
}

/** Returns the cards of all pages of a category. */
async function allCards(request: APIRequestContext, category: string): Promise<ListingView['cards']> {
  const { cards, pages } = await listing(request, `in=${category}`)
  const rest = await Promise.all(
    Array.from({ length: pages - 1 }, (_, index) => listing(request, `in=${category}&page=${index + 2}`)),
  )
  return [...cards, ...rest.flatMap((page) => page.cards)]
}

test('the shopper chooses the size: the button asks for it, and then adds it', async ({ page }) => {
  await page.goto(SIZED)
  await main(page).getByRole('article').first().getByRole('link').click()
  await expect(chooseButton(page)).toBeVisible()
  await expect(main(page).getByRole('group', { name: /^Size/ }).getByRole('radio', { checked: true })).toHaveCount(0)
  await chooseButton(page).click()
  await expect(main(page).getByRole('alert').filter({ hasText: 'please choose' })).toBeVisible()
  await expect(sizes(page).first()).toBeFocused()
  await expect(cartDrawer(page)).toBeHidden()
  const size = main(page).locator('fieldset:has(legend:text("Size")) .opt:not(.is-out)').first()
  const label = await size.locator('b').textContent()
  await size.click()
  await expect(page).toHaveURL(/#[A-Z0-9-]+$/)
  await addToCart(page)
  await expect(cartDrawer(page).getByRole('listitem').first()).toContainText(new RegExp(`\\b${label}\\b`))
  await page.reload()
  await expect(main(page).getByRole('group', { name: /^Size/ }).getByRole('radio', { checked: true })).toHaveCount(1)
})

test('a colour leaves the size open, and a filter by one size chooses it', async ({ page }) => {
  await page.goto(SIZED)
  await main(page).getByRole('article').first().getByRole('link').click()
  await main(page).locator('.swatch').last().click()
  await expect(page).toHaveURL(/#~[A-Z0-9-]+$/)
  await expect(chooseButton(page)).toBeVisible()
  await page.goto(`${SIZED}/~/size=l`)
  await main(page).getByRole('article').first().getByRole('link').click()
  await expect(main(page).getByRole('radio', { name: /^L\b/ })).toBeChecked()
  await expect(addButton(page)).toBeEnabled()
})

test('sold-out products come last, promise nothing and cannot be counted', async ({ page, request }) => {
  let path: string | undefined
  for (const category of ['home/lighting', 'toys/games', 'books/fiction', 'groceries/larder']) {
    const cards = await allCards(request, category)
    const out = cards.map((card) => card.isVariantOut)
    expect(out, category).toEqual([...out].sort())
    path ??= cards.find(({ stock }) => stock === 'sold_out')?.href
  }
  if (!path) throw new Error('The demo shop has no sold-out product in these categories')
  await page.goto(path)
  await expect(main(page).getByRole('button', { name: 'Sold out' }).first()).toBeDisabled()
  await expect(main(page).getByText(/^With you/)).toHaveCount(0)
  await expect(main(page).getByRole('spinbutton')).toHaveCount(0)
})

test('a filter that leaves only sold-out variants says so on the card', async ({ page, request }) => {
  const { facets } = await listing(request, 'in=electronics/laptops')
  const slugs = (key: string) =>
    facets.flatMap((facet) =>
      facet.key === key && facet.kind === 'values' ? facet.options.map(({ slug }) => slug) : [],
    )
  for (const ram of slugs('ram'))
    for (const storage of slugs('storage')) {
      const { cards, href } = await listing(request, `in=electronics/laptops&ram=${ram}&storage=${storage}`)
      const found = cards.find((card) => card.isVariantOut && card.stock !== 'sold_out')
      if (!found) continue
      await page.goto(href)
      const card = main(page)
        .getByRole('article')
        .filter({ has: page.getByRole('link', { name: found.name, exact: true }) })
      await expect(card).toContainText('This choice is sold out')
      expect(cards[0]?.isVariantOut, 'one that can be had comes first').toBe(false)
      return
    }
  throw new Error('No pair of memory and storage is sold out in the demo shop')
})

test.describe('without client-side scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('nothing is added before a variant is chosen', async ({ page }) => {
    await page.goto(SIZED)
    await main(page).getByRole('article').first().getByRole('link').click()
    const variant = main(page).getByRole('combobox', { name: 'Variant' })
    await addButton(page).click()
    await expect(variant).toBeVisible()
    await expect(page).toHaveURL(/\/p\//)
    const sku = await variant.locator('option:not([disabled]):not([value=""])').first().getAttribute('value')
    await variant.selectOption(sku)
    await addButton(page).click()
    await expect(page).toHaveURL(/\/cart/)
    await expect(main(page).getByRole('listitem').first()).toBeVisible()
  })
})
