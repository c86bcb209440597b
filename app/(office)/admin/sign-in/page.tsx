import type { Metadata } from 'next'
import { PasskeySignIn } from '@/components/customers/gate/passkey-client'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Entry } from '@/components/staff/gate/entry'
import { SignInForm } from '@/components/staff/gate/steps'
import { Notice } from '@/components/ui/feedback/notice'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readWayIntoOffice } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Office: sign in', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function OfficeSignIn({ searchParams }: PageProps<'/admin/sign-in'>) {
  const { sent, to, needs, done } = await searchParams
  const { values, refusal } = await readSentForm(sent)
  const wanted = await outcomeOf(readWayIntoOffice(to ?? values.to))
  if (!wanted.ok) return wanted.instead
  return (
    <Entry words="The office of this shop.">
      <h1 className="text-d3">Sign in</h1>
      {needs === 'passkey' && (
        <Notice tone="info" live>
          <p>Your account opens with its passkey. Use it below; the password alone is not enough.</p>
        </Notice>
      )}
      {done === 'out' && (
        <Notice tone="good" live>
          <p>You are signed out.</p>
        </Notice>
      )}
      <PasskeySignIn to={wanted.value} place="office" />
      <SignInForm values={{ ...values, to: wanted.value }} refusal={refusal} />
    </Entry>
  )
}
