import { describe, expect, it } from 'vitest'
import type { OrderStatus } from '../orders/order-status'
import { canReview } from './review-right'

const now = new Date('2026-11-24T09:00:00Z')
const order = (status: OrderStatus, changes: { wasDelivered?: boolean; expectedOn?: string } = {}) => ({
  status,
  wasDelivered: false,
  expectedOn: '2026-11-27',
  ...changes,
})

describe('an order line may be reviewed', () => {
  it('once it is delivered, even if it was returned', () => {
    expect(canReview(order('DELIVERED'), now)).toBe(true)
    expect(canReview(order('REFUNDED', { wasDelivered: true }), now)).toBe(true)
  })

  it('after the expected day, if delivery was not reported', () => {
    expect(canReview(order('SHIPPED', { expectedOn: '2026-11-23' }), now)).toBe(true)
    expect(canReview(order('SHIPPED', { expectedOn: '2026-11-24' }), now)).toBe(false)
  })

  it.each<OrderStatus>(['PENDING', 'PAID', 'PACKED', 'REFUNDED'])('not while the order is %s', (status) => {
    expect(canReview(order(status, { expectedOn: '2026-11-01' }), now)).toBe(false)
  })

  it('never if the order was cancelled', () => {
    expect(canReview(order('CANCELLED', { wasDelivered: true, expectedOn: '2026-11-01' }), now)).toBe(false)
  })
})
