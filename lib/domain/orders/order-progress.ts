import type { OrderStatus } from './order-status'

/** The four stages of a successful order, as the order page names them. */
export const STAGES = ['paid', 'packed', 'on the van', 'at the door'] as const

/**
 * Returns how many stages of an order are complete: 0 while payment is awaited, 4 when delivered. Orders paid on
 * delivery start with packing. Returns null for cancelled and refunded orders.
 */
export function stagesDone(order: { status: OrderStatus; paysOnDelivery: boolean }): number | null {
  switch (order.status) {
    case 'PENDING':
      return order.paysOnDelivery ? 1 : 0
    case 'PAID':
    case 'PACKED':
      return 1
    case 'SHIPPED':
      return 2
    case 'DELIVERED':
      return 4
    case 'CANCELLED':
    case 'REFUNDED':
      return null
  }
}
