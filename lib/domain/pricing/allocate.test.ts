import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from './allocate'

describe('splitting an amount', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [1, 1, 4], [17, 17, 66]],
    [5, [50, 50, 50, 1], [2, 2, 1, 0]],
    [2, [1, 1, 1, 1], [1, 1, 0, 0]],
    [990, [4_800, 3_687], [560, 430]],
    [490, [2_499, 2_980, 1_095], [186, 222, 82]],
    [0, [0, 0], [0, 0]],
    [0, [], []],
  ])('%i by %j is %j', (total, weights, parts) => expect(allocate(total, weights)).toEqual(parts))

  it('is exact beyond the precision of a double', () => {
    expect(allocate(2_000_000_000, [1_999_999_999, 1_999_999_999, 1])).toEqual([1_000_000_000, 1_000_000_000, 0])
  })

  it('is refused without weights', () => {
    expect(() => allocate(1, [0, 0])).toThrow(RangeError)
    expect(() => allocate(1, [])).toThrow(RangeError)
  })

  it('loses nothing, and every part is less than one unit off its exact share', () => {
    const amount = fc.integer({ min: 0, max: 2_000_000_000 })
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 20 }), (total, weights) => {
        const sum = weights.reduce((all, weight) => all + weight, 0)
        fc.pre(sum > 0)
        const parts = allocate(total, weights)
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total)
        parts.forEach((part, index) => {
          const exact = BigInt(total) * BigInt(weights[index]!)
          const deviation = BigInt(part) * BigInt(sum) - exact
          expect(deviation > -BigInt(sum) && deviation < BigInt(sum)).toBe(true)
          if (total <= sum) expect(part).toBeLessThanOrEqual(weights[index]!)
        })
      }),
    )
  })
})
