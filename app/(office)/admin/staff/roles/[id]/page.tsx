import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { RoleForm } from '@/components/staff/people/roles'
import { Denied } from '@/components/staff/shell/denied'
import { Office } from '@/components/staff/shell/office'
import { Result, StaffTabs } from '@/components/staff/shell/parts'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readRole, requireStaff } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Role', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function RolePage({ params, searchParams }: PageProps<'/admin/staff/roles/[id]'>) {
  const { id } = await params
  const staff = await outcomeOf(requireStaff(`/admin/staff/roles/${id}`))
  if (!staff.ok) return staff.instead
  if (!staff.value.permissions.includes('staff:write'))
    return <Denied staff={staff.value} page="staff" needs="staff:write" />
  const role = await outcomeOf(readRole(staff.value, id))
  if (!role.ok) return role.instead
  const { values, refusal } = await readSentForm((await searchParams).sent)
  return (
    <Office staff={staff.value} page="staff" title={role.value.name || 'A new role'}>
      <StaffTabs current="roles" />
      <Result done={undefined} texts={{}} refusal={refusal} />
      <RoleForm role={role.value} held={staff.value.permissions} values={values} refusal={refusal} />
    </Office>
  )
}
