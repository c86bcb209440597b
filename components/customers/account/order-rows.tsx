import { Badge, type Tone } from '@/components/ui/badge'
import { Thumb } from '@/components/ui/picture'
import type { OrderRowView } from '@/lib/contracts/orders'
import { formatMoney } from '@/lib/domain/pricing/money'
import { dateText, momentText, weekdayText } from '@/lib/domain/shipping/day'

const MAX_PICTURES = 4

/** A person's orders, the newest first. */
export function OrderRows({ orders }: { orders: OrderRowView[] }) {
  return (
    <ul className="rows">
      {orders.map((order) => (
        <OrderRow key={order.id} order={order} />
      ))}
    </ul>
  )
}

function OrderRow({ order }: { order: OrderRowView }) {
  const { id, number, placedAt, items, total } = order
  const { tone, text, note } = orderState(order)
  const things = items.reduce((sum, { quantity }) => sum + quantity, 0)
  const isOpen = ['PENDING', 'PAID', 'PACKED', 'SHIPPED'].includes(order.status)
  return (
    <li className="order-row">
      <Minis items={items} />
      <div className="o-no">
        <p className="font-display font-extrabold text-d5">
          <a className="no-underline hover:underline" href={`/orders/${id}`}>
            {number}
          </a>
        </p>
        <p className="hint">
          {dateText(placedAt.slice(0, 10))}, {things} {things === 1 ? 'thing' : 'things'}
        </p>
      </div>
      <div className="o-state">
        <Badge tone={tone}>{text}</Badge>
        {note && <p className="hint">{note}</p>}
      </div>
      <b className="o-sum num">{formatMoney(total)}</b>
      <div className="o-act">
        {isOpen ? (
          <a className="btn btn-sm" href={`/orders/${id}`} aria-label={`Follow ${number}`}>
            Follow
          </a>
        ) : (
          <a className="btn btn-sm" href={`/account/orders/${id}/again`} aria-label={`Order ${number} again`}>
            Order again
          </a>
        )}
      </div>
    </li>
  )
}

/** The first pictures of an order, and how many things more there are. */
export function Minis({ items }: { items: OrderRowView['items'] }) {
  const shown = items.slice(0, items.length > MAX_PICTURES ? MAX_PICTURES - 1 : MAX_PICTURES)
  const more = items.length - shown.length
  return (
    <span className="minis" aria-hidden="true">
      {shown.map(({ image }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an order's lines do not change
        <Thumb key={index} src={image ?? '/look/box.webp'} size={48} />
      ))}
      {more > 0 && (
        <span className="thumb minis-more">
          <span>+{more}</span>
        </span>
      )}
    </span>
  )
}

/** Returns an order's state in words. */
export function orderState(order: OrderRowView): { tone: Tone | undefined; text: string; note: string } {
  const { status, paymentMethod, expectedOn, changedAt, isWithdrawn } = order
  const comes = `With you ${weekdayText(expectedOn)}`
  if (isWithdrawn && status !== 'CANCELLED' && status !== 'REFUNDED')
    return { tone: 'warn', text: 'Withdrawn by you', note: 'We wrote to you about it' }
  switch (status) {
    case 'PENDING':
      return paymentMethod === 'BANK_TRANSFER'
        ? { tone: 'warn', text: 'Waiting for your transfer', note: 'The order has our bank details' }
        : { tone: 'info', text: 'Being packed', note: comes }
    case 'PAID':
    case 'PACKED':
      return { tone: 'info', text: 'Being packed', note: comes }
    case 'SHIPPED':
      return { tone: 'ink', text: 'On the van', note: comes }
    case 'DELIVERED':
      return { tone: 'good', text: `There since ${momentText(changedAt).split(',')[0]}`, note: '' }
    case 'CANCELLED':
      return { tone: undefined, text: 'Called off', note: '' }
    case 'REFUNDED':
      return { tone: undefined, text: 'Paid back', note: '' }
  }
}
