'use client'

import { Icon } from '@/components/ui/icon'
import { cartIcon } from '@/components/ui/icons'

// TEMPORARY: stands in until the cart drawer is here.
export function CartButton() {
  return (
    <a className="btn" href="/cart">
      <Icon d={cartIcon} />
      <span className="max-lg:sr-only">Cart</span>
    </a>
  )
}
