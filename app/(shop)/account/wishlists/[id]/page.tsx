import type { Metadata } from 'next'
import { Wishlist } from '@/components/customers/wishlists/wishlist'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireCustomer } from '@/lib/queries/customers'
import { readWishlist } from '@/lib/queries/customers/wishlists'

export const metadata: Metadata = { title: 'Your wishlists', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function OneWishlist({ params, searchParams }: PageProps<'/account/wishlists/[id]'>) {
  const { id } = await params
  const { done, sent } = await searchParams
  const view = await outcomeOf(requireCustomer('/account/wishlists').then(({ userId }) => readWishlist(userId, id)))
  if (!view.ok) return view.instead
  return <Wishlist view={view.value} last={{ done, ...(await readSentForm(sent)) }} />
}
