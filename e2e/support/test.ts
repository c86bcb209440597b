import { createHash } from 'node:crypto'
import { test as base } from 'playwright/test'

/** Returns an address for tests (RFC 2544), the same for the same text and hardly ever for another. */
export function addressFor(text: string): string {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(text).digest()
  return `198.${18 + (a % 2)}.${b}.${c}`
}

/** The tests of Playwright, each from an address of its own, so that none uses up what another may do. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads here which fixtures this one needs.
  extraHTTPHeaders: async ({}, use, { testId, retry }) => {
    await use({ 'x-forwarded-for': addressFor(`${testId} ${retry} ${process.pid}`) })
  },
})

export { expect } from 'playwright/test'
