import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Gate } from '@/components/customers/gate/gate'
import { RecoveryStep } from '@/components/customers/gate/steps'
import { readSentForm } from '@/lib/http/forms/sent-form'

export const metadata: Metadata = { title: 'A recovery code', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function RecoveryStepPage({ searchParams }: PageProps<'/sign-in/recovery'>) {
  const { values, refusal } = await readSentForm((await searchParams).sent)
  if (!values.challengeId) redirect('/sign-in')
  return (
    <Gate>
      <RecoveryStep values={values} refusal={refusal} />
    </Gate>
  )
}
