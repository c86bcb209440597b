import { redirect } from 'next/navigation'
import { z } from 'zod'
import { currentStaff } from '@/lib/auth/staff/session'
import type { OpenInvitation, RoleView, Staff } from '@/lib/contracts/staff'
import { officePath } from '@/lib/domain/staff/office-path'
import { profileOf } from '@/lib/services/customers/profile'
import { listPasskeys } from '@/lib/services/customers/sign-in/passkeys'
import { listSessions } from '@/lib/services/customers/sign-in/sessions'
import { secondFactorOf } from '@/lib/services/customers/sign-in/totp'
import { listInvitations, peekInvitation } from '@/lib/services/staff/invitations'
import { readSignInLog } from '@/lib/services/staff/log'
import { listMembers } from '@/lib/services/staff/members'
import { listRoles } from '@/lib/services/staff/roles'

const FACTOR = '/admin/security/factor'

/**
 * Returns who is signed in to the office with two factors. Leads to the sign-in page, and back to `path` afterwards, if
 * nobody is, and to the page that sets up a second factor if the person has none.
 */
export async function requireStaff(path: string): Promise<Staff> {
  const staff = await requireAnyStaff(path)
  return staff.aal > 1 ? staff : redirect(FACTOR)
}

/** Returns who is signed in to the office, also before they have a second factor. */
export async function requireAnyStaff(path: string): Promise<Staff> {
  return (await currentStaff()) ?? redirect(`/admin/sign-in?${new URLSearchParams({ to: path })}`)
}

/** Returns the page of the office to which somebody wants to go. Leads there at once if they are signed in already. */
export async function readWayIntoOffice(to: unknown): Promise<string> {
  const path = officePath(to)
  return (await currentStaff()) ? redirect(path) : path
}

export const readOfficePath = officePath

/** Returns the invitation of a token; null if it cannot be accepted any more. */
export async function readInvitation(token: unknown): Promise<(OpenInvitation & { token: string }) | null> {
  if (typeof token !== 'string') return null
  const invitation = await peekInvitation(token)
  return invitation && { ...invitation, token }
}

/** Returns everybody who works here, who is invited, and the roles. */
export async function readPeople(staff: Staff) {
  const [members, invitations, roles] = await Promise.all([listMembers(staff), listInvitations(), listRoles(staff)])
  return { members, invitations, roles }
}

export const readRoles = (staff: Staff): Promise<RoleView[]> => listRoles(staff)

/** Returns a role, `new` for one that is not saved yet, or null if there is none. */
export async function readRole(staff: Staff, id: string): Promise<RoleView | null> {
  if (id === 'new') return { id: '', name: '', permissions: [], refundLimit: null, members: 0, isCovered: true }
  return (await listRoles(staff)).find((role) => role.id === id) ?? null
}

/** Returns what the person's own security page shows. */
export async function readOfficeSecurity({ userId, sessionId }: Staff) {
  const [sessions, passkeys, secondFactor, profile] = await Promise.all([
    listSessions(userId, sessionId, 'STAFF'),
    listPasskeys(userId),
    secondFactorOf(userId),
    profileOf(userId),
  ])
  return { sessions, passkeys, secondFactor, passwordChangedAt: profile.passwordChangedAt }
}

const pageSchema = z.coerce.number().int().min(1).max(100).catch(1)

/** Returns a page of the sign-in log, as the address asks for it. */
export async function readLog(page: unknown) {
  const wanted = pageSchema.parse(page)
  return { ...(await readSignInLog(wanted)), page: wanted }
}
