import { describe, expect, it } from 'vitest'
import { barsOf } from '@/lib/search/index/histogram'
import { rangeStops } from './range-stops'

describe('the stops of a slider', () => {
  it('are the edge of each bar and the roundest values in it', () => {
    expect(rangeStops([22, 33, 47], 68)).toEqual([
      [22, 23, 25, 27, 30],
      [33, 35, 37, 40, 45],
      [47, 50, 55, 60, 65],
    ])
  })

  it('include round amounts wherever the bars are', () => {
    const prices = { histogram: [], min: 490, max: 320_000 }
    const stops = rangeStops(
      barsOf(prices, 24).map(([from]) => from),
      prices.max,
      100,
    ).flat()
    for (const euros of [
      10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 75, 80, 90, 100, 150, 200, 250, 300, 400, 500, 750, 1_000,
    ])
      expect(stops, `${euros} euros`).toContain(euros * 100)
  })

  it('ascend without repetition, and stay below the end', () => {
    const stops = rangeStops([0, 0.5, 1, 6, 10, 11, 91, 100], 110).flat()
    expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b))
    expect(Math.max(...stops)).toBeLessThan(110)
    expect(rangeStops([10], 11)).toEqual([[10]])
    expect(rangeStops([5], 5)).toEqual([[5]])
  })
})
