import type { AcceptInput } from '@/lib/contracts/staff'
import type { StaffInvitation } from '@/lib/db/generated/client'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { foldEmail, normalEmail } from '@/lib/domain/customers/email'
import { covers } from '@/lib/domain/staff/granting'
import { DomainError } from '@/lib/errors'
import { audit } from '../audit/audit'
import { expired } from '../customers/sign-in/challenges'
import { hashPassword, requireGoodPassword } from '../customers/sign-in/passwords'
import { type Client, endSessions, recordEvent } from '../customers/sign-in/sessions'
import { countAttempt, type Limit } from '../rate-limit'
import { acceptable, byToken } from './invitations'
import { lockStaffTables, rightsOf, rightsOfRole } from './rights'
import { createShippedRoles } from './roles'
import { admitStaff, type StaffAdmission } from './sign-in'

const PER_NETWORK: Limit = { name: 'staff invitation accepted', max: 20, windowSeconds: 3_600 }

/**
 * Accepts an invitation: the person gets a name, a password and their place in the office, and is admitted. The factor
 * that an account has already is asked for. Errors: invalid_input (the link stays valid), expired_link (used, withdrawn,
 * too old, or its sender may not give this any more), on_hold, too_many_requests.
 */
export async function acceptInvitation(input: AcceptInput, client: Client): Promise<StaffAdmission> {
  const { token, name, password } = input
  await countAttempt({ limit: PER_NETWORK, subject: client.network })
  const where = byToken(token)
  const open = where && (await postgres().staffInvitation.findFirst({ where: { ...where, ...acceptable() } }))
  if (!where || !open) throw expired()
  const email = open.email ?? typedEmail(input.email)
  await requireGoodPassword(password, { ownWords: [name, email] })
  const hash = await hashPassword(password)
  return transaction(async (tx) => {
    await lockStaffTables(tx)
    const used = await tx.staffInvitation.updateMany({
      where: { ...where, ...acceptable() },
      data: { acceptedAt: new Date() },
    })
    if (used.count === 0) throw expired()
    const userId = await accountFor(tx, open, { email, name, hash })
    await givePlace(tx, open, userId)
    await endSessions(tx, userId, null)
    await recordEvent(tx, { userId, type: 'office: invitation accepted', client })
    await audit(tx, {
      actor: { via: 'office', userId, sessionId: null },
      action: open.kind === 'RESET' ? 'staff.acceptReset' : 'staff.acceptInvitation',
      subject: { noun: 'staff', id: userId },
      before: null,
      after: { email, name, invitation: open.id, isOwner: open.kind === 'OWNER' || open.kind === 'SETUP' },
    })
    return admitStaff(tx, { userId, via: 'invitation', client })
  })
}

function typedEmail(typed = ''): string {
  const email = normalEmail(typed)
  if (!email)
    throw new DomainError('invalid_input', 'That does not look like an e-mail address. Is it name@example.com?', {
      field: 'email',
    })
  return email
}

/** Creates the account, or gives the existing one the new name and password. Returns its id. */
async function accountFor(
  tx: Tx,
  { kind }: StaffInvitation,
  { email, name, hash }: { email: string; name: string; hash: string },
): Promise<string> {
  const emailKey = foldEmail(email)
  const known = await tx.user.findUnique({ where: { emailKey } })
  if (!known) {
    if (kind === 'RESET') throw expired()
    const user = { email, emailKey, name, emailVerifiedAt: new Date() }
    return (await tx.user.create({ data: { ...user, password: { create: { hash } } } })).id
  }
  // The first owner's link proves nothing about an address, so it takes no account over.
  if (kind === 'SETUP')
    throw new DomainError(
      'invalid_input',
      'This address has an account already. Use another one, or run npm run admin:create on the server.',
      { field: 'email' },
    )
  const { id: userId } = known
  await tx.user.update({ where: { id: userId }, data: { name } })
  const changedAt = new Date()
  await tx.passwordCredential.upsert({ where: { userId }, create: { userId, hash }, update: { hash, changedAt } })
  return userId
}

async function givePlace(tx: Tx, invitation: StaffInvitation, userId: string): Promise<void> {
  const member = await tx.staffMember.findUnique({ where: { userId }, include: { role: true } })
  if (invitation.kind === 'RESET') {
    if (!member || member.disabledAt) throw expired()
    if (invitation.invitedBy) await requireInviter(tx, invitation.invitedBy, rightsOf(member))
    return removeFactors(tx, userId)
  }
  if (invitation.kind === 'MEMBER') {
    const role = invitation.roleId ? await tx.role.findUnique({ where: { id: invitation.roleId } }) : null
    if (!role || member || !invitation.invitedBy) throw expired()
    await requireInviter(tx, invitation.invitedBy, rightsOfRole(role))
    await tx.staffMember.create({ data: { userId, roleId: role.id } })
    return
  }
  if (invitation.kind === 'SETUP' && (await hasOwner(tx))) throw expired()
  await createShippedRoles(tx)
  const owner = { isOwner: true, roleId: null, disabledAt: null }
  await tx.staffMember.upsert({ where: { userId }, create: { userId, ...owner }, update: owner })
}

/** Returns whether there is or was an owner. Once there is one, no setup link works any more. */
export const hasOwner = async (tx: Tx): Promise<boolean> =>
  (await tx.staffMember.count({ where: { isOwner: true } })) > 0

/** Throws expired_link unless the sender of an invitation still works here and holds what it gives. */
async function requireInviter(tx: Tx, userId: string, given: ReturnType<typeof rightsOf>): Promise<void> {
  const inviter = await tx.staffMember.findFirst({ where: { userId, disabledAt: null }, include: { role: true } })
  const rights = inviter && rightsOf(inviter)
  const maySend = rights && (rights.isOwner || rights.permissions.includes('staff:write'))
  if (!maySend || !covers(rights, given)) throw expired()
}

async function removeFactors(tx: Tx, userId: string): Promise<void> {
  await tx.totp.deleteMany({ where: { userId } })
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.passkey.deleteMany({ where: { userId } })
}
