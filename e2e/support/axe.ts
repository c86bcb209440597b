import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { expect, type Page } from 'playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } }

declare global {
  interface Window {
    axe: { run(options: object): Promise<AxeResults> }
  }
}

/**
 * Checks the page with axe (WCAG 2.2 A and AA, and axe's best practices). Each broken rule fails the test at its end,
 * with the elements that break it.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE)
  await expectNoFaults(page, 'as it is')
}

/** Runs the same checks at the sizes of a phone and a desktop, without reloading the page. */
export async function expectAccessibleOnDevices(page: Page): Promise<void> {
  await page.evaluate(AXE)
  for (const [device, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size)
    await expectNoFaults(page, device)
  }
}

async function expectNoFaults(page: Page, look: string): Promise<void> {
  const violations = await page.evaluate(async () => (await window.axe.run({ resultTypes: ['violations'] })).violations)
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  )
  expect.soft(faults, `axe on ${page.url()}, ${look}`).toEqual([])
}
