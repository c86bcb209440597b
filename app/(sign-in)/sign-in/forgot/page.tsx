import type { Metadata } from 'next'
import { Gate } from '@/components/customers/gate/gate'
import { ForgotStep } from '@/components/customers/gate/steps'
import { readSentForm } from '@/lib/http/forms/sent-form'

export const metadata: Metadata = { title: 'Choose a new password', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function Forgot({ searchParams }: PageProps<'/sign-in/forgot'>) {
  const { values, refusal } = await readSentForm((await searchParams).sent)
  return (
    <Gate>
      <ForgotStep values={values} refusal={refusal} />
    </Gate>
  )
}
