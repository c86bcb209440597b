import type { OrderStatus } from './order-status'

/** The four stages of an order that goes well. */
export const STAGES = ['paid', 'packed', 'on the van', 'at the door'] as const

/**
 * How many stages are behind an order: 0 while its transfer is waited for, 4 when it has arrived. What is paid at the door
 * begins with packing. Null for an order that was called off or paid back.
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
