import clsx from 'clsx'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { truckIcon } from '@/components/ui/icons'
import { Meter } from '@/components/ui/meter'
import { Price } from '@/components/ui/price'
import type { CartView } from '@/lib/contracts/cart'
import { shortMoney } from '@/lib/domain/pricing/money'
import { priceOrFree } from './words'

/** A bar that shows how much is missing for free delivery. */
export function DeliveryMeter({ cart, className }: { cart: CartView; className?: string }) {
  const { freeFrom, missingForFree } = cart.delivery
  return (
    <div className={clsx('px-4 py-3', missingForFree === 0 && 'bg-good-tint', className)}>
      <p className="font-semibold text-sm pb-2 flex gap-2 items-center">
        <Icon d={truckIcon} />
        {missingForFree === 0
          ? `Your delivery is free, as it is from ${shortMoney(freeFrom)} on.`
          : `${shortMoney(missingForFree)} more, and delivery is free.`}
      </p>
      <Meter value={cart.subtotal} max={freeFrom} />
    </div>
  )
}

/** The cart's totals. While `isChanging`, a delivery price that the server has yet to calculate is shown as “…”. */
export function CartSums({
  cart,
  isChanging = false,
  size = '2.25rem',
}: {
  cart: CartView
  isChanging?: boolean
  size?: string
}) {
  const { standard, missingForFree } = cart.delivery
  const isOpen = isChanging && standard === 0 && missingForFree > 0
  return (
    <>
      <dl className="sums text-sm">
        <div>
          <dt>Items</dt>
          <dd>{priceOrFree(cart.subtotal)}</dd>
        </div>
        <div>
          <dt>Delivery</dt>
          <dd>{isOpen ? '…' : priceOrFree(standard)}</dd>
        </div>
      </dl>
      <div className="flex items-end justify-between gap-3">
        <span className="font-display font-extrabold text-d5">Total</span>
        <Price amount={cart.subtotal + standard} size={size} />
      </div>
    </>
  )
}

/** What the drawer and the cart page show if the cart is empty. Calls `onLeave` when the shopper follows its link. */
export function EmptyCart({ level, onLeave }: { level?: 1 | 2 | 3; onLeave?: () => void }) {
  return (
    <EmptyState level={level} title="Nothing in here yet" text="Your cart is as light as it gets.">
      <ButtonLink tone="accent" href="/departments" onClick={onLeave}>
        Start with a department
      </ButtonLink>
    </EmptyState>
  )
}
