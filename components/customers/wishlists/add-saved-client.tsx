'use client'

import type { FormEvent } from 'react'
import { SeenPrice } from '@/components/cart/add-to-cart-client'
import { addToCart } from '@/components/cart/store/cart-store'
import { Icon } from '@/components/ui/icon'
import { plusIcon } from '@/components/ui/icons'
import type { WishlistItemView } from '@/lib/contracts/customers/wishlists'

/** The button of a list that adds a thing to the cart. Without client-side scripts, the form is posted. */
export function AddSaved({ item }: { item: WishlistItemView }) {
  const { sku, name, slug, image, optionsText, price, was } = item
  if (sku === null || slug === null) return null
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    addToCart({ sku, name, slug, image, optionsText, unitPrice: price, wasPrice: was }, 1)
  }
  return (
    <form action="/cart/add" method="post" onSubmit={onSubmit}>
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="quantity" value="1" />
      <SeenPrice sku={sku} price={price} />
      <button className="btn btn-sm lift" type="submit" aria-label={`Add ${name} to the cart`}>
        <Icon d={plusIcon} /> Add
      </button>
    </form>
  )
}
