import { describe, expect, it } from 'vitest'
import { nextMidnight } from './shop-midnight'

describe('the next midnight', () => {
  it.each([
    ['in winter', '2026-11-25T01:00:00Z', '2026-11-25T23:00:00.000Z'],
    ['in summer', '2026-07-01T12:34:56Z', '2026-07-01T22:00:00.000Z'],
    ['of the day with 25 hours', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00.000Z'],
    ['of the day with 23 hours', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00.000Z'],
    ['just before it', '2026-11-25T22:59:59.999Z', '2026-11-25T23:00:00.000Z'],
  ])('follows the clock of the shop, %s', (_, after, midnight) => {
    expect(nextMidnight(new Date(after)).toISOString()).toBe(midnight)
  })
})
