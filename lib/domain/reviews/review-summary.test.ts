import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histogramOf, likedPercent, ratingSummary } from './review-summary'

const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 400 })

describe('the summary of ratings', () => {
  it('is empty without ratings', () => {
    expect(ratingSummary([0, 0, 0, 0, 0])).toEqual({ average: 0, count: 0, histogram: [0, 0, 0, 0, 0] })
    expect(likedPercent(ratingSummary([0, 0, 0, 0, 0]))).toBeNull()
  })

  it('has the mean in hundredths and a count for each star', () => {
    expect(ratingSummary(histogramOf([5, 4, 4]))).toEqual({ average: 4.33, count: 3, histogram: [0, 0, 0, 2, 1] })
    expect(likedPercent(ratingSummary(histogramOf([5, 4, 1])))).toBe(67)
  })

  it('does not depend on order, counts every rating once and stays within the ratings', () => {
    fc.assert(
      fc.property(ratings, (all) => {
        const summary = ratingSummary(histogramOf(all))
        expect(ratingSummary(histogramOf([...all].reverse()))).toEqual(summary)
        expect(summary.count).toBe(all.length)
        expect(summary.histogram.reduce((a, b) => a + b, 0)).toBe(all.length)
        if (all.length === 0) return
        const mean = all.reduce((a, b) => a + b, 0) / all.length
        expect(Math.abs(summary.average - mean)).toBeLessThanOrEqual(0.005 + 1e-9)
        expect(summary.average).toBeGreaterThanOrEqual(Math.min(...all))
        expect(summary.average).toBeLessThanOrEqual(Math.max(...all))
      }),
    )
  })
})
