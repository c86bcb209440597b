'use client'

import type { FormEvent, ReactNode } from 'react'
import { Button } from '@/components/ui/form/button'
import { Stepper } from '@/components/ui/form/stepper-client'
import { addToCart } from './cart-store'
import type { KnownLine } from './optimistic'

/**
 * The form that puts a variant into the cart: done at once with scripts, a plain post without. The more of the line the
 * page gives, the more of it stands in the drawer before the server answers. `children` stand in the form before the
 * button, such as choices that a plain post must carry (a field called `sku` there overrules the prop).
 */
export function AddToCart({
  quantity = 1,
  withStepper = true,
  max,
  disabled = false,
  label = 'Add to cart',
  size = 'lg',
  className = 'flex gap-3 flex-wrap',
  children,
  ...line
}: KnownLine & {
  /** Units to begin with; with `withStepper` off, the units that a press puts in. */
  quantity?: number
  withStepper?: boolean
  /** Units that can be had, where few are left. */
  max?: number
  disabled?: boolean
  label?: string
  size?: 'md' | 'lg'
  className?: string
  children?: ReactNode
}) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = Number(new FormData(event.currentTarget).get('quantity'))
    addToCart(line, Number.isInteger(typed) && typed > 0 ? typed : quantity)
  }
  return (
    <form action="/cart/add" method="post" onSubmit={onSubmit} className={className}>
      <input type="hidden" name="sku" value={line.sku} />
      <SeenPrice sku={line.sku} price={line.unitPrice} />
      {children}
      {withStepper && <Stepper key={line.sku} size={size} value={quantity} max={max} disabled={disabled} />}
      <Button
        type="submit"
        tone="accent"
        size={size}
        className="flex-1 max-sm:order-first max-sm:basis-full"
        disabled={disabled}
      >
        {label}
      </Button>
    </form>
  )
}

/** Carries the price that the page shows for a SKU (minor units), so that another price of today is told and not charged. */
export function SeenPrice({ sku, price }: { sku: string; price: number }) {
  return <input type="hidden" name={`price-${sku}`} value={price} autoComplete="off" />
}
