import type { Ref } from 'react'
import { ErrorSummary, Notice } from '@/components/ui/feedback/notice'
import type { CartView } from '@/lib/contracts/cart'
import { CHECKOUT_FIELDS } from '@/lib/contracts/checkout/fields'
import type { Refusal as Refused } from '@/lib/contracts/sent-form'
import type { CheckoutErrors } from './fields'
import { CartProblems, Problems, placedOrderOf, problemsOf, refusedProblems } from './problems'
import { FIELD_NAMES } from './words'

/** Why there is no order yet, above the form. It takes the focus when the order did not go through. */
export function Refusal({
  refusal,
  errors,
  cart,
  ref,
}: {
  refusal: Refused | undefined
  errors: CheckoutErrors
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
  if (!refusal || refusal.fieldErrors) return <CartProblems cart={cart} />
  const { lines, total } = refusedProblems(refusal.details)
  // What is short or gone stands in the cart; prices stand in the refusal alone, they count as told by it.
  const told = [...lines.filter(({ issue }) => issue.type === 'price_changed'), ...problemsOf(cart)]
  return (
    <Notice tone="danger" live className="mb-5" ref={ref}>
      <p>
        <b>{refusal.message}</b>
      </p>
      <PlacedOrderLink details={refusal.details} />
      {(told.length > 0 || total) && <Problems lines={told} total={total} />}
    </Notice>
  )
}

/** Why there is no order where there is nothing to order any more, such as a page that was sent twice. */
export function RefusedWithoutCart({ refusal }: { refusal: Refused }) {
  return (
    <Notice tone="danger" live className="mb-5">
      <p>
        <b>{refusal.message}</b>
      </p>
      <PlacedOrderLink details={refusal.details} />
    </Notice>
  )
}

/** The way to the order that was placed with this page before. */
function PlacedOrderLink({ details }: { details: Refused['details'] }) {
  const placed = placedOrderOf(details)
  return (
    placed && (
      <p>
        <a href={`/orders/${placed.id}`}>See order {placed.number}</a>
      </p>
    )
  )
}
