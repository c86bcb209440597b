import { expect, test } from './support/test'

test('the front page shows the shop’s name', async ({ page }) => {
  const response = await page.goto('/')
  expect(response?.status()).toBe(200)
  await expect(page).toHaveTitle(/Nexus/)
})
