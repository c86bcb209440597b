import type { Metadata } from 'next'
import { OrderAgain } from '@/components/customers/account/order-again'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readReorder, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Order again', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Again({ params }: PageProps<'/account/orders/[id]/again'>) {
  const { id } = await params
  const reorder = await outcomeOf(
    requireCustomer(`/account/orders/${id}/again`).then(({ userId }) => readReorder(userId, id)),
  )
  if (!reorder.ok) return reorder.instead
  return (
    <>
      <h1 className="text-d2 pb-4">Order {reorder.value.number} again</h1>
      <OrderAgain reorder={reorder.value} />
    </>
  )
}
