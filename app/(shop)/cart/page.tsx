import type { Metadata } from 'next'
import { connection } from 'next/server'
import { CartPage } from '@/components/cart/cart-page-client'
import { CartTold } from '@/components/cart/cart-told'
import { outcomeOf } from '@/components/layout/outcome'
import { hasCart, readCart } from '@/lib/queries/cart'

export const metadata: Metadata = { title: 'Your cart', robots: { index: false } }
// Whole or not at all: what streams in later stays hidden without scripts.
export const instant = false

export default async function Cart({ searchParams }: PageProps<'/cart'>) {
  await connection()
  const [read, { told, sku, first }, isKept] = await Promise.all([outcomeOf(readCart()), searchParams, hasCart()])
  if (!read.ok) return read.instead
  const cart = read.value
  return (
    <div className="wrap pt-6 md:pt-10">
      <h1 className="font-display text-d1 font-black wd-120 pb-6">Your cart</h1>
      <CartTold told={first && !isKept ? 'cookies_refused' : told} line={cart.lines.find((line) => line.sku === sku)} />
      <CartPage sent={cart} />
    </div>
  )
}
