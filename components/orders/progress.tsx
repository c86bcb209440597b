import { Icon } from '@/components/ui/icon'
import { boxIcon, checkIcon, houseIcon, landmarkIcon, truckIcon } from '@/components/ui/icons'
import type { OrderView } from '@/lib/contracts/orders'
import { STAGES, stagesDone } from '@/lib/domain/orders/order-progress'
import { dateText, momentText, weekdayText } from '@/lib/domain/shipping/day'

/** The expected day of delivery, the address and the progress of an order. */
export function Progress({ order }: { order: OrderView }) {
  const { address, expectedOn } = order
  const done = stagesDone({ status: order.status, paysOnDelivery: order.paymentMethod === 'ON_DELIVERY' })
  return (
    <section className="box p-4 md:p-6" aria-labelledby="progress">
      <div className="pb-4">
        <h2 id="progress" className="text-d3">
          {headline(order, done)}
        </h2>
        <p className="muted wrap-anywhere">
          {done !== null &&
            done < STAGES.length &&
            `${dateText(expectedOn)}${isAwaited(order) ? ', if you pay soon' : ''}, to `}
          {done === null && 'It was addressed to '}
          {done === STAGES.length && 'To '}
          {[address.street, address.extra, `${address.postcode} ${address.city}`].filter(Boolean).join(', ')}
        </p>
      </div>
      {done === null ? <History order={order} /> : <Stages order={order} done={done} />}
    </section>
  )
}

function headline({ status, expectedOn, events }: OrderView, done: number | null): string {
  if (status === 'CANCELLED') return 'Called off'
  if (status === 'REFUNDED') return 'Paid back'
  const delivered = events.find(({ type }) => type === 'DELIVERED')
  if (done === STAGES.length && delivered) return `There since ${momentText(delivered.at).split(' ')[0]}`
  return `With you ${weekdayText(expectedOn)}`
}

/** Returns whether the order is waiting for the shopper's bank transfer. */
const isAwaited = ({ status, paymentMethod }: OrderView) => status === 'PENDING' && paymentMethod === 'BANK_TRANSFER'

function Stages({ order, done }: { order: OrderView; done: number }) {
  const stages = stagesOf(order)
  const now = stages[done]
  return (
    <>
      <div
        className="track mb-6 ml-[3px]"
        role="img"
        aria-label={now ? `Step ${done + 1} of 4: ${now.title}` : 'All 4 steps are done'}
      >
        {STAGES.map((stage, index) => (
          <span key={stage} className={index < done ? 'on' : index === done ? 'part' : undefined} />
        ))}
      </div>
      <ol className="way">
        {stages.map(({ title, note, icon }, index) => (
          <li
            key={STAGES[index]}
            className={index < done ? 'is-done' : index === done ? 'is-now' : 'is-next'}
            aria-current={index === done ? 'step' : undefined}
          >
            <span className="dot">
              <Icon d={index < done ? checkIcon : icon} />
            </span>
            <div>
              <p className="font-display font-extrabold text-d5">{title}</p>
              <p className="muted text-sm">{note}</p>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

interface Stage {
  title: string
  note: string
  icon: string
}

/** Returns the titles and times of the four stages, depending on how far the order has got. */
function stagesOf(order: OrderView): [Stage, Stage, Stage, Stage] {
  const { events, paymentMethod, placedAt, expectedOn } = order
  const at = (type: OrderView['events'][number]['type']) => {
    const event = events.find((event) => event.type === type)
    return event && momentText(event.at)
  }
  const paid = at('PAID')
  const packed = at('PACKED')
  const begin: Stage =
    paymentMethod === 'ON_DELIVERY'
      ? { title: 'Ordered', note: `${momentText(placedAt)}. You pay on delivery.`, icon: checkIcon }
      : paid
        ? { title: 'Paid and counted', note: paid, icon: landmarkIcon }
        : isAwaited(order)
          ? { title: 'Waiting for your transfer', note: `Ordered ${momentText(placedAt)}`, icon: landmarkIcon }
          : { title: 'Ordered', note: momentText(placedAt), icon: checkIcon }
  return [
    begin,
    packed
      ? { title: 'Packed', note: packed, icon: boxIcon }
      : {
          title: isAwaited(order) ? 'Packing' : 'Being packed',
          note: isAwaited(order) ? 'As soon as it is paid' : 'In Hamburg',
          icon: boxIcon,
        },
    { title: 'On the van', note: at('SHIPPED') ?? 'Tracked, to the door', icon: truckIcon },
    { title: 'At your door', note: at('DELIVERED') ?? `Expected ${weekdayText(expectedOn)}`, icon: houseIcon },
  ]
}

const EVENT_NAMES: Record<OrderView['events'][number]['type'], string> = {
  PLACED: 'Ordered',
  PAID: 'Paid',
  PACKED: 'Packed',
  SHIPPED: 'On the van',
  DELIVERED: 'At your door',
  CANCELLED: 'Called off',
  REFUNDED: 'Paid back',
}

/** What has happened to an order that was cancelled or refunded. */
function History({ order }: { order: OrderView }) {
  return (
    <ol className="grid gap-2">
      {order.events.map(({ type, at, note }) => (
        <li key={`${type} ${at}`}>
          <b>{EVENT_NAMES[type]}</b> <span className="muted text-sm">{momentText(at)}</span>
          {note && <p className="text-sm">{note}</p>}
        </li>
      ))}
    </ol>
  )
}
