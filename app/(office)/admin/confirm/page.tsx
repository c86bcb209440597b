import type { Metadata } from 'next'
import { PasskeySignIn } from '@/components/customers/gate/passkey-client'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Entry } from '@/components/staff/gate/entry'
import { ConfirmStaff } from '@/components/staff/security/factor'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readOfficePath, requireAnyStaff } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Is it you?', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function ConfirmStaffPage({ searchParams }: PageProps<'/admin/confirm'>) {
  const { to, sent } = await searchParams
  const staff = await outcomeOf(requireAnyStaff('/admin'))
  if (!staff.ok) return staff.instead
  const { values, refusal } = await readSentForm(sent)
  const next = readOfficePath(to ?? values.to)
  return (
    <Entry words="One more thing.">
      <h1 className="text-d3">Is it you?</h1>
      <p>You signed in some time ago. Please show once more that it is you, {staff.value.name}.</p>
      <PasskeySignIn to={next} place="office" />
      <ConfirmStaff to={next} values={values} refusal={refusal} />
    </Entry>
  )
}
