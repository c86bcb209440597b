/** The statuses that can follow each status. Orders paid on delivery are packed before they are paid. */
const NEXT = {
  PENDING: ['PAID', 'PACKED', 'CANCELLED'],
  PAID: ['PACKED', 'REFUNDED'],
  PACKED: ['SHIPPED', 'CANCELLED', 'REFUNDED'],
  SHIPPED: ['DELIVERED', 'REFUNDED'],
  DELIVERED: ['REFUNDED'],
  CANCELLED: [],
  REFUNDED: [],
} as const

export type OrderStatus = keyof typeof NEXT

/** Returns whether an order may change from one status to the other. Keeping the same status is not a change. */
export function canBecome(from: OrderStatus, to: OrderStatus): boolean {
  const allowed: readonly OrderStatus[] = NEXT[from]
  return allowed.includes(to)
}
