import type { Metadata } from 'next'
import { StartAnew } from '@/components/customers/gate/sign-in-first'
import { TotpRemoval, TotpSetup } from '@/components/customers/security/second-factor'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readTotp, requireCustomer } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Six digits from an app', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function App({ searchParams }: PageProps<'/account/security/app'>) {
  const totp = await outcomeOf(requireCustomer('/account/security').then(readTotp))
  if (!totp.ok) return totp.instead
  const { refusal } = await readSentForm((await searchParams).sent)
  const { isOn, setup } = totp.value
  if (!isOn && !setup)
    return (
      <div className="slip">
        <StartAnew href="/account/security" label="Go on" />
      </div>
    )
  return (
    <>
      <h1 className="text-d2 pb-4">{setup ? 'Scan, type, done' : 'Switch off six digits'}</h1>
      {setup ? <TotpSetup setup={setup} refusal={refusal} /> : <TotpRemoval refusal={refusal} />}
    </>
  )
}
