import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { taxByRate, taxWithin } from './tax'

describe('VAT', () => {
  it('is taken out of the gross price', () => {
    expect(taxWithin(11_900, 1900)).toBe(1_900)
    expect(taxWithin(10_700, 700)).toBe(700)
    expect(taxWithin(0, 1900)).toBe(0)
  })

  it('of the delivery follows the goods in proportion', () => {
    const lines = [
      { total: 3_000, taxRate: 1900 },
      { total: 1_000, taxRate: 700 },
    ]
    expect(taxByRate(lines, 400)).toEqual([
      { rate: 1900, gross: 3_300, tax: 527 },
      { rate: 700, gross: 1_100, tax: 72 },
    ])
  })

  it('leaves no cent over, whatever is bought', () => {
    const line = fc.record({
      total: fc.integer({ min: 0, max: 10_000_000 }),
      taxRate: fc.constantFrom(700, 900, 1000, 1900, 2000, 2100),
    })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 2_000 }),
        (lines, shipping) => {
          const parts = taxByRate(lines, shipping)
          const gross = parts.reduce((sum, part) => sum + part.gross, 0)
          expect(gross).toBe(lines.reduce((sum, { total }) => sum + total, 0) + shipping)
          for (const part of parts) expect(part.tax).toBeGreaterThanOrEqual(0)
          for (const part of parts) expect(part.tax).toBeLessThanOrEqual(Math.max(0, part.gross))
        },
      ),
    )
  })
})
