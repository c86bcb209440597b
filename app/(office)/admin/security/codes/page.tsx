import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Entry } from '@/components/staff/gate/entry'
import { OfficeCodes } from '@/components/staff/security/factor'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireStaff } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Office: recovery codes', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function OfficeCodesPage() {
  const staff = await outcomeOf(requireStaff('/admin/security'))
  if (!staff.ok) return staff.instead
  const { codes, codesOf } = (await readSentForm(undefined)).values
  if (!codes || codesOf !== staff.value.userId) redirect('/admin/security')
  return (
    <Entry words="One more thing, then the shop is yours to mind.">
      <OfficeCodes codes={codes.split(' ')} />
    </Entry>
  )
}
