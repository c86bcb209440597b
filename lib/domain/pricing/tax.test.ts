import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateOn, taxByRate, taxWithin } from './tax'

const line = (total: number, taxRate: number) => ({ total, taxRate })
const LAMPS = 4_800
const COFFEE = 2_397
const BOOK = 1_290

describe('VAT', () => {
  it('is taken out of the gross price', () => {
    expect(taxWithin(11_900, 1900)).toBe(1_900)
    expect(taxWithin(10_700, 700)).toBe(700)
    expect(taxWithin(0, 1900)).toBe(0)
  })

  it('for Germany with express delivery', () => {
    expect(taxByRate([line(LAMPS, 1900), line(COFFEE, 700), line(BOOK, 700)], 990)).toEqual([
      { rate: 1900, goods: 4_800, shipping: 560, tax: 856 },
      { rate: 700, goods: 3_687, shipping: 430, tax: 269 },
    ])
  })

  it('for Germany with free delivery', () => {
    expect(taxByRate([line(LAMPS, 1900), line(COFFEE, 700), line(BOOK, 700)], 0)).toEqual([
      { rate: 1900, goods: 4_800, shipping: 0, tax: 766 },
      { rate: 700, goods: 3_687, shipping: 0, tax: 241 },
    ])
  })

  it('for Austria with staple food at 4.9 %', () => {
    expect(taxByRate([line(2_499, 2000), line(2_980, 1000), line(1_095, 490)], 490)).toEqual([
      { rate: 2000, goods: 2_499, shipping: 186, tax: 448 },
      { rate: 1000, goods: 2_980, shipping: 222, tax: 291 },
      { rate: 490, goods: 1_095, shipping: 82, tax: 55 },
    ])
  })

  it('for the Netherlands', () => {
    expect(taxByRate([line(LAMPS, 2100), line(COFFEE, 900)], 490)).toEqual([
      { rate: 2100, goods: 4_800, shipping: 327, tax: 890 },
      { rate: 900, goods: 2_397, shipping: 163, tax: 211 },
    ])
  })

  it('is never negative, however cheap the delivery', () => {
    const parts = taxByRate(
      [2100, 2000, 1900, 1000, 700].map((rate) => line(1_000, rate)),
      3,
    )
    expect(parts.map(({ shipping }) => shipping)).toEqual([1, 1, 1, 0, 0])
  })

  it('of free goods is that of their delivery at the highest rate', () => {
    expect(taxByRate([line(0, 700), line(0, 1900)], 490)).toEqual([
      { rate: 1900, goods: 0, shipping: 490, tax: 78 },
      { rate: 700, goods: 0, shipping: 0, tax: 0 },
    ])
  })

  it('is empty without lines, whatever the delivery costs', () => {
    expect(taxByRate([], 490)).toEqual([])
  })

  it('sums up exactly, whatever is bought', () => {
    const anyLine = fc.record({
      total: fc.integer({ min: 0, max: 10_000_000 }),
      taxRate: fc.constantFrom(490, 700, 900, 1000, 1900, 2000, 2100),
    })
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 2_000 }),
        (lines, shipping) => {
          const parts = taxByRate(lines, shipping)
          expect(parts.reduce((sum, part) => sum + part.goods, 0)).toBe(
            lines.reduce((sum, { total }) => sum + total, 0),
          )
          expect(parts.reduce((sum, part) => sum + part.shipping, 0)).toBe(shipping)
          for (const part of parts) {
            expect(part.shipping).toBeGreaterThanOrEqual(0)
            expect(part.tax).toBeGreaterThanOrEqual(0)
            expect(part.tax).toBeLessThanOrEqual(part.goods + part.shipping)
          }
        },
      ),
    )
  })
})

describe('a rate', () => {
  const rates = [
    { rate: 1000, from: null },
    { rate: 490, from: '2026-07-01' },
  ]
  it('applies from its first day on, until the next begins', () => {
    expect(rateOn(rates, '2020-01-01')).toBe(1000)
    expect(rateOn(rates, '2026-06-30')).toBe(1000)
    expect(rateOn(rates, '2026-07-01')).toBe(490)
    expect(rateOn(rates.toReversed(), '2027-01-01')).toBe(490)
  })

  it('does not apply before it begins', () => {
    expect(() => rateOn([{ rate: 490, from: '2026-07-01' }], '2026-06-30')).toThrow(RangeError)
  })
})
