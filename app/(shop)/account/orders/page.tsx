import type { Metadata } from 'next'
import { Orders } from '@/components/customers/account/orders'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readOrders, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Your orders', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function AccountOrders({ searchParams }: PageProps<'/account/orders'>) {
  const query = await searchParams
  const found = await outcomeOf(requireCustomer('/account/orders').then(({ userId }) => readOrders(userId, query)))
  if (!found.ok) return found.instead
  return <Orders found={found.value} />
}
