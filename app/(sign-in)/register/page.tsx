import type { Metadata } from 'next'
import { SignInDown } from '@/components/customers/gate/down'
import { Gate } from '@/components/customers/gate/gate'
import { RegisterForm } from '@/components/customers/gate/register-client'
import { AlreadyIn } from '@/components/customers/gate/sign-in-first'
import { outcomeOf } from '@/components/layout/page/outcome'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readWayOn } from '@/lib/queries/customers'

export const metadata: Metadata = { title: 'Make an account', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Register({ searchParams }: PageProps<'/register'>) {
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
      <RegisterForm values={{ ...values, to: path }} refusal={refusal} />
    </Gate>
  )
}
