import { expect, it } from 'vitest'
import { priceFaultText } from './listing-draft'
import { parseSearchParams } from './listing-url'

it.each([
  ['-3', 'negative'],
  ['1.299', 'ambiguous'],
  ['99999999999', 'too_high'],
  ['abc', 'no_number'],
])('refuses the price %j and keeps the filter', (text, fault) => {
  const { state, notices } = parseSearchParams({ 'price-max': text, 'price-before': '10..50' })
  expect(state.price).toEqual({ max: 5_000 })
  expect(notices).toEqual([{ type: 'not_a_number', key: 'price-max', text, fault }])
})

it.each([
  ['1.234,50', 123_450],
  ['1,299', 129_900],
  ['24,90', 2_490],
])('reads the price %j', (text, max) => {
  expect(parseSearchParams({ 'price-max': text }).state.price).toEqual({ max })
})

it('says what is wrong with a price', () => {
  expect(priceFaultText('-3', 'negative')).toContain('below zero')
  expect(priceFaultText('1.299', 'ambiguous')).toContain('1,299 or 1.29')
})
