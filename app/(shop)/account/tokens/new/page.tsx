import type { Metadata } from 'next'
import { NewToken } from '@/components/customers/tokens/new-token'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'A new token', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function NewApiToken({ searchParams }: PageProps<'/account/tokens/new'>) {
  const customer = await outcomeOf(requireCustomer('/account/tokens/new'))
  if (!customer.ok) return customer.instead
  const { values, refusal } = await readSentForm((await searchParams).sent)
  return (
    <>
      <h1 className="text-d2 pb-4">A new token</h1>
      <NewToken values={refusal ? values : {}} refusal={refusal} />
    </>
  )
}
