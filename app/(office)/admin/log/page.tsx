import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { SignInLog } from '@/components/staff/people/log'
import { Denied } from '@/components/staff/shell/denied'
import { Office } from '@/components/staff/shell/office'
import { readLog, requireStaff } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Sign-in log', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function LogPage({ searchParams }: PageProps<'/admin/log'>) {
  const staff = await outcomeOf(requireStaff('/admin/log'))
  if (!staff.ok) return staff.instead
  if (!staff.value.permissions.includes('audit:read'))
    return <Denied staff={staff.value} page="log" needs="audit:read" />
  const log = await outcomeOf(readLog((await searchParams).page))
  if (!log.ok) return log.instead
  return (
    <Office staff={staff.value} page="log" title="Sign-in log">
      <SignInLog {...log.value} />
    </Office>
  )
}
