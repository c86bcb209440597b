import type { Tx } from '@/lib/db/postgres'
import type { Rights } from '@/lib/domain/staff/granting'
import { isPermission } from '@/lib/domain/staff/permissions'
import { DomainError } from '@/lib/errors'
import type { Auditor } from '@/lib/services/audit/audit'

/** Somebody of the office who changes staff, as the operation identified them. */
export interface StaffActor {
  userId: string
  sessionId: string
}

interface StoredRole {
  permissions: string[]
  refundLimit: number | null
}

/** Returns the rights of a stored role. Permissions that this version does not know grant nothing. */
export const rightsOfRole = ({ permissions, refundLimit }: StoredRole): Rights => ({
  isOwner: false,
  permissions: permissions.filter(isPermission),
  refundLimit,
})

/** Returns the rights of a stored member of staff with their role. */
export const rightsOf = ({ isOwner, role }: { isOwner: boolean; role: StoredRole | null }): Rights =>
  isOwner || !role ? { isOwner, permissions: [], refundLimit: null } : rightsOfRole(role)

/**
 * Locks everything about staff until the transaction ends, so that roles, members and invitations change one after the
 * other. Returns the rights that the actor has now: they may have lost some since the request was admitted. Errors:
 * not_allowed.
 */
export async function lockStaff(tx: Tx, actor: StaffActor): Promise<Rights> {
  await lockStaffTables(tx)
  const member = await tx.staffMember.findFirst({
    where: { userId: actor.userId, disabledAt: null },
    include: { role: true },
  })
  const rights = member && rightsOf(member)
  if (!rights || !(rights.isOwner || rights.permissions.includes('staff:write')))
    throw notAllowed('You may not change staff any more. Nothing was changed.')
  return rights
}

/** Locks everything about staff until the transaction ends. */
export async function lockStaffTables(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('nexus: staff'))`
}

/** Returns the error for somebody who lacks a right. */
export const notAllowed = (message: string) => new DomainError('not_allowed', message)

/** Returns the error for rights that are above the actor's own. */
export const beyondYou = () =>
  notAllowed('This holds more than you do, so it is not yours to give, change or remove. Ask an owner.')

/** Returns the entry of the audit log's `actor` for somebody of the office. */
export const auditorOf = ({ userId, sessionId }: StaffActor): Auditor => ({ via: 'office', userId, sessionId })
