import type { Metadata } from 'next'
import { AddPasskey } from '@/components/customers/security/add-passkey-client'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Entry } from '@/components/staff/gate/entry'
import { readDevice } from '@/lib/queries/customers'
import { requireAnyStaff } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Office: a passkey', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function OfficePasskey() {
  const staff = await outcomeOf(requireAnyStaff('/admin'))
  if (!staff.ok) return staff.instead
  return (
    <Entry words="The office of this shop.">
      <h1 className="text-d3">A passkey</h1>
      <AddPasskey
        device={await readDevice()}
        place="office"
        back={staff.value.aal > 1 ? '/admin/security' : '/admin/security/factor'}
      />
    </Entry>
  )
}
