import { describe, expect, test } from 'vitest'
import { canBeCut, cutToFit, widthOf } from './fit'

describe('cutToFit', () => {
  test.each([
    ['Came for a lamp,', 8.6, 118.4],
    ['left with lemons.', 15.5, 63.5],
    ['If it is not cheaper than last month,', 5.2, 93],
    ['we don’t call it a deal.', 9.6, 83.2],
    ['Halden 14', 15, 121.5],
    ['Electronics', 26, 55.7],
    ['Groceries', 26, 62.1],
    ['Thank you,', 13, 123.8],
    ['Parts & states', 12, 94.3],
  ])('“%s” at %f cqi gets the stretch measured in a browser', (text, size, measured) => {
    const cut = cutToFit(text, size)
    expect(cut.size).toBe(size)
    expect(Math.abs(cut.stretch - measured)).toBeLessThan(1.2)
  })

  test('a line fills its box without overflowing', () => {
    for (const text of ['Home', 'AVATAR To Yours', 'Prix d’été', 'Tea & Toast', '1,249.00', 'Über “größe”'])
      for (const size of [6, 9, 12, 15, 26, 40]) {
        const cut = cutToFit(text, size)
        const width = widthOf(text, cut.stretch) * cut.size
        expect(width).toBeLessThanOrEqual(100)
        expect(width).toBeGreaterThan(99)
      }
  })

  test('beyond the ends of the width axis, the size changes', () => {
    const long = cutToFit('A name that is far too long for one line of this size', 20)
    expect(long.stretch).toBe(50)
    expect(long.size).toBeLessThan(20)
    const short = cutToFit('Tea', 10)
    expect(short.stretch).toBe(150)
    expect(short.size).toBeGreaterThan(10)
  })

  test('a short line grows up to its limit and never shrinks below the given size', () => {
    expect(cutToFit('Tea', 10, 16)).toEqual({ stretch: 150, size: 16 })
    expect(cutToFit('Tea', 10, 8)).toEqual({ stretch: 150, size: 10 })
  })

  test('empty lines and unknown characters are handled', () => {
    expect(cutToFit('', 12)).toEqual({ stretch: 100, size: 12 })
    expect(cutToFit('日本', 12).size).toBeGreaterThan(0)
  })

  test('lines of up to 24 characters are fitted, longer ones wrap', () => {
    expect(canBeCut('Kvadrat 75 keyboard')).toBe(true)
    expect(canBeCut('San Marzano tomatoes, 3 tins')).toBe(false)
  })
})
