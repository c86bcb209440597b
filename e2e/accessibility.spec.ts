import { expectAccessibleOnDevices } from './support/axe'
import { addToCart, announced, openProductInStock } from './support/shop'
import { expect, test } from './support/test'

const FIXED = [
  '/',
  '/new',
  '/deals',
  '/departments',
  '/collections',
  '/compare',
  '/search?q=lamp',
  '/search?q=zzzzzz',
  '/cart',
  '/checkout',
  '/track',
  '/withdraw',
  '/help/delivery',
  '/help/returns',
  '/help/terms',
  '/help/privacy',
  '/help/imprint',
  '/nowhere',
  '/p/no-such-product',
  '/orders/00000000-0000-4000-8000-000000000000',
]
const HALF = Math.ceil(FIXED.length / 2)

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`axe finds nothing on a phone and on a desk, ${colorScheme}`, () => {
    test.use({ colorScheme })
    test.setTimeout(240_000)

    for (const paths of [FIXED.slice(0, HALF), FIXED.slice(HALF)])
      test(`on pages from ${paths[0]} to ${paths.at(-1)}`, async ({ page }) => {
        for (const path of paths) {
          await page.goto(path)
          await expectAccessibleOnDevices(page)
        }
      })

    test('on department and leaf listings, a product page and its reviews', async ({ page }) => {
      const { products, categories } = await announced(page.request)
      const leaf = categories.findLast((path) => path.split('/').length > 3)!
      for (const path of [categories[0]!, leaf, products[0]!, `${products[0]!}/reviews`]) {
        await page.goto(path)
        await expectAccessibleOnDevices(page)
      }
    })

    test('on a collection and on the comparison page', async ({ page }) => {
      const { products } = await announced(page.request)
      const slugs = products.slice(0, 4).map((path) => path.replace('/p/', ''))
      await page.goto('/collections')
      const collection = await page.locator('.wide-door').first().getAttribute('href')
      for (const path of [collection!, `/compare?p=${slugs.join(',')}`]) {
        await page.goto(path)
        await expectAccessibleOnDevices(page)
      }
    })

    test('in the cart drawer, the cart and the checkout when they have items', async ({ page }) => {
      await openProductInStock(page)
      await addToCart(page)
      await expectAccessibleOnDevices(page)
      for (const path of ['/cart', '/checkout']) {
        await page.goto(path)
        await expectAccessibleOnDevices(page)
      }
    })
  })

test('no page is wider than the window at 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 })
  const { products, categories } = await announced(page.request)
  for (const path of [...FIXED, categories.at(-1)!, products[0]!, `${products[0]!}/reviews`]) {
    await page.goto(path)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, path).toBeLessThanOrEqual(0)
  }
})
