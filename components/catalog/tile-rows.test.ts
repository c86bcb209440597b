import { describe, expect, it } from 'vitest'
import { isWide, tileColumns } from './tile-rows'

const wide = (count: number, columns: number) =>
  Array.from({ length: count }, (_, index) => index).filter((index) => isWide(index, count, columns)).length

describe('rows of tiles', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17, 24])('of %i have no gap at any width', (count) => {
    for (const columns of Object.values(tileColumns(count)))
      if (count > columns) expect((count + wide(count, columns)) % columns).toBe(0)
  })

  it('have four columns if that leaves no gap, and five if that leaves fewer', () => {
    expect([4, 8, 9, 10, 6, 3, 1].map((count) => tileColumns(count).desk)).toEqual([4, 4, 5, 5, 3, 3, 1])
    expect([wide(9, 5), wide(8, 4), wide(9, 2)]).toEqual([1, 0, 1])
  })
})
