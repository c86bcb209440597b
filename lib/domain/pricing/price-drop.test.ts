import { expect, it } from 'vitest'
import { priceDrop } from './price-drop'

const day = (day: number) => new Date(Date.UTC(2026, 10, day))
const NOW = day(30)
const regular = (price: number, from: number) => ({ price, validFrom: day(from), validUntil: null })
const sale = (price: number, from: number, until: number) => ({ price, validFrom: day(from), validUntil: day(until) })

it('a regular price below that of the 30 days before is a drop', () => {
  expect(priceDrop([regular(5500, -90), regular(4400, 29)], NOW)).toEqual({
    before: 5500,
    after: 4400,
    begunAt: day(29),
  })
})

it('a sale below the regular price is a drop since it began', () => {
  expect(priceDrop([regular(5500, -90), sale(4400, 28, 40)], NOW)).toEqual({
    before: 5500,
    after: 4400,
    begunAt: day(28),
  })
})

it('a price that was had within the 30 days before is none', () => {
  expect(priceDrop([regular(5500, -90), sale(4400, 10, 12), sale(4400, 28, 40)], NOW)).toBeNull()
  expect(priceDrop([regular(5500, -90), regular(6500, 20), regular(5500, 29)], NOW)).toBeNull()
})

it('the end of a sale is none', () => {
  expect(priceDrop([regular(5500, -90), sale(4400, 10, 29)], NOW)).toBeNull()
})

it('the first price of a product is none, and neither is a price in the future', () => {
  expect(priceDrop([regular(5500, 29)], NOW)).toBeNull()
  expect(priceDrop([regular(5500, -90), regular(4400, 35)], NOW)).toBeNull()
  expect(priceDrop([], NOW)).toBeNull()
})

it('a sale that a lower regular price follows without a gap is one drop', () => {
  expect(priceDrop([regular(5500, -90), sale(4400, 27, 29), regular(4400, 29)], NOW)).toMatchObject({
    before: 5500,
    begunAt: day(27),
  })
})
