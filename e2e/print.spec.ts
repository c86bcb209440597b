import { expect, type Page, test } from 'playwright/test'
import { addToCart, fillCheckout, openProductInStock, orderButton } from './support/shop'

const A4 = { width: 688, height: 1017 } // the area inside the margins, in CSS pixels

/**
 * Returns what is wrong with a printed page: content that is not dark on white, and controls, which are useless on
 * paper.
 */
async function faultsOnPaper(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await page.setViewportSize(A4)
  await page.emulateMedia({ media: 'print', colorScheme: theme })
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, theme)
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
    const rgba = (colour: string) => {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      return canvas.getImageData(0, 0, 1, 1).data
    }
    const lightness = ([red = 0, green = 0, blue = 0]: Uint8ClampedArray) => (red + green + blue) / 765
    const faults: string[] = []
    for (const element of document.querySelectorAll('body, body *')) {
      if (!element.checkVisibility() || element.closest('svg, .vh, script, style')) continue
      const style = getComputedStyle(element)
      const name = `${element.tagName.toLowerCase()}.${element.className}`
      const ground = rgba(style.backgroundColor)
      if (ground[3]! > 0 && lightness(ground) < 0.99) faults.push(`${name} has a ground of ${style.backgroundColor}`)
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim())
      if (hasText && lightness(rgba(style.color)) > 0.35) faults.push(`${name} is written in ${style.color}`)
      if (/^(nav|button|footer|dialog)$/i.test(element.tagName) && !element.querySelector('img'))
        faults.push(`${name} can only be pressed`)
    }
    if (document.documentElement.scrollWidth > window.innerWidth) faults.push('the page is wider than the paper')
    return faults
  })
}

for (const theme of ['light', 'dark'] as const)
  test(`a product, a cart and an order print dark on white from the ${theme} theme`, async ({ page }) => {
    await openProductInStock(page)
    expect(await faultsOnPaper(page, theme)).toEqual([])
    await expect(page.locator('main h1').first()).toBeVisible()

    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 1200, height: 900 })
    await addToCart(page)
    await page.goto('/cart')
    expect(await faultsOnPaper(page, theme)).toEqual([])
    await expect(page.locator('.line-item input[name="quantity"]')).toBeVisible()

    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 1200, height: 900 })
    await page.goto('/checkout')
    await fillCheckout(page)
    await orderButton(page).click()
    await page.waitForURL(/\/orders\//)
    expect(await faultsOnPaper(page, theme)).toEqual([])
    for (const text of ['IBAN', 'BIC', 'Reference', 'What you bought', 'nexus'])
      await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
  })
