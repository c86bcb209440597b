'use client'

import { useEffect } from 'react'
import { refreshCart } from './cart-store'
import { announceCart } from './other-tabs'

/** Refreshes the cart on pages that follow a change elsewhere, such as an order page. */
export function CartRefresh(): null {
  useEffect(() => {
    void refreshCart()
    announceCart()
  }, [])
  return null
}
