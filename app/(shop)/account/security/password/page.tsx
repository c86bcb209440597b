import type { Metadata } from 'next'
import { ChangePassword } from '@/components/customers/account/slips'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'A new password', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Password({ searchParams }: PageProps<'/account/security/password'>) {
  const customer = await outcomeOf(requireCustomer('/account/security/password'))
  if (!customer.ok) return customer.instead
  const { refusal } = await readSentForm((await searchParams).sent)
  const { name, email } = customer.value.user
  return (
    <>
      <h1 className="text-d2 pb-4">A new password</h1>
      <ChangePassword own={[name, email]} refusal={refusal} />
    </>
  )
}
