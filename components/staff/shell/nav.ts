import { dashboardIcon, keyIcon, logIcon, shieldIcon } from '@/components/ui/icons'
import type { Permission } from '@/lib/domain/staff/permissions'

/** A page of the office. Without `needs`, everybody who works here may open it. */
interface Entry {
  key: OfficePage
  href: string
  label: string
  icon: string
  needs?: Permission
}

export type OfficePage = 'start' | 'staff' | 'log' | 'security'

const GROUPS: { title: string; entries: Entry[] }[] = [
  { title: 'Today', entries: [{ key: 'start', href: '/admin', label: 'Start', icon: dashboardIcon }] },
  {
    title: 'People',
    entries: [{ key: 'staff', href: '/admin/staff', label: 'Staff and roles', icon: shieldIcon, needs: 'staff:write' }],
  },
  {
    title: 'Machine room',
    entries: [{ key: 'log', href: '/admin/log', label: 'Sign-in log', icon: logIcon, needs: 'audit:read' }],
  },
  { title: 'You', entries: [{ key: 'security', href: '/admin/security', label: 'Security', icon: keyIcon }] },
]

/** Returns the pages that somebody with these permissions may open, in groups. Empty groups are left out. */
export const navFor = (permissions: readonly Permission[]) =>
  GROUPS.map(({ title, entries }) => ({
    title,
    entries: entries.filter(({ needs }) => needs === undefined || permissions.includes(needs)),
  })).filter(({ entries }) => entries.length > 0)
