import Link from 'next/link'
import { Thumb } from '@/components/ui/picture'
import { Price } from '@/components/ui/price'
import type { OrderView } from '@/lib/contracts/orders'
import { EXCLUSION_WORDS } from '@/lib/domain/orders/withdrawal-exclusion'
import { formatMoney } from '@/lib/domain/pricing/money'
import { priceOrFree } from '../cart/words'
import { isWithdrawn } from './withdrawn'

/** The receipt of an order, with names and prices as they were when it was placed. */
export function Bought({ order }: { order: OrderView }) {
  return (
    <aside className="till-side" aria-labelledby="bought">
      <div className="receipt">
        <div className="p-4 md:p-5 grid gap-3">
          <h2 id="bought" className="text-d4">
            What you bought
          </h2>
          <ul>
            {order.items.map((item) => (
              <BoughtItem key={item.sku} item={item} />
            ))}
          </ul>
          <Sums order={order} />
          <div className="flex justify-between items-end gap-3 border-t-3 border-line pt-3">
            <span className="font-display text-d4 font-extrabold">{TOTAL_NAMES[paymentState(order)]}</span>
            <Price amount={order.total} size="2.5rem" />
          </div>
          <p className="hint">The prices in this order are final, whatever changes in the shop.</p>
        </div>
      </div>
    </aside>
  )
}

function BoughtItem({ item }: { item: OrderView['items'][number] }) {
  const name = item.slug ? (
    <Link className="no-underline hover:underline" href={`/p/${item.slug}`} prefetch={false}>
      {item.name}
    </Link>
  ) : (
    item.name
  )
  return (
    <li className="grid grid-cols-[4rem_1fr_auto] gap-3 py-3 border-b border-hair items-center">
      {item.image ? <Thumb src={item.image} size={64} /> : <span className="thumb bg-sunk" />}
      <div className="min-w-0">
        <p className="font-bold leading-tight">{name}</p>
        <p className="card-spec">{[item.optionsText, amountText(item)].filter(Boolean).join(' · ')}</p>
        {item.returnExcluded && <p className="card-spec">{EXCLUSION_WORDS[item.returnExcluded].short}</p>}
      </div>
      <span className="font-semibold num">{formatMoney(item.total)}</span>
    </li>
  )
}

const amountText = ({ quantity, unitPrice }: OrderView['items'][number]) =>
  quantity === 1 ? '1' : `${quantity} × ${formatMoney(unitPrice)}`

function Sums({ order }: { order: OrderView }) {
  return (
    <dl className="sums">
      <div>
        <dt>Items</dt>
        <dd>{formatMoney(order.subtotal)}</dd>
      </div>
      {order.discount > 0 && (
        <div>
          <dt>Discount</dt>
          <dd>−{formatMoney(order.discount)}</dd>
        </div>
      )}
      <div>
        <dt>{order.deliveryMethod === 'EXPRESS' ? 'Express delivery' : 'Delivery'}</dt>
        <dd>{priceOrFree(order.shipping)}</dd>
      </div>
      {order.taxes.map(({ rate, tax }) => (
        <div key={rate} className="muted text-sm">
          <dt>of which VAT {rate / 100} %</dt>
          <dd>{formatMoney(tax)}</dd>
        </div>
      ))}
    </dl>
  )
}

const TOTAL_NAMES = { open: 'To transfer', onDelivery: 'To pay on delivery', paid: 'Paid', none: 'Total' }

function paymentState(order: OrderView): keyof typeof TOTAL_NAMES {
  const { status, paymentMethod, events } = order
  if (status === 'CANCELLED' || status === 'REFUNDED' || isWithdrawn(order)) return 'none'
  if (status === 'DELIVERED' || events.some(({ type }) => type === 'PAID')) return 'paid'
  return paymentMethod === 'ON_DELIVERY' ? 'onDelivery' : 'open'
}
