import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { OfficeSecurity } from '@/components/staff/security/security'
import { Office } from '@/components/staff/shell/office'
import { Result } from '@/components/staff/shell/parts'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readOfficeSecurity, requireStaff } from '@/lib/queries/staff'

const TEXTS = {
  'app-off': 'Six digits are off. Your passkey is your second factor.',
  passkey: 'The passkey is added. Next time, one touch will do.',
  'passkey-removed': 'The passkey is removed.',
  password: 'Your password is changed, and your other devices are signed out.',
  session: 'That device is signed out.',
  sessions: 'All your other devices are signed out.',
}

export const metadata: Metadata = { title: 'Office: security', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function OfficeSecurityPage({ searchParams }: PageProps<'/admin/security'>) {
  const staff = await outcomeOf(requireStaff('/admin/security'))
  if (!staff.ok) return staff.instead
  const data = await outcomeOf(readOfficeSecurity(staff.value))
  if (!data.ok) return data.instead
  const { done, sent } = await searchParams
  const { refusal } = await readSentForm(sent)
  return (
    <Office staff={staff.value} page="security" title="Security">
      <Result done={done} texts={TEXTS} refusal={refusal} />
      <OfficeSecurity {...data.value} />
    </Office>
  )
}
