import type { Metadata } from 'next'
import { ConfirmPerson } from '@/components/customers/account/slips'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readReturnPath, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Is it you?', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Confirm({ searchParams }: PageProps<'/account/confirm'>) {
  const { to, sent } = await searchParams
  const customer = await outcomeOf(requireCustomer('/account/security'))
  if (!customer.ok) return customer.instead
  const { values, refusal } = await readSentForm(sent)
  return (
    <>
      <h1 className="text-d2 pb-4">Is it you?</h1>
      <ConfirmPerson to={readReturnPath(to ?? values.to)} refusal={refusal} />
    </>
  )
}
