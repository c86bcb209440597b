import type { Ref } from 'react'
import { ErrorSummary, Notice } from '@/components/ui/feedback/notice'
import type { CartView } from '@/lib/contracts/cart'
import type { CheckoutDetails, CheckoutRefusal } from '@/lib/contracts/checkout/checkout'
import { CHECKOUT_FIELDS } from '@/lib/contracts/checkout/fields'
import type { CheckoutErrors } from './fields'
import { CartProblems, Problems, problemsOf } from './problems'
import { FIELD_NAMES } from './words'

/** Shows above the form why the order was refused. `ref` is for moving the focus there. */
export function Refusal({
  refusal,
  errors,
  isAsking,
  cart,
  ref,
}: {
  refusal: CheckoutRefusal | undefined
  errors: CheckoutErrors
  /** Whether the page asks for a missing house number. */
  isAsking: boolean
  cart: CartView
  ref: Ref<HTMLDivElement>
}) {
  const faults = CHECKOUT_FIELDS.filter((name) => errors[name])
  if (faults.length > 0)
    return (
      <ErrorSummary
        ref={ref}
        className="mb-5"
        errors={faults.map((name) => ({ field: name, label: FIELD_NAMES[name] }))}
      />
    )
  if (isAsking)
    return (
      <Notice tone="info" live className="mb-5" ref={ref}>
        <p>
          <b>One question before you order:</b> is there no{' '}
          <a className="more" href="#street">
            house number
          </a>
          ? If the address has none, press “Buy now” again. Nothing has been ordered yet, and everything you typed is
          kept.
        </p>
      </Notice>
    )
  if (!refusal || refusal.fieldErrors) return <CartProblems cart={cart} />
  const { lines = [], total, placed } = refusal.details ?? {}
  // Shortages come from the current cart. Price changes come only from the refusal, because the server has stored the
  // new prices as seen.
  const problems = [...lines.filter(({ issue }) => issue.type === 'price_changed'), ...problemsOf(cart)]
  return (
    <Notice tone="danger" live className="mb-5" ref={ref}>
      <p>
        <b>{refusal.message}</b>
      </p>
      {placed && <PlacedOrderLink placed={placed} />}
      {(problems.length > 0 || total) && <Problems lines={problems} total={total} />}
    </Notice>
  )
}

/** Explains an order that was refused because the cart is empty, for example because the page was submitted twice. */
export function RefusedWithoutCart({ refusal }: { refusal: CheckoutRefusal }) {
  return (
    <Notice tone="danger" live className="mb-5">
      <p>
        <b>{refusal.message}</b>
      </p>
      {refusal.details?.placed && <PlacedOrderLink placed={refusal.details.placed} />}
    </Notice>
  )
}

/** A link to the order that was already placed from this page. */
function PlacedOrderLink({ placed }: { placed: NonNullable<CheckoutDetails['placed']> }) {
  return (
    <p>
      <a href={`/orders/${placed.id}`}>See order {placed.number}</a>
    </p>
  )
}
