'use client'

import type { FormEvent, ReactNode } from 'react'
import { Button } from '@/components/ui/form/button'
import { Stepper } from '@/components/ui/form/stepper-client'
import { addToCart } from './store/cart-store'
import type { KnownLine } from './store/optimistic'

/**
 * The form that adds a variant to the cart. With client-side scripts, the cart drawer shows the new line at once, made
 * from the props; without them, the form is posted. `children` are rendered before the button, for example a choice of
 * variants; a field called `sku` among them overrides the prop.
 */
export function AddToCart({
  quantity = 1,
  withStepper = true,
  max,
  disabled = false,
  label = 'Add to cart',
  onBlocked,
  size = 'lg',
  className = 'flex gap-3 flex-wrap',
  children,
  ...line
}: KnownLine & {
  /** Initial quantity or, without `withStepper`, the number of units that each press adds. */
  quantity?: number
  withStepper?: boolean
  /** Units in stock, if only a few are left. */
  max?: number
  disabled?: boolean
  label?: ReactNode
  /** Called instead of adding, while something has to be chosen first. */
  onBlocked?: (() => void) | undefined
  size?: 'md' | 'lg'
  className?: string
  children?: ReactNode
}) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (onBlocked) return onBlocked()
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

/**
 * A hidden field with the price of a SKU that the page shows (minor units). If the price has changed since, the shopper
 * is told before paying.
 */
export function SeenPrice({ sku, price }: { sku: string; price: number }) {
  return <input type="hidden" name={`price-${sku}`} value={price} autoComplete="off" />
}
