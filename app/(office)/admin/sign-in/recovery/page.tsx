import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entry } from '@/components/staff/gate/entry'
import { OfficeRecovery } from '@/components/staff/gate/steps'
import { readSentForm } from '@/lib/http/forms/sent-form'

export const metadata: Metadata = { title: 'Office: a recovery code', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function OfficeRecoveryPage({ searchParams }: PageProps<'/admin/sign-in/recovery'>) {
  const { values, refusal } = await readSentForm((await searchParams).sent)
  if (!values.challengeId) redirect('/admin/sign-in')
  return (
    <Entry words="One more thing, then the shop is yours to mind.">
      <OfficeRecovery values={values} refusal={refusal} />
    </Entry>
  )
}
