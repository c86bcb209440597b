import { expect, test } from 'vitest'
import { pageNumbers } from './page-numbers'

test('few pages are all listed', () => {
  expect(pageNumbers(1, 1)).toEqual([1])
  expect(pageNumbers(2, 5)).toEqual([1, 2, 3, 4, 5])
})

test('distant pages are separated by a gap, which never hides just one page', () => {
  expect(pageNumbers(1, 5)).toEqual([1, 2, 3, 4, 5])
  expect(pageNumbers(1, 9)).toEqual([1, 2, 3, 0, 9])
  expect(pageNumbers(5, 9)).toEqual([1, 0, 4, 5, 6, 0, 9])
  expect(pageNumbers(9, 9)).toEqual([1, 0, 7, 8, 9])
})

test('the first, last and current page are always listed', () => {
  for (let pages = 1; pages <= 30; pages++)
    for (let page = 1; page <= pages; page++) {
      const numbers = pageNumbers(page, pages)
      expect(numbers).toEqual(expect.arrayContaining([1, page, pages]))
      expect(numbers.length).toBeLessThanOrEqual(7)
    }
})
