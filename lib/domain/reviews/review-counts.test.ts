import { describe, expect, it } from 'vitest'
import { ALL_REVIEWS } from './review'
import { type ReviewCount, reviewCounts } from './review-counts'

const row = (rating: number, sku: string, isBought: boolean, count: number): ReviewCount => ({
  rating,
  sku,
  variant: sku === 'PLAIN' ? '' : sku.toLowerCase(),
  isBought,
  count,
})
const counts = [row(5, 'RED', true, 3), row(5, 'BLUE', false, 2), row(4, 'RED', false, 1), row(1, 'PLAIN', false, 4)]

describe('the counts of reviews', () => {
  it('are those of all reviews without filters', () => {
    expect(reviewCounts(counts, ALL_REVIEWS)).toEqual({
      total: 10,
      histogram: [4, 0, 0, 1, 5],
      variants: [
        { sku: 'RED', name: 'red', count: 4 },
        { sku: 'BLUE', name: 'blue', count: 2 },
      ],
      bought: 3,
    })
  })

  it('ignore the filter that they belong to, and no other', () => {
    const { total, histogram, variants, bought } = reviewCounts(counts, { ...ALL_REVIEWS, stars: 5, variant: 'RED' })
    expect({ total, bought }).toEqual({ total: 3, bought: 3 })
    expect(histogram).toEqual([0, 0, 0, 1, 3])
    expect(variants.map(({ sku, count }) => [sku, count])).toEqual([
      ['RED', 3],
      ['BLUE', 2],
    ])
  })

  it('keep a chosen variant that has none left', () => {
    const { total, variants } = reviewCounts(counts, { ...ALL_REVIEWS, stars: 4, variant: 'BLUE' })
    expect(total).toBe(0)
    expect(variants).toContainEqual({ sku: 'BLUE', name: 'blue', count: 0 })
  })
})
