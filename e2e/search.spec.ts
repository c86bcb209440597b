import type { Page } from 'playwright/test'
import { expectAccessible } from './support/axe'
import { expect, test } from './support/test'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search the shop' })
const options = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
const cards = (page: Page) => page.locator('main:visible').getByRole('article')
const chip = (page: Page, label: string) =>
  page.locator('main:visible').getByRole('link', { name: `Remove filter ${label}`, exact: true })

/** Types into the search field once it is hydrated, and submits the form. */
async function searchFor(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await field(page).press('Enter')
}

test('a query becomes filters, each of which can be removed', async ({ page }) => {
  await page.goto('/track')
  await searchFor(page, 'red shoes under 120')
  await expect(page).toHaveURL(/\/search\?in=clothing\/shoes&colour=red&price=\.\.120&asked=red\+shoes\+under\+120$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('“red shoes under 120”')
  await expect(cards(page).first()).toBeVisible()
  for (const label of ['in Shoes', 'Red', 'up to €120']) await expect(chip(page, label)).toBeVisible()

  const before = await cards(page).count()
  await chip(page, 'Red').click()
  await expect(page).not.toHaveURL(/colour=/)
  await expect(page).toHaveURL(/price=\.\.120&asked=/)
  await expect.poll(() => cards(page).count()).toBeGreaterThan(before)
  await expect(field(page)).toHaveValue('red shoes under 120')
})

test('the address reproduces the results and the original query', async ({ page }) => {
  await page.goto('/find?q=red+shoes+under+120')
  await expect(field(page)).toHaveValue('red shoes under 120')
  await expect(chip(page, 'Red')).toBeVisible()
  await expectAccessible(page)
})

test('a filter that was not meant can be searched as words', async ({ page }) => {
  await page.goto('/find?q=halden+laptop')
  await expect(page).toHaveURL(/brand=halden/)
  await page.getByRole('link', { name: 'the brand as a word' }).click()
  await expect(page).toHaveURL(/\/search\?in=electronics\/laptops&q=halden&asked=halden\+laptop$/)
  await page.getByRole('link', { name: '“halden laptop” as words' }).click()
  await expect(page).toHaveURL(/\/search\?q=halden\+laptop&asked=halden\+laptop$/)
  await expect(cards(page).first()).toBeVisible()
})

test('a bare query in an address means the same as in the search box, after one redirect', async ({
  page,
  request,
}) => {
  const bare = '/search?q=red+shoes+under+120'
  const [fromAddress, fromBox] = await Promise.all(
    [bare, '/find?q=red+shoes+under+120'].map((path) => request.get(path, { maxRedirects: 0 })),
  )
  expect(fromAddress?.status()).toBe(307)
  const target = (location: string | undefined) => new URL(location ?? '', 'http://shop.example').href
  expect(target(fromAddress?.headers().location)).toContain('asked=red+shoes+under+120')
  const path = (location: string | undefined) => new URL(location ?? '', 'http://shop.example').search
  expect(path(fromAddress?.headers().location)).toBe(path(fromBox?.headers().location))
  for (const address of ['/search?q=jeans', '/search?q=red+shoes&asked=red+shoes', '/search?q=red+shoes&sort=price'])
    expect((await request.get(address, { maxRedirects: 0 })).status(), address).toBe(200)
  await page.goto('/')
  const data = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(data.join()).toContain('/search?q={search_term_string}')
  const description = await request.get(
    (await page.locator('link[rel=search]').getAttribute('href')) ?? '/no-search-description',
  )
  expect(description.headers()['content-type']).toContain('application/opensearchdescription+xml')
  expect(await description.text()).toContain('/search?q={searchTerms}')
})

test('a guess and words that were left out are announced', async ({ page }) => {
  const main = page.locator('main:visible')
  await page.goto('/find?q=snekers')
  await expect(main).toContainText('No “snekers” here. Showing results for “sneakers”.')
  await page.goto('/find?q=men+jacket')
  await expect(main).toContainText('Nothing here matches all of it, so we left out “men”.')
  await page.goto('/find?q=fridge')
  await expect(main).toContainText('Nothing here is called “fridge”. These have it in their details.')
  await page.goto('/find?q=lawnmower')
  await expect(cards(page)).toHaveCount(0)
})

test('suggestions can be chosen by keyboard alone', async ({ page }) => {
  await page.goto('/track')
  await field(page).focus()
  await page.keyboard.type('lapt')
  await expect(options(page).first()).toBeVisible()
  for (const group of ['Searches', 'Departments', 'Products'])
    await expect(page.getByRole('listbox').getByRole('group', { name: group })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('ArrowUp') // from the search field to the last suggestion
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown') // and back to the search field
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant', /.+/)
  await page.keyboard.press('ArrowDown')
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?.*asked=laptop/)
  await expect(field(page)).toHaveValue(/^laptops?$/)
  await expect(page.getByRole('listbox')).toBeHidden()
})

test('recent searches are offered until they are cleared', async ({ page }) => {
  await page.goto('/track')
  await searchFor(page, 'oat soap')
  await expect(page).toHaveURL(/\/search/)
  await page.goto('/track')
  await field(page).click()
  await expect(options(page).first()).toHaveText('oat soap')
  await expect(options(page).last()).toHaveText('Forget these')
  await options(page)
    .getByText('Forget these')
    .or(page.getByRole('option', { name: 'Forget these' }))
    .first()
    .click()
  await page.goto('/track')
  await field(page).click()
  await expect(options(page)).toHaveCount(0)
})

test('a query without results suggests one that has some', async ({ page }) => {
  // As words: a bare query would be corrected.
  await page.goto('/search?q=laptpp+qqxqqz&asked=laptpp+qqxqqz')
  await expect(page.getByRole('heading', { name: 'Nothing called “laptpp qqxqqz”' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'laptop', exact: true }).click()
  await expect(page).toHaveURL(/asked=laptop$/)
  await expect(cards(page).first()).toBeVisible()
})

test('if the server does not answer, the search runs with the plain words', async ({ page }) => {
  await page.route('**/find?**', (route) => route.abort())
  await page.route('**/api/search?**', (route) => route.abort())
  await page.goto('/track')
  await searchFor(page, 'lamp')
  await expect(page).toHaveURL(/\/search\?(?:.*&)?q=lamp/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form turns a query into filters too', async ({ page }) => {
    await page.goto('/track')
    await page.getByLabel('Search the shop').fill('red shoes under 120')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await expect(page).toHaveURL(/colour=red&price=\.\.120&asked=/)
    await chip(page, 'in Shoes').click()
    await expect(page).toHaveURL(/\/search\?q=red\+shoes&price=\.\.120&asked=/)
  })

  test('an unknown word is ignored, and the page says so', async ({ page }) => {
    await page.goto('/track')
    await page.getByLabel('Search the shop').fill('red nike shoes under 120')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await expect(page).toHaveURL(/colour=red&price=\.\.120&asked=.*&left=nike$/)
    await expect(page.getByText('Nothing here matches all of it, so we left out “nike”.')).toBeVisible()
    await expect(cards(page).first()).toBeVisible()
    await page.getByRole('link', { name: '“red nike shoes under 120” as words' }).click()
    await expect(page.getByRole('heading', { name: 'Nothing called “red nike shoes under 120”' })).toBeVisible()
  })
})

for (const [name, text] of [
  ['ten thousand letters', 'x'.repeat(7_000)],
  ['operators', '$gt {"$ne":1} (.*)+'],
  ['quotation marks', '"red "shoes" under 80'],
  ['pictures', '🍋👟'],
  ['another direction', 'أحذية حمراء'],
  ['control characters', '\u0001\u0007'],
])
  test(`a search for ${name} never gets a server error, nor do its suggestions`, async ({ request }) => {
    const page = await request.get('/find', { params: { q: text! } })
    expect(page.status()).toBe(200)
    const suggestions = await request.get('/api/search', { params: { q: text! } })
    expect([200, 400]).toContain(suggestions.status())
  })
