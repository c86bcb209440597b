import type { Metadata } from 'next'
import { connection } from 'next/server'
import { SharedList } from '@/components/customers/wishlists/shared-list'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSharedWishlist } from '@/lib/queries/customers/wishlists'

export const metadata: Metadata = { title: 'A list', robots: { index: false, follow: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Shared({ params }: PageProps<'/lists/[token]'>) {
  await connection()
  const list = await outcomeOf(readSharedWishlist((await params).token))
  if (!list.ok) return list.instead
  return (
    <div className="wrap pt-6 pb-12 md:pt-10">
      <SharedList list={list.value} />
    </div>
  )
}
