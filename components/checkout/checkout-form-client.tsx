'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { lockIcon } from '@/components/ui/icons'
import type { CartView } from '@/lib/contracts/cart'
import type { CheckoutRefusal } from '@/lib/contracts/checkout/checkout'
import type { CheckoutValues } from '@/lib/contracts/checkout/fields'
import type { SavedAddress } from '@/lib/contracts/customers'
import type { Exclusions } from '@/lib/domain/orders/withdrawal-exclusion'
import { formatMoney } from '@/lib/domain/pricing/money'
import type { Country } from '@/lib/domain/shipping/country'
import { EmptyCart } from '../cart/cart-parts'
import { AddressFields, DeliveryTiles, EmailField, PaymentTiles } from './fields'
import { hasChangedPrices } from './problems'
import { Refusal, RefusedWithoutCart } from './refusal'
import { SavedAddresses } from './saved-addresses'
import { Step } from './step'
import { Summary } from './summary'
import { useCheckout } from './use-checkout-client'
import { useChangeElsewhere, useFreshCart } from './use-fresh-cart-client'
import { type Quotes, useQuote } from './use-quote-client'
import { useVisit } from './use-visit-client'

interface CheckoutProps {
  cart: CartView
  quotes: Quotes
  /** The reasons why SKUs are excluded from the right of withdrawal, by SKU. */
  exclusions: Exclusions
  /** The country to which `quotes` apply. */
  quotedFor: Country
  /** New for each view of the page. Submitting one view repeatedly places only one order. */
  idempotencyKey: string
  /** The street that the submitted form already asked about, because it has no house number; '' if there is none. */
  askedStreet: string
  /** Values typed into a form that was submitted without a script and refused, and the refusal. */
  values: CheckoutValues
  refusal: CheckoutRefusal | undefined
  /** The addresses of the account that is signed in; none for guests. */
  addresses: SavedAddress[]
}

/**
 * The checkout form, all on one page, or the empty cart if there are no quotes. Each visit starts a new checkout, but
 * typed values are restored.
 */
export function Checkout({ quotes, ...props }: Omit<CheckoutProps, 'quotes'> & { quotes: Quotes | null }) {
  const visit = useVisit()
  useFreshCart(quotes !== null)
  const [hadCart, setHadCart] = useState(quotes !== null)
  if (quotes && !hadCart) setHadCart(true)
  if (quotes) return <CheckoutForm key={visit} quotes={quotes} {...props} />
  return (
    <div className="max-w-[40rem]">
      {props.refusal ? <RefusedWithoutCart refusal={props.refusal} /> : hadCart && <EmptiedElsewhere />}
      <EmptyCart />
    </div>
  )
}

/** Says that the cart was emptied while the page was open. Gets the focus, because the form that had it is gone. */
function EmptiedElsewhere() {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => notice.current?.focus(), [])
  return (
    <Notice tone="info" live className="mb-5" ref={notice}>
      <p>
        <b>Your cart is empty now:</b> it was ordered or emptied in the meantime. What you typed here is kept.
      </p>
    </Notice>
  )
}

function CheckoutForm({ cart, quotes, quotedFor, values, ...props }: CheckoutProps) {
  const form = useRef<HTMLFormElement>(null)
  const message = useRef<HTMLDivElement>(null)
  const { isChanged, expectChange, acceptChange } = useChangeElsewhere(cart.lines)
  const { idempotencyKey, refusal, errors, isAsking, askedStreet, done, chosen, refusals, isSending, ...on } =
    useCheckout({
      form,
      values,
      quotedFor,
      onFixed: expectChange,
      first: { refusal: props.refusal, idempotencyKey: props.idempotencyKey, askedStreet: props.askedStreet },
    })
  const { quote, vatOf } = useQuote({ quotes, quotedFor, ...chosen })
  useEffect(() => {
    if (refusals > 0) message.current?.focus()
  }, [refusals])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    acceptChange()
    on.submit(event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null)
  }
  const fields = { values, errors }
  return (
    <form
      ref={form}
      className="till"
      action="/checkout/order"
      method="post"
      onSubmit={onSubmit}
      onChange={on.change}
      onBlur={on.blur}
      noValidate
    >
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} autoComplete="off" />
      <input type="hidden" name="askedStreet" value={askedStreet} autoComplete="off" />
      <input type="hidden" name="total-STANDARD" value={quotes.STANDARD.total} autoComplete="off" />
      <input type="hidden" name="total-EXPRESS" value={quotes.EXPRESS.total} autoComplete="off" />
      {hasChangedPrices(cart) && <input type="hidden" name="pricesTold" value="yes" />}
      <div className="min-w-0">
        <Refusal refusal={refusal} errors={errors} isAsking={isAsking} cart={cart} ref={message} />
        <Step number={1} title="Who is it for?" done={done.who}>
          <EmailField {...fields} />
        </Step>
        <Step number={2} title="Where to?" done={done.where}>
          <SavedAddresses addresses={props.addresses} onChoose={on.fill} />
          <AddressFields {...fields} country={chosen.country} isAsking={isAsking} />
        </Step>
        <Step number={3} title="How fast?">
          <DeliveryTiles quotes={quotes} chosen={chosen.method} />
        </Step>
        <Step number={4} title="How will you pay?">
          <PaymentTiles chosen={values.paymentMethod ?? 'BANK_TRANSFER'} />
        </Step>
      </div>
      <Summary lines={cart.lines} isChanged={isChanged} quote={quote} vatOf={vatOf} exclusions={props.exclusions}>
        <noscript>
          <p className="text-sm">With express delivery it comes to {formatMoney(quotes.EXPRESS.total)}.</p>
        </noscript>
        <Button type="submit" tone="accent" size="lg" busy={isSending}>
          <Icon d={lockIcon} /> {isSending ? 'One moment' : 'Buy now'}
        </Button>
        <p className="hint">
          With this button you place a binding order. You have 14 days to withdraw and 30 days for a free return, except
          for items marked above.
        </p>
      </Summary>
    </form>
  )
}
