import type { Metadata } from 'next'
import { DeleteAccount } from '@/components/customers/account/data'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readDeletion, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Delete your account', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Delete({ searchParams }: PageProps<'/account/data/delete'>) {
  const plan = await outcomeOf(requireCustomer('/account/data/delete').then(({ userId }) => readDeletion(userId)))
  if (!plan.ok) return plan.instead
  const { refusal } = await readSentForm((await searchParams).sent)
  return (
    <>
      <h1 className="text-d2 pb-4">Delete this account?</h1>
      <DeleteAccount {...plan.value} refusal={refusal} />
    </>
  )
}
