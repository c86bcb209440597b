import { createHash } from 'node:crypto'
import { test as base } from 'playwright/test'

/**
 * Returns an IP address reserved for tests (RFC 2544), derived from a text. Different texts almost always give
 * different addresses.
 */
export function addressFor(text: string): string {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(text).digest()
  return `198.${18 + (a % 2)}.${b}.${c}`
}

/** Playwright's `test`, with a client address of its own for each test, so that tests do not share rate limits. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures this one needs.
  extraHTTPHeaders: async ({}, use, { testId, retry }) => {
    await use({ 'x-forwarded-for': addressFor(`${testId} ${retry} ${process.pid}`) })
  },
})

export { expect } from 'playwright/test'
