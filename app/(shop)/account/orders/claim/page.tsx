import type { Metadata } from 'next'
import { Outcome } from '@/components/customers/account/parts'
import { ClaimForm } from '@/components/customers/account/slips'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireCustomer } from '@/lib/queries/customers'

const TEXTS = {
  sent: 'If there is such an order, a link is on its way to the address it was placed with. It works once, for 30 minutes.',
}

export const metadata: Metadata = { title: 'Fetch an order', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Claim({ searchParams }: PageProps<'/account/orders/claim'>) {
  const { sent, done } = await searchParams
  const customer = await outcomeOf(requireCustomer('/account/orders/claim'))
  if (!customer.ok) return customer.instead
  const { values, refusal } = await readSentForm(sent)
  return (
    <>
      <h1 className="text-d2 pb-4">Fetch an order</h1>
      <p className="acct-lead">For orders that were placed with another address.</p>
      <Outcome done={done} texts={TEXTS} />
      <ClaimForm values={values} refusal={refusal} />
    </>
  )
}
