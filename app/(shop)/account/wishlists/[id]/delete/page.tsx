import type { Metadata } from 'next'
import { DeleteBox } from '@/components/customers/wishlists/list-forms'
import { outcomeOf } from '@/components/layout/page/outcome'
import { requireCustomer } from '@/lib/queries/customers'
import { readWishlist } from '@/lib/queries/customers/wishlists'

export const metadata: Metadata = { title: 'Delete a list', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function DeleteWishlist({ params }: PageProps<'/account/wishlists/[id]/delete'>) {
  const { id } = await params
  const view = await outcomeOf(requireCustomer('/account/wishlists').then(({ userId }) => readWishlist(userId, id)))
  return view.ok ? <DeleteBox list={view.value.list} /> : view.instead
}
