import type { Metadata } from 'next'
import { StartAnew } from '@/components/customers/gate/sign-in-first'
import { RecoveryCodes } from '@/components/customers/security/second-factor'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Recovery codes', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Codes() {
  const customer = await outcomeOf(requireCustomer('/account/security'))
  if (!customer.ok) return customer.instead
  const { codes, codesOf } = (await readSentForm(undefined)).values
  if (!codes || codesOf !== customer.value.userId)
    return (
      <div className="slip">
        <StartAnew href="/account/security" label="Go on" />
      </div>
    )
  return (
    <>
      <h1 className="text-d2 pb-4">Keep these ten</h1>
      <RecoveryCodes codes={codes.split(' ')} />
    </>
  )
}
