import type { Metadata } from 'next'
import { connection } from 'next/server'
import { CartRefresh } from '@/components/cart/store/cart-refresh-client'
import { outcomeOf } from '@/components/layout/page/outcome'
import { After } from '@/components/orders/after'
import { Bought } from '@/components/orders/bought'
import { NextTime } from '@/components/orders/next-time'
import { TransferDetails } from '@/components/orders/payment'
import { Progress } from '@/components/orders/progress'
import { OrderReviews } from '@/components/orders/reviews'
import { Thanks } from '@/components/orders/thanks'
import { isWithdrawn, Withdrawn } from '@/components/orders/withdrawn'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readBankAccount, readOrder } from '@/lib/queries/orders'
import { readOwnReviews } from '@/lib/queries/reviews'

// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export async function generateMetadata({ params }: PageProps<'/orders/[id]'>): Promise<Metadata> {
  await connection()
  const order = await readOrder((await params).id).catch(() => null)
  return { title: order ? `Order ${order.number}` : 'Not found', robots: { index: false, follow: false } }
}

export default async function Order({ params, searchParams }: PageProps<'/orders/[id]'>) {
  await connection()
  const [order, bank] = await Promise.all([outcomeOf(readOrder((await params).id)), outcomeOf(readBankAccount())])
  if (!order.ok) return order.instead
  if (!bank.ok) return bank.instead
  const own = await outcomeOf(readOwnReviews(order.value.id))
  if (!own.ok) return own.instead
  const { sent, reviewed } = await searchParams
  const { status, paymentMethod, number } = order.value
  // Despite a withdrawal, an order that was shipped or is closed still shows its progress.
  const isWithdrawnUnshipped = isWithdrawn(order.value) && ['PENDING', 'PAID', 'PACKED'].includes(status)
  return (
    <>
      <CartRefresh />
      <Thanks order={order.value} />
      <div className="wrap pt-8 md:pt-12">
        <div className="till">
          <div className="grid gap-6 content-start min-w-0">
            <Withdrawn order={order.value} />
            {!isWithdrawnUnshipped && <Progress order={order.value} />}
            {!isWithdrawnUnshipped && status === 'PENDING' && paymentMethod === 'BANK_TRANSFER' && (
              <TransferDetails order={order.value} bank={bank.value} />
            )}
            <OrderReviews
              order={order.value}
              own={own.value}
              sent={await readSentForm(sent)}
              written={typeof reviewed === 'string' ? Number(reviewed) : null}
            />
            <After number={number} />
          </div>
          <Bought order={order.value} />
        </div>
        <NextTime />
      </div>
    </>
  )
}
