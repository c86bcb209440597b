import type { Metadata } from 'next'
import { connection } from 'next/server'
import { CartPage } from '@/components/cart/cart-page-client'
import { SavedLines } from '@/components/cart/saved-lines'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readRemovedLine } from '@/lib/http/forms/cart'
import { countSavedLines, hasCart, readCart } from '@/lib/queries/cart'

export const metadata: Metadata = { title: 'Your cart', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Cart({ searchParams }: PageProps<'/cart'>) {
  await connection()
  const { told, sku, first, sent } = await searchParams
  const [read, isKept] = await Promise.all([
    outcomeOf(Promise.all([readCart(), told === 'removed' ? readRemovedLine(sent) : null, countSavedLines()])),
    hasCart(),
  ])
  if (!read.ok) return read.instead
  const [cart, removed, saved] = read.value
  const code = first && !isKept ? 'cookies_refused' : told
  return (
    <div className="wrap pt-6 md:pt-10">
      <h1 className="font-display text-d1 font-black wd-120 pb-6">Your cart</h1>
      <SavedLines count={saved} />
      <CartPage sent={cart} told={{ code: only(code), sku: only(sku) }} removed={removed} />
    </div>
  )
}

/** Returns the parameter's value; undefined if it occurs more than once. */
const only = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
