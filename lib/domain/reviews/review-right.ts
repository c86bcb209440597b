import type { OrderStatus } from '../orders/order-status'

/** Where and when a review can be written, as every page says it. */
export const REVIEW_RIGHT = 'You can review what you bought on the page of your order, once it has arrived.'

/**
 * Returns whether the lines of an order may be reviewed: once it is delivered or returned or, because not every carrier
 * reports deliveries, from the day after the expected delivery of a shipped order. Returned goods can be reviewed, too;
 * otherwise reviews would be biased towards satisfied buyers. `expectedOn` is YYYY-MM-DD.
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
