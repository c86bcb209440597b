import { describe, expect, it } from 'vitest'
import { clipQuantity, lineIssues } from './cart'

describe('the quantity of a line', () => {
  it('is what was asked for where there is enough', () => {
    expect(clipQuantity({ wanted: 3, onHand: 3, max: 99 })).toEqual({ quantity: 3, notice: null })
  })

  it('is never more than there is, and says how many are left', () => {
    expect(clipQuantity({ wanted: 4, onHand: 3, max: 99 })).toEqual({
      quantity: 3,
      notice: { type: 'only_left', left: 3 },
    })
  })

  it('is never more than a line may hold, and says so', () => {
    expect(clipQuantity({ wanted: 120, onHand: 500, max: 99 })).toEqual({
      quantity: 99,
      notice: { type: 'at_most', max: 99 },
    })
  })
})

describe('what stands in the way of a line', () => {
  const line = { quantity: 2, seenUnitPrice: 500, unitPrice: 500, onHand: 2 }

  it('is nothing where price and stock are as they were', () => {
    expect(lineIssues(line)).toEqual([])
  })

  it('is a changed price, also a lower one', () => {
    expect(lineIssues({ ...line, unitPrice: 450 })).toEqual([{ type: 'price_changed', from: 500, to: 450 }])
  })

  it('is a shortage, or that it is sold out', () => {
    expect(lineIssues({ ...line, onHand: 1 })).toEqual([{ type: 'short', left: 1 }])
    expect(lineIssues({ ...line, onHand: 0 })).toEqual([{ type: 'sold_out' }])
  })

  it('may be both', () => {
    expect(lineIssues({ ...line, unitPrice: 600, onHand: 1 }).map(({ type }) => type)).toEqual([
      'price_changed',
      'short',
    ])
  })
})
