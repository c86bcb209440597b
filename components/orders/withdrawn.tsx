import { Notice } from '@/components/ui/feedback/notice'
import type { OrderView } from '@/lib/contracts/orders'
import { momentText } from '@/lib/domain/shipping/day'

/** The withdrawals received for an order, and what they mean for its payment or refund. */
export function Withdrawn({ order }: { order: OrderView }) {
  if (order.withdrawals.length === 0) return null
  return (
    <Notice tone="info">
      {order.withdrawals.map(({ number, at, part }) => (
        <p key={number}>
          <b>Your withdrawal is in.</b> {number}, received {momentText(at)}, for{' '}
          {part ? `“${part}”` : 'the whole order'}.
        </p>
      ))}
      <p>
        {isWithdrawn(order)
          ? 'If you have not paid yet, there is nothing to pay. If you have, you get it back the way you paid.'
          : 'We write to you about the rest of the order and what there is to pay.'}
      </p>
    </Notice>
  )
}

/** Returns whether the shopper has withdrawn from the whole order. */
export const isWithdrawn = ({ withdrawals }: OrderView): boolean => withdrawals.some(({ part }) => part === '')
