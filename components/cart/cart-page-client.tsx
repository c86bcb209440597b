'use client'

import { useEffect } from 'react'
import type { CartView } from '@/lib/contracts/cart'
import { CartLines } from './cart-lines-client'
import { CartSums, DeliveryMeter, EmptyCart } from './cart-parts'
import { CheckoutLink } from './checkout-link-client'
import { setCart, useCart, useIsCartChanging } from './store/cart-store'

/** The cart page. First shows the cart that the server sent, then follows the shopper's changes. */
export function CartPage({ sent }: { sent: CartView }) {
  const { data: cart = sent } = useCart()
  const isChanging = useIsCartChanging()
  useEffect(() => {
    setCart(sent)
  }, [sent])
  if (cart.lines.length === 0)
    return (
      <div className="max-w-[40rem]">
        <EmptyCart />
      </div>
    )
  return (
    <div className="till">
      <div className="box min-w-0">
        <DeliveryMeter cart={cart} className="border-b-3 border-line" />
        <div className="px-4 [&_.line-item:last-child]:border-b-0">
          <CartLines cart={cart} />
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
