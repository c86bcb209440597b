import type { Metadata } from 'next'
import { NameForm } from '@/components/customers/wishlists/list-forms'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireCustomer } from '@/lib/queries/customers'
import { readWishlist } from '@/lib/queries/customers/wishlists'

export const metadata: Metadata = { title: 'Rename a list', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function EditWishlist({ params, searchParams }: PageProps<'/account/wishlists/[id]/edit'>) {
  const { id } = await params
  const { sent } = await searchParams
  const view = await outcomeOf(requireCustomer('/account/wishlists').then(({ userId }) => readWishlist(userId, id)))
  if (!view.ok) return view.instead
  const { list } = view.value
  const { values, refusal } = await readSentForm(sent)
  return (
    <>
      <h1 className="text-d2 pb-4 wrap-anywhere">{list.name}</h1>
      <NameForm list={list} values={refusal ? values : {}} refusal={refusal} />
      <p className="pt-6">
        <a className="more" href={`/account/wishlists/${id}/delete`}>
          Delete this list
        </a>
      </p>
    </>
  )
}
