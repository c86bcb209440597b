import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { EmptyCart } from '@/components/cart/cart-parts'
import { Checkout } from '@/components/checkout/checkout-form-client'
import { outcomeOf } from '@/components/layout/outcome'
import { readCheckout } from '@/lib/queries/checkout'

export const metadata: Metadata = { title: 'Checkout', robots: { index: false } }
// Whole or not at all: what streams in later stays hidden without scripts.
export const instant = false

const MOST_BUY_FROM = 'DE'

export default async function CheckoutPage() {
  await connection()
  const read = await outcomeOf(readCheckout(MOST_BUY_FROM))
  if (!read.ok) return read.instead
  const { cart, quotes } = read.value
  return (
    <>
      <h1 className="font-display text-d1 font-black wd-120 pb-6">Nearly yours</h1>
      {quotes ? (
        <Checkout cart={cart} quotes={quotes} quotedFor={MOST_BUY_FROM} idempotencyKey={randomUUID()} />
      ) : (
        <div className="max-w-[40rem]">
          <EmptyCart />
        </div>
      )}
    </>
  )
}
