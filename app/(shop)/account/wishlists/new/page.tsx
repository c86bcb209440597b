import type { Metadata } from 'next'
import { NameForm } from '@/components/customers/wishlists/list-forms'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'A new list', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function NewWishlist({ searchParams }: PageProps<'/account/wishlists/new'>) {
  const { sent } = await searchParams
  const person = await outcomeOf(requireCustomer('/account/wishlists/new'))
  if (!person.ok) return person.instead
  const { values, refusal } = await readSentForm(sent)
  return (
    <>
      <h1 className="text-d2 pb-4">A new list</h1>
      <NameForm values={refusal ? values : {}} refusal={refusal} />
    </>
  )
}
