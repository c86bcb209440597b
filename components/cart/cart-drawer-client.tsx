'use client'

import { EmptyState } from '@/components/ui/feedback/empty-state'
import { Notice } from '@/components/ui/feedback/notice'
import { CartLinesSkeleton } from '@/components/ui/feedback/skeleton'
import { Button } from '@/components/ui/form/button'
import { Modal } from '@/components/ui/modal-client'
import type { CartView } from '@/lib/contracts/cart'
import { closeDrawer, type DrawerState } from './cart-drawer-state'
import { CartLines } from './cart-lines-client'
import { CartSums, DeliveryMeter, EmptyCart } from './cart-parts'
import { CheckoutLink } from './checkout-link-client'
import { refreshCart, useCart, useIsCartChanging } from './store/cart-store'
import { type LastChange, useLastChange } from './store/last-change'
import { items } from './words'

/** The cart in a drawer at the side of any page. cart-drawer-state.ts holds its state, the cart store its content. */
export function CartDrawer({ isOpen, notice }: DrawerState) {
  const { data: cart, isError } = useCart()
  return (
    <Modal
      kind="drawer"
      open={isOpen}
      onClose={closeDrawer}
      title="Your cart"
      aside={cart && cart.count > 0 ? items(cart.count) : undefined}
      closeLabel="Close cart"
    >
      {notice && (
        <Notice tone={notice.tone} live className="m-4 mb-0">
          <p>{notice.text}</p>
        </Notice>
      )}
      <Contents cart={cart} isError={isError} />
    </Modal>
  )
}

function Contents({ cart, isError }: { cart: CartView | undefined; isError: boolean }) {
  const change = useLastChange()
  return (
    <>
      <p className="vh" role="status">
        {change.said}
      </p>
      {cart && cart.lines.length > 0 ? (
        <FullCart cart={cart} change={change} />
      ) : (
        <div className="p-4 overflow-y-auto grid gap-4 content-start">
          {cart && <CartLines cart={cart} change={change} onLeave={closeDrawer} />}
          {cart ? <EmptyCart onLeave={closeDrawer} /> : isError ? <BrokenCart /> : <CartLinesSkeleton />}
        </div>
      )}
    </>
  )
}

function FullCart({ cart, change }: { cart: CartView; change: LastChange }) {
  return (
    <>
      <DeliveryMeter cart={cart} className="border-b-3 border-line" />
      {/* biome-ignore lint/a11y: scrollable content must be reachable by keyboard */}
      <div className="flex-1 overflow-y-auto px-4" tabIndex={0} role="region" aria-label="Items in your cart">
        <CartLines cart={cart} change={change} onLeave={closeDrawer} />
      </div>
      <div className="border-t-3 border-line p-4 grid gap-3 bg-paper">
        <CartSums cart={cart} isChanging={useIsCartChanging()} />
        <CheckoutLink onLeave={closeDrawer} />
      </div>
    </>
  )
}

function BrokenCart() {
  return (
    <EmptyState
      broken
      object="tin"
      title="Your cart could not be loaded"
      text="Its items are safe. Please try again in a moment."
    >
      <Button onClick={() => void refreshCart()}>Try again</Button>
    </EmptyState>
  )
}
