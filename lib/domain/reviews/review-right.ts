import type { OrderStatus } from '../orders/order-status'

/**
 * Returns whether the lines of an order may be reviewed: once delivered or returned, or, as not every carrier reports
 * delivery, from the day after the expected one of a shipped order. Returned goods count, so that reviews are not biased
 * towards those who kept theirs. `expectedOn` is an ISO day.
 */
export function canReview(
  order: { status: OrderStatus; wasDelivered: boolean; expectedOn: string },
  now: Date,
): boolean {
  const { status, wasDelivered, expectedOn } = order
  if (status === 'CANCELLED') return false
  if (status === 'DELIVERED' || wasDelivered) return true
  return status === 'SHIPPED' && now.toISOString().slice(0, 10) > expectedOn
}
