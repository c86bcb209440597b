import { describe, expect, it } from 'vitest'
import { clipQuantity, lineIssues, typedQuantity } from './cart'

describe('a typed quantity', () => {
  it('is a whole number, however large, and may be zero', () => {
    expect(['3', ' 3 ', '003', '３', '0', '5000', '9'.repeat(400)].map(typedQuantity)).toEqual([
      3, 3, 3, 3, 0, 5_000, 1_000_000,
    ])
  })

  it.each(['', ' ', '-1', '1.5', '1,5', '1e3', '0x10', 'NaN', 'two', '٣', '½'])(
    'is nothing else, such as %j',
    (typed) => expect(typedQuantity(typed)).toBeNull(),
  )
})

describe('the quantity of a cart line', () => {
  it('is the requested one if stock allows', () => {
    expect(clipQuantity({ wanted: 3, onHand: 3, max: 99 })).toEqual({ quantity: 3, notice: null })
  })

  it('never exceeds stock, and reports how many are left', () => {
    expect(clipQuantity({ wanted: 4, onHand: 3, max: 99 })).toEqual({
      quantity: 3,
      notice: { type: 'only_left', left: 3 },
    })
  })

  it('never exceeds the limit per line, and reports the limit', () => {
    expect(clipQuantity({ wanted: 120, onHand: 500, max: 99 })).toEqual({
      quantity: 99,
      notice: { type: 'at_most', max: 99 },
    })
  })
})

describe('the issues of a cart line', () => {
  const line = { quantity: 2, seenUnitPrice: 500, unitPrice: 500, onHand: 2 }

  it('are none if price and stock are unchanged', () => {
    expect(lineIssues(line)).toEqual([])
  })

  it('include a changed price, even a lower one', () => {
    expect(lineIssues({ ...line, unitPrice: 450 })).toEqual([{ type: 'price_changed', from: 500, to: 450 }])
  })

  it('include a shortage, or being sold out', () => {
    expect(lineIssues({ ...line, onHand: 1 })).toEqual([{ type: 'short', left: 1 }])
    expect(lineIssues({ ...line, onHand: 0 })).toEqual([{ type: 'sold_out' }])
  })

  it('may be both at once', () => {
    expect(lineIssues({ ...line, unitPrice: 600, onHand: 1 }).map(({ type }) => type)).toEqual([
      'price_changed',
      'short',
    ])
  })
})
