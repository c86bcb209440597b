import type { Bar, NumberFacet } from '../search-query'

// The E24 series of preferred numbers: each step is about a tenth more than the one before.
const STEPS = [
  1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2, 6.8, 7.5, 8.2, 9.1,
]

/**
 * Where bars start: at 0 and at every step from 0.01 to 91,000,000, whatever the data, so that bars never shift.
 * There are 241, so the number of a bar fits in a byte.
 */
export const EDGES = [0]
for (let power = -2; power <= 7; power++) for (const step of STEPS) EDGES.push(Number(`${step}e${power}`))

/** More different numbers than this are told as a histogram alone; a rating in tenths or a percentage still fits. */
export const MAX_VALUES = 101

/** The number of the bar that a value falls into; what is below 0 counts in the first. */
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

/** The bars that are not empty, from the count of each. */
export function nonEmpty(counts: ArrayLike<number>): Bar[] {
  const bars: Bar[] = []
  for (let bar = 0; bar < counts.length; bar++) if (counts[bar]! > 0) bars.push([EDGES[bar]!, counts[bar]!])
  return bars
}

// Bars taken together: E24 holds E12, which holds E6 and E3; then whole decades; then everything.
const WIDTHS = [1, 2, 4, 8, 24, 240]

/**
 * Bars to draw, side by side from the one with `min` to the one with `max`, empty ones too: at most `most`, 2 or more.
 * Where there would be more, neighbours become one, always the same ones. Pass the `min` and `max` of an unfiltered
 * facet, and the bars stay where they are while filters change.
 */
export function barsOf({ histogram, min, max }: Pick<NumberFacet, 'histogram' | 'min' | 'max'>, maxBars = 24): Bar[] {
  const groupOf = (value: number, width: number) => Math.ceil(barOf(value) / width) // 0 is a bar of its own at any width
  const width = WIDTHS.find((width) => groupOf(max, width) - groupOf(min, width) < maxBars) ?? 240
  const first = groupOf(min, width)
  const counts = new Array<number>(groupOf(max, width) - first + 1).fill(0)
  for (const [from, products] of histogram) {
    const at = groupOf(from, width) - first
    if (at in counts) counts[at]! += products
  }
  return counts.map((products, i) => [EDGES[first + i === 0 ? 0 : (first + i - 1) * width + 1]!, products])
}
