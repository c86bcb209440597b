import { describe, expect, it } from 'vitest'
import { deliveryFor, expectedDay } from './delivery'

const terms = { standard: { price: 490, freeFrom: 6000, days: 3 }, express: { price: 990, days: 1 } }

describe('the expected delivery day', () => {
  it('counts from the same day until 16:00 in Berlin, afterwards from the next day', () => {
    expect(expectedDay(new Date('2026-11-24T15:59:59+01:00'), 1)).toBe('2026-11-25')
    expect(expectedDay(new Date('2026-11-24T16:00:00+01:00'), 1)).toBe('2026-11-26')
  })

  it('respects daylight saving time', () => {
    expect(expectedDay(new Date('2026-07-07T13:59:59Z'), 1)).toBe('2026-07-08')
    expect(expectedDay(new Date('2026-07-07T14:00:00Z'), 1)).toBe('2026-07-09')
  })

  it('is a Tuesday for express orders at the weekend', () => {
    expect(expectedDay(new Date('2026-11-21T10:00:00+01:00'), 1)).toBe('2026-11-24')
    expect(expectedDay(new Date('2026-11-22T02:41:00+01:00'), 1)).toBe('2026-11-24')
    expect(expectedDay(new Date('2026-11-20T17:00:00+01:00'), 1)).toBe('2026-11-24')
  })

  it('may be a Saturday, never a Sunday', () => {
    expect(expectedDay(new Date('2026-11-20T10:00:00+01:00'), 1)).toBe('2026-11-21')
    expect(expectedDay(new Date('2026-11-19T10:00:00+01:00'), 3)).toBe('2026-11-23')
  })

  it('works across the end of a year', () => {
    expect(expectedDay(new Date('2026-12-31T10:00:00+01:00'), 3)).toBe('2027-01-04')
  })
})

describe('the price of delivery', () => {
  it('is zero for standard delivery from the threshold on', () => {
    expect(deliveryFor(terms, { method: 'STANDARD', subtotal: 5999 }).price).toBe(490)
    expect(deliveryFor(terms, { method: 'STANDARD', subtotal: 6000 }).price).toBe(0)
  })

  it('is always charged for express', () => {
    expect(deliveryFor(terms, { method: 'EXPRESS', subtotal: 100_000 }).price).toBe(990)
  })
})
