/** Number of reviews with 1, 2, 3, 4 and 5 stars, in this order. */
export type Histogram = readonly [one: number, two: number, three: number, four: number, five: number]

export const STARS: readonly number[] = [1, 2, 3, 4, 5]

export interface RatingSummary {
  /** Average number of stars, 1 to 5, rounded to two decimals; 0 if there are no reviews. */
  average: number
  count: number
  histogram: number[]
}

/** Returns the number of reviews and their average rating. The caller must leave out hidden reviews. */
export function ratingSummary(histogram: Histogram): RatingSummary {
  const count = histogram.reduce((sum, reviews) => sum + reviews, 0)
  const stars = histogram.reduce((sum, reviews, index) => sum + reviews * (index + 1), 0)
  return { average: count === 0 ? 0 : Math.round((stars * 100) / count) / 100, count, histogram: [...histogram] }
}

/** Returns how many of these ratings have 1, 2, 3, 4 and 5 stars. */
export function histogramOf(ratings: Iterable<number>): Histogram {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  for (const rating of ratings) {
    const index = STARS.indexOf(rating)
    if (index >= 0) counts[index]!++
  }
  return counts
}

/** Returns the percentage of reviews with at least four stars, as a whole number; null without reviews. */
export function likedPercent({ histogram, count }: RatingSummary): number | null {
  const [, , , four = 0, five = 0] = histogram
  return count === 0 ? null : Math.round(((four + five) * 100) / count)
}
