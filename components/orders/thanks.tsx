import { Picture } from '@/components/ui/picture'
import { Poster } from '@/components/ui/poster'
import type { OrderView } from '@/lib/contracts/orders'
import { callName } from '@/lib/domain/customers/person-name'
import { canBeCut } from '@/lib/look/fit'

/** The top of an order page: the order number, and thanks to the shopper by name. */
export function Thanks({ order }: { order: OrderView }) {
  const name = callName(order.address)
  return (
    <section className="thanks on-accent">
      <div className="wrap thanks-in">
        <div className="grid gap-4 content-center">
          <p className="font-semibold text-lg wrap-anywhere">
            Order {order.number}. The confirmation goes to {order.email}
          </p>
          {name && canBeCut(`${name}.`) ? (
            <Poster
              lines={[
                { text: 'Thank you,', size: 13, leading: 0.9 },
                { text: `${name}.`, size: 30, leading: 0.84, maxSize: 34 },
              ]}
            />
          ) : (
            <h1 className="text-d2 wrap-anywhere">Thank you{name && `, ${name}`}.</h1>
          )}
        </div>
        <Picture src="/look/box.webp" alt="" size={360} eager />
      </div>
    </section>
  )
}
