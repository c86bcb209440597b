'use client'

import { useEffect } from 'react'
import { refreshCart } from './cart-store'
import { announceCart } from './other-tabs'

/**
 * Refreshes the cart when its page is opened. For pages that follow a change made by the server, such as an order page.
 */
export function CartRefresh(): null {
  useEffect(() => {
    void refreshCart()
    announceCart()
  }, [])
  return null
}
