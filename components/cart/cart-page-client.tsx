'use client'

import { useEffect, useRef, useState } from 'react'
import type { CartLine, CartView } from '@/lib/contracts/cart'
import { CartLines } from './cart-lines-client'
import { CartNotice, lineNoteOf, type Told } from './cart-notice'
import { CartSums, DeliveryMeter, EmptyCart } from './cart-parts'
import { CheckoutLink } from './checkout-link-client'
import { refreshCart, setSentCart, useCart, useIsCartChanging } from './store/cart-store'
import { changeCount, forgetChange, type LastChange, useLastChange } from './store/last-change'

/**
 * The cart page. First shows the cart that the server sent, then follows the shopper's changes. `told` and `removed` are
 * about the change that led to this page without scripts; they end with the next change.
 */
export function CartPage({ sent, told, removed }: { sent: CartView; told: Told; removed: CartLine | null }) {
  const { data: cart = sent } = useCart()
  const last = useLastChange()
  const [first] = useState(changeCount)
  const isFirst = last.count === first
  const change = isFirst ? { note: lineNoteOf(told, sent), removed: removed && { line: removed } } : last
  useSentCart(sent)
  useEffect(() => forgetChange, [])
  return (
    <>
      <p className="vh" role="status">
        {last.said}
      </p>
      {isFirst && <CartNotice told={told} cart={sent} />}
      <Contents cart={cart} change={change} />
    </>
  )
}

/**
 * Stores the cart that came with the page. If the router shows the page again, that cart is old, so it is loaded anew.
 */
function useSentCart(sent: CartView): void {
  const stored = useRef<CartView>(null)
  useEffect(() => {
    if (stored.current === sent) void refreshCart()
    else setSentCart(sent)
    stored.current = sent
  }, [sent])
}

function Contents({ cart, change }: { cart: CartView; change: Pick<LastChange, 'note' | 'removed'> }) {
  const isChanging = useIsCartChanging()
  if (cart.lines.length === 0)
    return (
      <div className="max-w-[40rem] grid gap-4">
        <CartLines cart={cart} change={change} />
        <EmptyCart />
      </div>
    )
  return (
    <div className="till">
      <div className="box min-w-0">
        <DeliveryMeter cart={cart} className="border-b-3 border-line" />
        <div className="px-4 [&_.line-item:last-child]:border-b-0">
          <CartLines cart={cart} change={change} />
        </div>
      </div>
      <aside className="till-side" aria-labelledby="sums">
        <div className="receipt">
          <div className="p-4 md:p-5 grid gap-3">
            <h2 id="sums" className="text-d4">
              Summary
            </h2>
            <CartSums cart={cart} isChanging={isChanging} size="3rem" />
            <CheckoutLink />
            <p className="hint">Prices include VAT. Items are not reserved until you order.</p>
          </div>
        </div>
      </aside>
    </div>
  )
}
