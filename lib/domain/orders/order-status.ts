/** Where an order can go from where it is. What is paid on delivery is packed before it is paid. */
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

/** Whether an order may take the step. Staying is not a step. */
export function canBecome(from: OrderStatus, to: OrderStatus): boolean {
  const allowed: readonly OrderStatus[] = NEXT[from]
  return allowed.includes(to)
}
