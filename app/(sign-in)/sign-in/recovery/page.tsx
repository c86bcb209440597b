import type { Metadata } from 'next'
import { Gate } from '@/components/customers/gate/gate'
import { StartAnew } from '@/components/customers/gate/sign-in-first'
import { RecoveryStep } from '@/components/customers/gate/steps'
import { readSentForm } from '@/lib/http/forms/sent-form'

export const metadata: Metadata = { title: 'A recovery code', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function RecoveryStepPage({ searchParams }: PageProps<'/sign-in/recovery'>) {
  const { values, refusal } = await readSentForm((await searchParams).sent)
  if (!values.challengeId)
    return (
      <Gate>
        <StartAnew />
      </Gate>
    )
  return (
    <Gate>
      <RecoveryStep values={values} refusal={refusal} />
    </Gate>
  )
}
