import type { Metadata } from 'next'
import { Outcome } from '@/components/customers/account/parts'
import { Security } from '@/components/customers/security/security'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readSecurity, requireCustomer } from '@/lib/queries/customers'

const TEXTS = {
  app: 'Six digits from your app are asked for from now on.',
  'app-off': 'The second factor is off.',
  passkey: 'The passkey is added. Next time, one touch will do.',
  'passkey-removed': 'The passkey is removed.',
  password: 'Your password is changed, and your other devices are signed out.',
  session: 'That device is signed out.',
  sessions: 'All your other devices are signed out.',
}

export const metadata: Metadata = { title: 'Security', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function AccountSecurity({ searchParams }: PageProps<'/account/security'>) {
  const { done, sent } = await searchParams
  const data = await outcomeOf(requireCustomer('/account/security').then(readSecurity))
  if (!data.ok) return data.instead
  const { refusal } = await readSentForm(sent)
  return (
    <>
      <h1 className="text-d2 pb-4">Security</h1>
      <Outcome done={done} texts={TEXTS} refusal={refusal} />
      <Security {...data.value} />
    </>
  )
}
