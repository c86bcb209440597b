'use client'

import { useEffect } from 'react'
import { refreshCart } from './cart-store'
import { announceCart } from './other-tabs'

/** On pages that one comes to with another cart than before, such as an order's. */
export function CartRefresh(): null {
  useEffect(() => {
    void refreshCart()
    announceCart()
  }, [])
  return null
}
