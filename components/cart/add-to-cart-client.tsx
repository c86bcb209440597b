'use client'

import { type FormEvent, type MouseEvent, type ReactNode, type Ref, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/form/button'
import { Stepper, type StepperHandle } from '@/components/ui/form/stepper-client'
import { clipQuantity, MAX_QUANTITY } from '@/lib/domain/cart'
import { addToCart } from './store/cart-store'
import type { KnownLine } from './store/optimistic'
import { notWholeText, reducedText } from './words'

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
  const stepper = useRef<StepperHandle>(null)
  // Keeps the focus in the field while a quantity is typed, so that the press itself ends typing and can wait.
  const onMouseDown = (event: MouseEvent<HTMLButtonElement>) => {
    if (event.currentTarget.form?.querySelector('[name=quantity]:focus')) event.preventDefault()
  }
  const onClick = (event: MouseEvent) => stepper.current?.settle() === false && event.preventDefault()
  return (
    <form action="/cart/add" method="post" onSubmit={onSubmit} className={className}>
      <input type="hidden" name="sku" value={line.sku} />
      <SeenPrice sku={line.sku} price={line.unitPrice} />
      {children}
      {withStepper && <Quantity key={line.sku} {...{ first: quantity, max, size, disabled }} ref={stepper} />}
      <Button
        type="submit"
        tone="accent"
        size={size}
        className="flex-1 max-sm:order-first max-sm:basis-full"
        disabled={disabled}
        onMouseDown={onMouseDown}
        onClick={onClick}
      >
        {label}
      </Button>
    </form>
  )
}

/** The quantity to add. If it cannot be had as typed, says why until it is changed again. */
function Quantity({
  first,
  max = MAX_QUANTITY,
  ...stepper
}: {
  first: number
  max?: number
  size: 'md' | 'lg'
  disabled: boolean
  ref: Ref<StepperHandle>
}) {
  const [chosen, setChosen] = useState({ quantity: first, reason: '' })
  const id = useId()
  const { quantity, notice } = clipQuantity({ wanted: chosen.quantity, onHand: max, max: MAX_QUANTITY })
  const choose = (wanted: number) => {
    const { quantity, notice } = clipQuantity({ wanted, onHand: max, max: MAX_QUANTITY })
    setChosen({ quantity, reason: notice ? reducedText(notice) : '' })
  }
  const reason = chosen.reason || (notice ? reducedText(notice) : '')
  return (
    <>
      <Stepper
        {...stepper}
        submits
        value={quantity}
        max={Math.min(max, MAX_QUANTITY)}
        onChange={choose}
        onRefuse={() => setChosen({ quantity, reason: notWholeText(quantity) })}
        describedBy={reason ? id : undefined}
      />
      <p id={id} role="status" className="order-last basis-full text-sm font-semibold empty:absolute">
        {reason}
      </p>
    </>
  )
}

/**
 * A hidden field with the price of a SKU that the page shows (minor units). If the price has changed since, the shopper
 * is told before paying.
 */
export function SeenPrice({ sku, price }: { sku: string; price: number }) {
  return <input type="hidden" name={`price-${sku}`} value={price} autoComplete="off" />
}
