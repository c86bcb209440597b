import type { Bar, NumberFacet } from '../search-query'

// The E24 series of preferred numbers: each step is about a tenth above the one before.
const STEPS = [
  1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2, 6.8, 7.5, 8.2, 9.1,
]

/**
 * Lower edges of the histogram bars: 0, then every E24 number from 0.01 to 91,000,000. They are fixed, so bars never
 * shift; with 241 bars, the number of a bar fits into a byte.
 */
export const EDGES = [0]
for (let power = -2; power <= 7; power++) for (const step of STEPS) EDGES.push(Number(`${step}e${power}`))

/**
 * Maximum number of distinct values of a numeric facet that lists them; with more, it only has a histogram. High enough
 * for percentages and for ratings in tenths.
 */
export const MAX_VALUES = 101

/** Returns the index of the bar that contains a value; negative values fall into the first. */
export function barOf(value: number): number {
  let low = 0
  let high = EDGES.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (EDGES[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}

/** Returns the non-empty bars; `counts` has the number of products for each bar. */
export function nonEmpty(counts: ArrayLike<number>): Bar[] {
  const bars: Bar[] = []
  for (let bar = 0; bar < counts.length; bar++) if (counts[bar]! > 0) bars.push([EDGES[bar]!, counts[bar]!])
  return bars
}

// Numbers of bars that can be merged into one: E24 becomes E12, E6 or E3, then whole decades, then a single bar.
const WIDTHS = [1, 2, 4, 8, 24, 240]

/**
 * Returns the adjacent bars to draw, including empty ones, from the bar of `min` to the bar of `max`. If there are more
 * than `maxBars` (at least 2), neighbours are merged at fixed edges. Pass `min` and `max` of the unfiltered facet to
 * keep the bars in place while filters change.
 */
export function barsOf({ histogram, min, max }: Pick<NumberFacet, 'histogram' | 'min' | 'max'>, maxBars = 24): Bar[] {
  const groupOf = (value: number, width: number) => Math.ceil(barOf(value) / width) // keeps the bar of 0 separate
  const width = WIDTHS.find((width) => groupOf(max, width) - groupOf(min, width) < maxBars) ?? 240
  const first = groupOf(min, width)
  const counts = new Array<number>(groupOf(max, width) - first + 1).fill(0)
  for (const [from, products] of histogram) {
    const at = groupOf(from, width) - first
    if (at in counts) counts[at]! += products
  }
  return counts.map((products, i) => [EDGES[first + i === 0 ? 0 : (first + i - 1) * width + 1]!, products])
}
