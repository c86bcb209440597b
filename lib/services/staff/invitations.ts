import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { InvitationView, OpenInvitation } from '@/lib/contracts/staff'
import type { InvitationKind } from '@/lib/db/generated/client'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { covers } from '@/lib/domain/staff/granting'
import { OWNER_NAME } from '@/lib/domain/staff/permissions'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { audit } from '../audit/audit'
import { countAttempt, type Limit } from '../rate-limit'
import { memberOf } from './members'
import { auditorOf, beyondYou, lockStaff, rightsOf, rightsOfRole, type StaffActor } from './rights'

const HOUR_MS = 3_600_000
const LIFETIMES_MS: Record<InvitationKind, number> = {
  MEMBER: 7 * 24 * HOUR_MS,
  RESET: 24 * HOUR_MS,
  OWNER: 24 * HOUR_MS,
  SETUP: 24 * HOUR_MS,
}
const PER_PERSON: Limit = { name: 'staff invitation', max: 50, windowSeconds: 86_400 }

/** Returns the condition of invitations that can be accepted. */
export const acceptable = (now = new Date()) => ({ acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } })

const shape = /^[\w-]{43}$/

/** Returns the condition that finds the invitation of a token; null if it cannot be one. */
export const byToken = (token: string) => (shape.test(token) ? { tokenHash: hashOf(token) } : null)

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Returns the token of an invitation that is sent by mail. The job of the mail computes it from the id, so that no job
 * contains it. Only processes with NEXUS_SECRET can do that.
 */
export const mailedToken = (id: string): string =>
  createHmac('sha256', env().NEXUS_SECRET).update(`staff invitation ${id}`).digest('base64url')

/** Stores an invitation. Returns its id, and its token, which is random if it is printed and not sent by mail. */
export async function createInvitation(
  tx: Tx,
  invitation: { kind: InvitationKind; email: string | null; roleId?: string; invitedBy?: string; isMailed: boolean },
): Promise<{ id: string; token: string }> {
  const { isMailed, email, kind, ...rest } = invitation
  const id = randomUUID()
  const token = isMailed ? mailedToken(id) : randomBytes(32).toString('base64url')
  const emailKey = email === null ? null : foldEmail(email)
  // A new link makes those before it worthless.
  await tx.staffInvitation.updateMany({ where: { kind, emailKey, ...acceptable() }, data: { withdrawnAt: new Date() } })
  const expiresAt = new Date(Date.now() + LIFETIMES_MS[kind])
  await tx.staffInvitation.create({
    data: { id, kind, email, emailKey, tokenHash: hashOf(token), expiresAt, ...rest },
  })
  if (isMailed) await enqueue(tx, { name: 'mail.staff-invitation', data: { invitationId: id } })
  return { id, token }
}

/**
 * Invites somebody by mail, for seven days. A new invitation replaces the one before. Errors: not_allowed (the role
 * holds more than the actor), not_found, invalid_input (they work here already), too_many_requests.
 */
export async function invite(
  { email, roleId }: { email: string; roleId: string },
  actor: StaffActor,
): Promise<{ id: string }> {
  await countAttempt({ limit: PER_PERSON, subject: actor.userId })
  return transaction(async (tx) => {
    const by = await lockStaff(tx, actor)
    const role = await tx.role.findUnique({ where: { id: roleId } })
    if (!role) throw new DomainError('not_found', 'This role is gone. Somebody has deleted it.')
    const emailKey = foldEmail(email)
    const earlier = await tx.staffInvitation.findFirst({
      where: { kind: 'MEMBER', emailKey, ...acceptable() },
      include: { role: true },
    })
    if (!covers(by, rightsOfRole(role)) || (earlier?.role && !covers(by, rightsOfRole(earlier.role)))) throw beyondYou()
    if ((await tx.staffMember.count({ where: { user: { emailKey } } })) > 0)
      throw new DomainError('invalid_input', 'This person works here already.', { field: 'email' })
    const { id } = await createInvitation(tx, {
      ...{ kind: 'MEMBER', email, roleId, invitedBy: actor.userId, isMailed: true },
    })
    await audit(tx, {
      actor: auditorOf(actor),
      action: 'staff.invite',
      subject: { noun: 'invitation', id },
      before: null,
      after: { email, role: role.name },
    })
    return { id }
  })
}

/**
 * Sends a member of staff a link that sets a new password and a new second factor. The old ones are good until it is
 * used. Errors: not_allowed (their rights are above the actor's), not_found, too_many_requests.
 */
export async function resetMember(userId: string, actor: StaffActor): Promise<void> {
  await countAttempt({ limit: PER_PERSON, subject: actor.userId })
  await transaction(async (tx) => {
    const by = await lockStaff(tx, actor)
    const member = await memberOf(tx, userId)
    if (!covers(by, rightsOf(member))) throw beyondYou()
    if (member.disabledAt) throw new DomainError('invalid_input', 'This person is switched off. Switch them on first.')
    const { email } = member.user
    await createInvitation(tx, { kind: 'RESET', email, invitedBy: actor.userId, isMailed: true })
    await audit(tx, {
      actor: auditorOf(actor),
      action: 'staff.resetMember',
      subject: { noun: 'staff', id: userId },
      before: null,
      after: { email },
    })
  })
}

/** Withdraws an invitation that was not accepted yet. Errors: not_allowed, not_found. */
export async function withdrawInvitation(id: string, actor: StaffActor): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockStaff(tx, actor)
    const row = await tx.staffInvitation.findFirst({
      where: { id, acceptedAt: null, withdrawnAt: null },
      include: { role: true },
    })
    if (!row) throw new DomainError('not_found', 'This invitation is gone: accepted, or withdrawn already.')
    if (!covers(by, row.role ? rightsOfRole(row.role) : rightsOf({ isOwner: true, role: null }))) throw beyondYou()
    await tx.staffInvitation.update({ where: { id }, data: { withdrawnAt: new Date() } })
    await audit(tx, {
      actor: auditorOf(actor),
      action: 'staff.withdrawInvitation',
      subject: { noun: 'invitation', id },
      before: { email: row.email, role: row.role?.name ?? null },
      after: null,
    })
  })
}

const SHOWN_MS = 30 * 24 * HOUR_MS

/** Returns the invitations of the last 30 days that nobody accepted or withdrew, the newest first. */
export async function listInvitations(now = new Date()): Promise<InvitationView[]> {
  const rows = await postgres().staffInvitation.findMany({
    where: {
      ...{ acceptedAt: null, withdrawnAt: null, email: { not: null } },
      createdAt: { gt: new Date(Number(now) - SHOWN_MS) },
    },
    include: { role: true },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(({ id, email, kind, role, expiresAt }) => ({
    ...{ id, email: email ?? '' },
    roleName: kind === 'RESET' ? null : (role?.name ?? OWNER_NAME),
    expiresAt: expiresAt.toISOString(),
    isExpired: expiresAt <= now,
  }))
}

/** Returns what an invitation is for, without using it up; null if it cannot be accepted any more. */
export async function peekInvitation(token: string): Promise<OpenInvitation | null> {
  const where = byToken(token)
  const row =
    where &&
    (await postgres().staffInvitation.findFirst({ where: { ...where, ...acceptable() }, include: { role: true } }))
  return row && { kind: row.kind, email: row.email, roleName: row.role?.name ?? OWNER_NAME }
}

/** Returns what the mail of an invitation says; null if it cannot be accepted any more. */
export async function findInvitation(id: string) {
  const row = await postgres().staffInvitation.findFirst({ where: { id, ...acceptable() }, include: { role: true } })
  if (!row?.email) return null
  const inviter = row.invitedBy ? await postgres().user.findUnique({ where: { id: row.invitedBy } }) : null
  return {
    ...{ kind: row.kind, email: row.email, expiresAt: row.expiresAt },
    inviter: inviter?.name ?? OWNER_NAME,
    role: row.role?.name ?? OWNER_NAME,
  }
}
