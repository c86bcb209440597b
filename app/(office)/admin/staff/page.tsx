import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Invitations } from '@/components/staff/people/invitations'
import { Members } from '@/components/staff/people/members'
import { Denied } from '@/components/staff/shell/denied'
import { Office } from '@/components/staff/shell/office'
import { Result, StaffTabs } from '@/components/staff/shell/parts'
import { readSentForm } from '@/lib/http/forms/sent-form'
import { readPeople, requireStaff } from '@/lib/queries/staff'

const TEXTS = {
  invited: 'The invitation is on its way. It is good for 7 days.',
  withdrawn: 'The invitation is withdrawn.',
  reset: 'A new link is on its way. It is good for 24 hours.',
  changed: 'Saved. It counts from the next click.',
}

export const metadata: Metadata = { title: 'Staff', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function StaffPage({ searchParams }: PageProps<'/admin/staff'>) {
  const staff = await outcomeOf(requireStaff('/admin/staff'))
  if (!staff.ok) return staff.instead
  if (!staff.value.permissions.includes('staff:write'))
    return <Denied staff={staff.value} page="staff" needs="staff:write" />
  const people = await outcomeOf(readPeople(staff.value))
  if (!people.ok) return people.instead
  const { done, sent } = await searchParams
  const { values, refusal } = await readSentForm(sent)
  const { members, invitations, roles } = people.value
  return (
    <Office staff={staff.value} page="staff" title="Staff and roles">
      <StaffTabs current="people" />
      <Result done={done} texts={TEXTS} refusal={refusal} />
      <div className="office-desk has-side is-inner">
        <Members members={members} roles={roles} isOwner={staff.value.isOwner} />
        <Invitations invitations={invitations} roles={roles} values={values} refusal={refusal} />
      </div>
    </Office>
  )
}
