'use client'

import { useEffect } from 'react'
import { refreshCart } from './cart-store'

/** On pages that one comes to with another cart than before, such as an order's. */
export function CartRefresh(): null {
  useEffect(() => {
    void refreshCart()
  }, [])
  return null
}
