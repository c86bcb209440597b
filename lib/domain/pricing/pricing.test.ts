import { describe, expect, it } from 'vitest'
import { discountPercent, lowestPriceBefore, nextPriceChange, priceAt, priceOf } from './pricing'

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000)
const regular = (price: number, from: number) => ({ price, validFrom: day(from), validUntil: null })
const sale = (price: number, from: number, until: number) => ({ price, validFrom: day(from), validUntil: day(until) })

describe('the current price', () => {
  const variant = { price: 1000, sale: { price: 800, startsAt: day(10), endsAt: day(20) } }

  it('is the sale price from the sale’s start until just before its end', () => {
    expect([day(9), day(10), new Date(Number(day(20)) - 1), day(20)].map((at) => priceOf(variant, at))).toEqual([
      1000, 800, 800, 1000,
    ])
  })

  it('never goes up because of a sale', () => {
    expect(priceOf({ price: 500, sale: { price: 800, startsAt: day(0), endsAt: day(9) } }, day(1))).toBe(500)
  })

  it('changes at the sale’s start and at its end, then no more', () => {
    expect([day(0), day(10), day(20)].map((at) => nextPriceChange([variant, {}], at))).toEqual([day(10), day(20), null])
  })
})

describe('the price ledger', () => {
  it('gives the newest regular price outside of sales', () => {
    expect(priceAt([regular(1000, 0), regular(1200, 5), sale(700, 6, 7)], day(8))).toBe(1200)
  })

  it('has no price before the first record', () => {
    expect(priceAt([regular(1000, 5)], day(1))).toBeNull()
  })
})

describe('the lowest price of the last 30 days', () => {
  it('is null without a sale', () => {
    expect(lowestPriceBefore([regular(1000, 0)], day(40))).toBeNull()
  })

  it('ignores the sale itself', () => {
    expect(lowestPriceBefore([regular(1000, 0), sale(700, 40, 50)], day(45))).toBe(1000)
  })

  it('is not fooled by a price raised shortly before the sale', () => {
    expect(lowestPriceBefore([regular(1000, 0), regular(1500, 35), sale(1100, 40, 50)], day(45))).toBe(1000)
  })

  it('counts an earlier sale inside the 30 days and ignores one before them', () => {
    expect(lowestPriceBefore([regular(1000, 0), sale(600, 20, 22), sale(700, 40, 50)], day(45))).toBe(600)
    expect(lowestPriceBefore([regular(1000, 0), sale(600, 5, 8), sale(700, 40, 50)], day(45))).toBe(1000)
  })

  it('is null for a product that was never sold before', () => {
    expect(lowestPriceBefore([sale(700, 40, 50)], day(45))).toBeNull()
  })
})

describe('the discount', () => {
  it('is rounded down', () => {
    expect(discountPercent(1249_00, 1499_00)).toBe(16)
  })

  it('is 0 if the price did not fall or has no reference', () => {
    expect([discountPercent(100, 100), discountPercent(120, 100), discountPercent(100, null)]).toEqual([0, 0, 0])
  })
})
