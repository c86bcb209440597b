import { addToCart, openProductInStock } from './support/shop'
import { expect, test } from './support/test'

test('the notice of the legal guarantee stands in the terms and at the order button', async ({ page }) => {
  const notice = page.locator('main:visible').getByRole('region', { name: 'Your legal guarantee' })
  await page.goto('/help/terms')
  await expect(notice).toContainText('Stand-in for the official EU notice')
  await expect(notice.getByRole('link')).toHaveAttribute('href', /^https:\/\/europa\.eu\//)
  await openProductInStock(page)
  await addToCart(page)
  await page.goto('/checkout')
  await expect(notice).toContainText('at least two years')
})

test('the help page of returns has the instruction on withdrawal and the model form', async ({ page }) => {
  await page.goto('/help/returns')
  const main = page.locator('main:visible')
  await expect(main).toContainText(
    'You have the right to withdraw from this contract within 14 days without giving any',
  )
  await expect(main).toContainText(
    'I/We (*) hereby give notice that I/We (*) withdraw from my/our (*) contract of sale',
  )
  await expect(main.getByRole('link', { name: 'Withdraw from contract here' })).toHaveAttribute('href', '/withdraw')
})

for (const { brand, rows } of [
  { brand: 'Halden', rows: [/^Made by.*Halden Rechnerbau GmbH.*Kassel/, /^GTIN.*\d{13}/] },
  { brand: 'Tin Whistle', rows: [/^Made by.*Birmingham/, /^Responsible in the EU.*Dublin/] },
])
  test(`a product of ${brand} names its maker, warnings and identifiers`, async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent(brand)}`)
    await page.locator('main:visible article').getByRole('link').first().click()
    const safety = page.locator('main:visible').getByRole('region', { name: 'Maker and safety' })
    for (const text of rows) await expect(safety.getByRole('row').filter({ hasText: text })).toHaveCount(1)
    await expect(safety.getByRole('list', { name: 'Warnings' }).getByRole('listitem')).not.toHaveCount(0)
  })
