import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { RoleMatrix } from '@/components/staff/people/roles'
import { Denied } from '@/components/staff/shell/denied'
import { Office } from '@/components/staff/shell/office'
import { Result, StaffTabs } from '@/components/staff/shell/parts'
import { readRoles, requireStaff } from '@/lib/queries/staff'

const TEXTS = {
  saved: 'The role is saved. It counts from the next click of everybody who has it.',
  deleted: 'The role is deleted.',
}

export const metadata: Metadata = { title: 'Roles', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function RolesPage({ searchParams }: PageProps<'/admin/staff/roles'>) {
  const staff = await outcomeOf(requireStaff('/admin/staff/roles'))
  if (!staff.ok) return staff.instead
  if (!staff.value.permissions.includes('staff:write'))
    return <Denied staff={staff.value} page="staff" needs="staff:write" />
  const roles = await outcomeOf(readRoles(staff.value))
  if (!roles.ok) return roles.instead
  return (
    <Office
      staff={staff.value}
      page="staff"
      title="Roles"
      actions={
        <a className="btn btn-sm btn-accent" href="/admin/staff/roles/new">
          New role
        </a>
      }
    >
      <StaffTabs current="roles" />
      <Result done={(await searchParams).done} texts={TEXTS} refusal={undefined} />
      <RoleMatrix roles={roles.value} />
    </Office>
  )
}
