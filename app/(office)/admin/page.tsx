import type { Metadata } from 'next'
import { outcomeOf } from '@/components/layout/page/outcome'
import { Start } from '@/components/staff/shell/start'
import { requireStaff } from '@/lib/queries/staff'

export const metadata: Metadata = { title: 'Office', robots: { index: false } }
// The page is sent in one piece, because streamed parts would stay hidden without client-side scripts.
export const instant = false

export default async function OfficeStart() {
  const staff = await outcomeOf(requireStaff('/admin'))
  return staff.ok ? <Start staff={staff.value} /> : staff.instead
}
