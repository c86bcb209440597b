'use client'

import { type FormEvent, useRef } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import type { CartView } from '@/lib/contracts/cart'
import { CartLineItem } from './cart-line-client'
import { changeCart } from './store/cart-store'

/** The lines of the cart, in the drawer and on the cart page. Calls `onLeave` when the shopper follows a link. */
export function CartLines({ cart, onLeave }: { cart: CartView; onLeave?: () => void }) {
  const list = useRef<HTMLUListElement>(null)
  return (
    <>
      {cart.lines.some(({ issues }) => issues.some(({ type }) => type === 'price_changed')) && <ChangedPrices />}
      <ul ref={list} tabIndex={-1} className="focus-visible:outline-none focus-visible:shadow-none">
        {cart.lines.map((line) => (
          // A line that is removed takes its focused button with it, so the list gets the focus.
          <CartLineItem key={line.sku} line={line} onLeave={onLeave} onRemove={() => list.current?.focus()} />
        ))}
      </ul>
    </>
  )
}

function ChangedPrices() {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void changeCart({ type: 'accept' })
  }
  return (
    <Notice tone="warn" className="mt-4">
      <p>
        <b>Prices have changed</b> since you added these items. Each line shows the change, and the total includes it.
      </p>
      <form action="/cart/accept" method="post" onSubmit={onSubmit} className="pt-2">
        <Button type="submit" size="sm">
          Accept the new prices
        </Button>
      </form>
    </Notice>
  )
}
