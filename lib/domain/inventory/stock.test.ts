import { expect, it } from 'vitest'
import { stockState } from './stock'

it('is “few left” from the threshold down, and sold out at zero', () => {
  expect([6, 5, 1, 0].map((onHand) => stockState(onHand, 5))).toEqual(['in_stock', 'few_left', 'few_left', 'sold_out'])
})

it('is never “few left” without a threshold', () => {
  expect([1, 0].map((onHand) => stockState(onHand, 0))).toEqual(['in_stock', 'sold_out'])
})
