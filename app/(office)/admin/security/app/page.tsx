import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Entry } from '@/components/staff/gate/entry'
import { SetUpApp, SwitchAppOff } from '@/components/staff/security/factor'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readTotp } from '@/lib/queries/customers'
import { requireAnyStaff } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Office: six digits from an app', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function OfficeApp({ searchParams }: PageProps<'/admin/security/app'>) {
  const totp = await outcomeOf(
    requireAnyStaff('/admin').then((staff) => readTotp({ userId: staff.userId, user: staff })),
  )
  if (!totp.ok) return totp.instead
  const { refusal } = await readSentForm((await searchParams).sent)
  const { isOn, setup } = totp.value
  if (!isOn && !setup) redirect('/admin/security')
  return (
    <Entry words="One more thing, then the shop is yours to mind.">
      {setup ? <SetUpApp setup={setup} refusal={refusal} /> : <SwitchAppOff refusal={refusal} />}
    </Entry>
  )
}
