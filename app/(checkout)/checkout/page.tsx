import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Checkout } from '@/components/checkout/checkout-form-client'
import { GuaranteeNotice } from '@/components/content/guarantee-notice'
import { Onward } from '@/components/layout/page/onward'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentCheckout } from '@/lib/http/forms/checkout'
import { readCheckout, readOrderOfKey } from '@/lib/queries/checkout'
import { readAccountForCheckout } from '@/lib/queries/customers'
import { getPublishedSettings } from '@/lib/queries/settings'

export const metadata: Metadata = { title: 'Checkout', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function CheckoutPage({ searchParams }: PageProps<'/checkout'>) {
  await connection()
  const { sent, address } = await searchParams
  const { values: typed, refusal, isBack } = await readSentCheckout(sent)
  const account = await outcomeOf(readAccountForCheckout(address))
  if (!account.ok) return account.instead
  const { addresses, known } = account.value
  const values = { ...known, ...(typeof address !== 'string' && typed) }
  const read = await outcomeOf(readCheckout(values.country))
  if (!read.ok) return read.instead
  const { cart, quotes, exclusions, quotedFor } = read.value
  // If the response to the last attempt was lost, the order may exist and the cart may be empty.
  const placed =
    isBack || !quotes ? await outcomeOf(readOrderOfKey(typed.idempotencyKey).then((order) => ({ order }))) : null
  if (placed && !placed.ok) return placed.instead
  if (placed?.value.order)
    return (
      <Onward href={`/orders/${placed.value.order.id}`} title="Your order has been placed" label="See your order" />
    )
  const idempotencyKey = (isBack && typed.idempotencyKey) || randomUUID()
  const { askedStreet = '' } = typed
  const { guarantee } = await getPublishedSettings()
  return (
    <>
      <h1 className="font-display text-d1 font-black wd-120 pb-6">Nearly yours</h1>
      <Checkout {...{ cart, quotes, exclusions, quotedFor, idempotencyKey, askedStreet, values, refusal, addresses }} />
      {quotes && (
        <div className="pt-8">
          <GuaranteeNotice guarantee={guarantee} />
        </div>
      )}
    </>
  )
}
