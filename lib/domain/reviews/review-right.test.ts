import { describe, expect, it } from 'vitest'
import type { OrderStatus } from '../orders/order-status'
import { mayReview } from './review-right'

const now = new Date('2026-11-24T09:00:00Z')
const order = (status: OrderStatus, changes: { wasDelivered?: boolean; expectedOn?: string } = {}) => ({
  status,
  wasDelivered: false,
  expectedOn: '2026-11-27',
  ...changes,
})

describe('what was ordered may be reviewed', () => {
  it('once it was delivered, also by who sent it back', () => {
    expect(mayReview(order('DELIVERED'), now)).toBe(true)
    expect(mayReview(order('REFUNDED', { wasDelivered: true }), now)).toBe(true)
  })

  it('after the day on which it was to arrive, where only the carrier knows whether it did', () => {
    expect(mayReview(order('SHIPPED', { expectedOn: '2026-11-23' }), now)).toBe(true)
    expect(mayReview(order('SHIPPED', { expectedOn: '2026-11-24' }), now)).toBe(false)
  })

  it.each<OrderStatus>(['PENDING', 'PAID', 'PACKED', 'REFUNDED'])('not while it is %s and nobody has it', (status) => {
    expect(mayReview(order(status, { expectedOn: '2026-11-01' }), now)).toBe(false)
  })

  it('never when it was called off', () => {
    expect(mayReview(order('CANCELLED', { wasDelivered: true, expectedOn: '2026-11-01' }), now)).toBe(false)
  })
})
