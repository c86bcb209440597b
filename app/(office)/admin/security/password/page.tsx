import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Entry } from '@/components/staff/gate/entry'
import { OfficePassword } from '@/components/staff/security/factor'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireStaff } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Office: new password', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function OfficePasswordPage({ searchParams }: PageProps<'/admin/security/password'>) {
  const staff = await outcomeOf(requireStaff('/admin/security/password'))
  if (!staff.ok) return staff.instead
  const { refusal } = await readSentForm((await searchParams).sent)
  return (
    <Entry words="The office of this shop.">
      <h1 className="text-d3">A new password</h1>
      <OfficePassword refusal={refusal} />
    </Entry>
  )
}
