import type { CSSProperties } from 'react'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'
import { Picture, Thumb } from '@/components/ui/picture'
import { Poster } from '@/components/ui/poster'
import type { OrderRowView, OrderView } from '@/lib/contracts/orders'
import type { PersonReviews } from '@/lib/contracts/reviews'
import { STAGES, stagesDone } from '@/lib/domain/orders/order-progress'
import { formatMoney } from '@/lib/domain/pricing/money'
import { dateText, weekdayText } from '@/lib/domain/shipping/day'
import { Minis, orderState } from './order-rows'
import { Pane } from './parts'

const wall = (colour: string): CSSProperties & { '--wall': string } => ({ '--wall': `var(--${colour})` })

/** The start of the account: the next delivery is the headline. */
export function Overview({
  next,
  last,
  waiting,
}: {
  next: OrderView | null
  last: OrderRowView | null
  waiting: PersonReviews['waiting']
}) {
  if (!next && !last)
    return (
      <EmptyState level={1} title="No orders yet" text="The first one will stand here, with its parcel.">
        <ButtonLink tone="accent" href="/new">
          Look around
        </ButtonLink>
      </EmptyState>
    )
  return (
    <>
      {next ? <NextDelivery order={next} /> : <AllHere />}
      <div className="trio">
        {last && <LastOrder order={last} />}
        {waiting.length > 0 && <Waiting waiting={waiting} />}
      </div>
    </>
  )
}

function NextDelivery({ order }: { order: OrderView }) {
  const { id, number, items, expectedOn, address, status, paymentMethod } = order
  const done = stagesDone({ status, paysOnDelivery: paymentMethod === 'ON_DELIVERY' }) ?? 0
  const others = items.length - 1
  const day = weekdayText(expectedOn)
  return (
    <>
      <div className="next" style={wall('sky')}>
        <div className="next-in">
          <p className="font-semibold wrap-anywhere">
            Order{' '}
            <a className="more" href={`/orders/${id}`}>
              {number}
            </a>
            , {items[0]?.name}
            {others > 0 && ` and ${others} more`}
          </p>
          <Poster
            label={`With you ${day}.`}
            lines={[
              { text: 'With you', size: 19, leading: 0.95 },
              { text: `${day}.`, size: 20, leading: 0.95 },
            ]}
          />
        </div>
        <div className="next-pic">
          <Picture src="/look/box.webp" alt="" size={300} eager />
        </div>
      </div>
      <div className="next-foot">
        <div className="track ml-[3px]" role="img" aria-label={`Step ${done + 1} of 4: ${STAGES[done]}`}>
          {STAGES.map((stage, index) => (
            <span key={stage} className={index < done ? 'on' : index === done ? 'part' : undefined} />
          ))}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="wrap-anywhere">
            <b>{dateText(expectedOn)}</b>
            {status === 'PENDING' && paymentMethod === 'BANK_TRANSFER' && ', if you pay soon'}, to {address.street},{' '}
            {address.postcode} {address.city}.
          </p>
          <a className="btn" href={`/orders/${id}`}>
            Follow the order
          </a>
        </div>
      </div>
    </>
  )
}

function AllHere() {
  return (
    <div className="next is-slim" style={wall('shell')}>
      <div className="next-in">
        <p className="font-semibold">Nothing is on the way</p>
        <Poster lines={[{ text: 'All here.', size: 16, leading: 0.95 }]} />
      </div>
    </div>
  )
}

function Waiting({ waiting }: { waiting: PersonReviews['waiting'] }) {
  return (
    <Pane title={waiting.length === 1 ? 'One waits for your word' : `${waiting.length} wait for your word`}>
      <ul className="mini-list">
        {waiting.map(({ orderId, position, name, image }) => (
          <li key={`${orderId} ${position}`}>
            <Thumb src={image ?? '/look/box.webp'} size={44} />
            <span className="who-name">{name}</span>
            <a className="more text-sm" href={`/orders/${orderId}#review-${position}`} aria-label={`Review ${name}`}>
              Review
            </a>
          </li>
        ))}
      </ul>
    </Pane>
  )
}

function LastOrder({ order }: { order: OrderRowView }) {
  const { text } = orderState(order)
  return (
    <Pane title="Last order">
      <div className="grid gap-3 justify-items-start">
        <Minis items={order.items} />
        <p>
          <b>
            <a className="more" href={`/orders/${order.id}`}>
              {order.number}
            </a>
          </b>
          , {formatMoney(order.total)}
          <br />
          <span className="muted text-sm">{text}</span>
        </p>
      </div>
      <div className="flex flex-wrap gap-3 mt-auto">
        <a className="btn btn-sm" href={`/account/orders/${order.id}/again`}>
          Order again
        </a>
      </div>
    </Pane>
  )
}
