import type { DeliveryMethod, PaymentMethod } from '@/lib/contracts/checkout/checkout'
import type { OrderStatus } from '@/lib/contracts/orders'
import type { Rng } from '../random'
import { DAY, HOUR, later } from '../time'

export interface OrderEvent {
  type: 'PLACED' | 'PAID' | 'PACKED' | 'SHIPPED' | 'DELIVERED' | 'CANCELLED' | 'REFUNDED'
  note: string | null
  actor: string
  createdAt: Date
}

interface Circumstances {
  placedAt: Date
  today: Date
  paymentMethod: PaymentMethod
  deliveryMethod: DeliveryMethod
  /** Whether the order may be cancelled or returned. */
  canReturn: boolean
}

const CANCELLED = 0.04
const REFUNDED = 0.05

/** Returns the status of an order today, and the events that led to it. */
export function timelineOf(rng: Rng, order: Circumstances): { status: OrderStatus; events: OrderEvent[] } {
  const { placedAt, today, paymentMethod, deliveryMethod, canReturn } = order
  const fate = canReturn ? rng.next() : 1
  const hours = (from: number, to: number) => Math.round((from + rng.next() * (to - from)) * 60) * 60_000
  const event = (type: OrderEvent['type'], createdAt: Date, actor: string, note: string | null = null): OrderEvent => ({
    type,
    note,
    actor,
    createdAt,
  })
  const placed = event('PLACED', placedAt, 'shop')
  if (fate < CANCELLED) {
    const cancelled =
      paymentMethod === 'ON_DELIVERY'
        ? event('CANCELLED', later(placedAt, hours(0.5, 9)), 'office', 'Cancelled at the customer’s wish')
        : event('CANCELLED', later(placedAt, 14 * DAY), 'office', 'Not paid within 14 days')
    if (cancelled.createdAt <= today) return { status: 'CANCELLED', events: [placed, cancelled] }
  }
  const paid = later(placedAt, hours(5, 40))
  const packed = later(paymentMethod === 'BANK_TRANSFER' ? paid : placedAt, hours(3, 20))
  const shipped = later(packed, hours(2, 9))
  const delivered = later(shipped, deliveryMethod === 'EXPRESS' ? hours(16, 30) : hours(30, 76))
  const steps = [
    ...(paymentMethod === 'BANK_TRANSFER' ? [event('PAID', paid, 'office', 'Bank transfer received')] : []),
    event('PACKED', packed, 'warehouse'),
    event('SHIPPED', shipped, 'warehouse', 'Handed to the carrier'),
    event('DELIVERED', delivered, 'carrier'),
  ]
  const refunded = later(delivered, 4 * DAY + hours(0, 96))
  if (fate > CANCELLED && fate < CANCELLED + REFUNDED)
    steps.push(event('REFUNDED', refunded, 'office', 'Sent back, money returned'))
  const events = [placed, ...steps.filter(({ createdAt }) => createdAt <= later(today, -HOUR))]
  const last = events.at(-1)!.type
  return { status: last === 'PLACED' ? 'PENDING' : last, events }
}
