import type { Staff } from '@/lib/contracts/staff'
import { postgres, type Tx } from '@/lib/db/postgres'
import { heldBy } from '@/lib/domain/staff/granting'
import { OWNER_NAME } from '@/lib/domain/staff/permissions'
import { DomainError } from '@/lib/errors'
import { findSession, rotateSession } from '../customers/sign-in/sessions'
import { rightsOf } from './rights'

/**
 * Returns who is signed in to the office with a token, with their rights as they are at this moment; null if nobody is,
 * or if the person no longer works here.
 */
export async function findStaff(token: string, now = new Date()): Promise<Staff | null> {
  const session = await findSession(token, 'STAFF', now)
  if (!session) return null
  const { userId, sessionId, aal, authAt, user } = session
  const member = await postgres().staffMember.findFirst({
    where: { userId, disabledAt: null },
    include: { role: true },
  })
  if (!member) return null
  const rights = rightsOf(member)
  return {
    ...{ userId, sessionId, aal, authAt, email: user.email, name: user.name },
    isOwner: member.isOwner,
    roleName: member.isOwner ? OWNER_NAME : (member.role?.name ?? ''),
    permissions: heldBy(rights),
    refundLimit: rights.refundLimit,
  }
}

/**
 * Records that a second factor was shown or set up in a session. Returns its new token; the old one is worth nothing.
 * Throws not_found if the session has ended.
 */
export async function raiseSession(tx: Tx, sessionId: string): Promise<string> {
  const token = await rotateSession(tx, sessionId)
  await tx.session.update({ where: { id: sessionId }, data: { aal: 2, authAt: new Date() } })
  return token
}

/** Returns the time at which a session ends, whether it is used or not. Throws not_found if it has ended. */
export async function sessionEnd(token: string): Promise<Date> {
  const session = await findSession(token, 'STAFF')
  if (!session) throw new DomainError('not_found', 'This session has ended. Please sign in again.')
  return session.expiresAt
}
