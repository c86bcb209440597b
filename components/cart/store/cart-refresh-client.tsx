'use client'

import { useEffect } from 'react'
import { refreshCart } from './cart-store'
import { announceCart } from './other-tabs'

/** Refreshes the cart on pages that are shown after it changed elsewhere, for example an order page. */
export function CartRefresh(): null {
  useEffect(() => {
    void refreshCart()
    announceCart()
  }, [])
  return null
}
