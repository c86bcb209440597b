import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barOf, barsOf, EDGES } from './histogram'

const facetOf = (numbers: number[]) => {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(EDGES[barOf(number)]!, (counts.get(EDGES[barOf(number)]!) ?? 0) + 1)
  return { histogram: [...counts].sort(([a], [b]) => a - b), min: Math.min(...numbers), max: Math.max(...numbers) }
}

test('edges are ascending and fit in a byte', () => {
  expect(EDGES).toEqual([...EDGES].sort((a, b) => a - b))
  expect(EDGES.length).toBeLessThanOrEqual(256)
})

test('a number is in the last bar that starts at or below it', () => {
  expect([-1, 0, 0.005].map(barOf)).toEqual([0, 0, 0])
  expect([1, 1.05, 129_999, 130_000, 1e12].map((number) => EDGES[barOf(number)])).toEqual([
    1, 1, 120_000, 130_000, 9.1e7,
  ])
})

test('prices from 7 to 2,075 euros have 15 to 24 bars', () => {
  const bars = barsOf(facetOf([700, 4999, 207_500]))
  expect(bars.length).toBeGreaterThan(14)
  expect(bars.length).toBeLessThanOrEqual(24)
  expect(bars[0]).toEqual([680, 1])
  expect(bars.at(-1)).toEqual([150_000, 1])
})

test('for any numbers, bars are adjacent on fixed edges, count every product once and are not too many', () => {
  const number = fc.oneof(fc.double({ min: -5, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 3000 }))
  const check = fc.property(fc.array(number, { minLength: 1 }), fc.integer({ min: 2, max: 60 }), (numbers, most) => {
    const bars = barsOf(facetOf(numbers), most)
    expect(bars.length).toBeLessThanOrEqual(most)
    expect(bars.reduce((sum, [, count]) => sum + count, 0)).toBe(numbers.length)
    const from = bars.map(([edge]) => edge)
    expect(from).toEqual([...from].sort((a, b) => a - b))
    for (const edge of from) expect(EDGES).toContain(edge)
    bars.forEach(([edge, count], i) => {
      const within = (value: number) => (edge === 0 || value >= edge) && value < (from[i + 1] ?? Infinity)
      expect(count).toBe(numbers.filter(within).length)
    })
  })
  fc.assert(check)
})
