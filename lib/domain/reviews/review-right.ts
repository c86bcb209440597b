import type { OrderStatus } from '../orders/order-status'

/**
 * Whether the lines of an order may be reviewed: when they have reached their buyer, for nobody can tell before what
 * they are like. That is from delivery on, or, as not every carrier reports it, from the day after the one on which a
 * shipped order was to arrive. Who sent it back may still say why, else only those who kept theirs would be heard. What
 * was called off was never there. `expectedOn` is an ISO day.
 */
export function mayReview(
  order: { status: OrderStatus; wasDelivered: boolean; expectedOn: string },
  now: Date,
): boolean {
  const { status, wasDelivered, expectedOn } = order
  if (status === 'CANCELLED') return false
  if (status === 'DELIVERED' || wasDelivered) return true
  return status === 'SHIPPED' && now.toISOString().slice(0, 10) > expectedOn
}
