import type { Metadata } from 'next'
import { connection } from 'next/server'
import { CartNotice } from '@/components/cart/cart-notice'
import { CartPage } from '@/components/cart/cart-page-client'
import { outcomeOf } from '@/components/layout/page/outcome'
import { hasCart, readCart } from '@/lib/queries/cart'

export const metadata: Metadata = { title: 'Your cart', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Cart({ searchParams }: PageProps<'/cart'>) {
  await connection()
  const [read, { told, sku, first }, isKept] = await Promise.all([outcomeOf(readCart()), searchParams, hasCart()])
  if (!read.ok) return read.instead
  const cart = read.value
  return (
    <div className="wrap pt-6 md:pt-10">
      <h1 className="font-display text-d1 font-black wd-120 pb-6">Your cart</h1>
      <CartNotice
        notice={first && !isKept ? 'cookies_refused' : told}
        line={cart.lines.find((line) => line.sku === sku)}
      />
      <CartPage sent={cart} />
    </div>
  )
}
