import type { Metadata } from 'next'
import { SignInDown } from '@/components/customers/gate/down'
import { Gate } from '@/components/customers/gate/gate'
import { PasskeySignIn } from '@/components/customers/gate/passkey-client'
import { AlreadyIn } from '@/components/customers/gate/sign-in-first'
import { EmailStep } from '@/components/customers/gate/steps'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readWayOn } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function SignIn({ searchParams }: PageProps<'/sign-in'>) {
  const { sent, to } = await searchParams
  const { values, refusal } = await readSentForm(sent)
  const wanted = await outcomeOf(readWayOn(to ?? values.to), <SignInDown />)
  if (!wanted.ok) return wanted.instead
  const { path, isSignedIn } = wanted.value
  if (isSignedIn)
    return (
      <Gate>
        <AlreadyIn path={path} />
      </Gate>
    )
  return (
    <Gate>
      <h1 className="text-d3">Sign in</h1>
      <PasskeySignIn to={path} />
      <EmailStep values={{ ...values, to: path }} refusal={refusal} />
      <p className="slip-foot">
        New here?{' '}
        <a className="more" href={`/register?${new URLSearchParams({ to: path })}`}>
          Make an account
        </a>
        <br />
        You can buy without one.{' '}
        <a className="more" href="/track">
          Where is my order?
        </a>
      </p>
    </Gate>
  )
}
