import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Entry } from '@/components/staff/gate/entry'
import { ChooseFactor } from '@/components/staff/security/factor'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { requireAnyStaff } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Office: second factor', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function FactorPage({ searchParams }: PageProps<'/admin/security/factor'>) {
  const staff = await outcomeOf(requireAnyStaff('/admin'))
  if (!staff.ok) return staff.instead
  if (staff.value.aal > 1) redirect('/admin/security')
  const { refusal } = await readSentForm((await searchParams).sent)
  return (
    <Entry words="One more thing, then the shop is yours to mind.">
      <ChooseFactor refusal={refusal} />
    </Entry>
  )
}
