import type { Metadata } from 'next'
import { Outcome } from '@/components/customers/account/parts'
import { ShareBox } from '@/components/customers/wishlists/list-forms'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireCustomer } from '@/lib/queries/customers'
import { readWishlist } from '@/lib/queries/customers/wishlists'

const TEXTS = {
  shared: 'The list is shared. An older link has stopped.',
  private: 'The list is private. Its link has stopped.',
}

export const metadata: Metadata = { title: 'Share a list', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function ShareWishlist({ params, searchParams }: PageProps<'/account/wishlists/[id]/share'>) {
  const { id } = await params
  const { done, sent } = await searchParams
  const found = await outcomeOf(
    requireCustomer(`/account/wishlists/${id}/share`).then(async ({ userId, user }) => {
      const view = await readWishlist(userId, id)
      return view && { ...view, name: user.name }
    }),
  )
  if (!found.ok) return found.instead
  const { list, shareUrl, name } = found.value
  return (
    <>
      <Outcome done={done} texts={TEXTS} refusal={(await readSentForm(sent)).refusal} />
      <ShareBox list={list} shareUrl={shareUrl} name={name} />
    </>
  )
}
