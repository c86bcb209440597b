import type { MemberView } from '@/lib/contracts/staff'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { covers, leavesAnOwner, mayChange, type Rights } from '@/lib/domain/staff/granting'
import { OWNER_NAME } from '@/lib/domain/staff/permissions'
import { DomainError } from '@/lib/errors'
import { audit } from '../audit/audit'
import { auditorOf, beyondYou, lockStaff, rightsOf, rightsOfRole, type StaffActor } from './rights'

/** Returns everybody who works here or did, owners first. `by` is the person who asks, with their rights. */
export async function listMembers(by: Rights & { userId: string }): Promise<MemberView[]> {
  const rows = await postgres().staffMember.findMany({
    include: {
      role: true,
      user: {
        include: {
          totp: true,
          _count: { select: { passkeys: true } },
          sessions: { where: { kind: 'STAFF' }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
        },
      },
    },
    orderBy: [{ isOwner: 'desc' }, { createdAt: 'asc' }],
  })
  return rows.map(({ user, ...member }) => ({
    userId: member.userId,
    name: user.name,
    email: user.email,
    roleName: member.isOwner ? OWNER_NAME : (member.role?.name ?? ''),
    roleId: member.roleId,
    isOwner: member.isOwner,
    isOn: member.disabledAt === null,
    isYou: member.userId === by.userId,
    factors: factorsText(user._count.passkeys, Boolean(user.totp?.confirmedAt)),
    lastSeenAt: user.sessions[0]?.lastSeenAt.toISOString() ?? null,
    isCovered: covers(by, rightsOf(member)),
  }))
}

function factorsText(passkeys: number, hasApp: boolean): string {
  const keys = passkeys > 1 ? `${passkeys} passkeys` : passkeys === 1 ? 'Passkey' : ''
  if (!hasApp) return keys
  return keys ? `${keys}, app` : 'App'
}

/**
 * Gives a member of staff another role, or makes them an owner. It counts from their next request on. Errors:
 * not_allowed (the old or the new rights are above the actor's), not_found, invalid_input (the last owner stays).
 */
export async function changeMember(
  { userId, place }: { userId: string; place: string },
  actor: StaffActor,
): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockStaff(tx, actor)
    const before = await memberOf(tx, userId)
    const isOwner = place === 'owner'
    const role = isOwner ? null : await tx.role.findUnique({ where: { id: place } })
    if (!isOwner && !role) throw new DomainError('not_found', 'This role is gone. Somebody has deleted it.')
    const after = role ? rightsOfRole(role) : rightsOf({ isOwner: true, role: null })
    if (!mayChange(by, rightsOf(before), after)) throw beyondYou()
    await keepAnOwner(tx, { userId, staysOwner: isOwner })
    await tx.staffMember.update({ where: { userId }, data: { isOwner, roleId: role?.id ?? null } })
    await audit(tx, {
      actor: auditorOf(actor),
      action: 'staff.changeMember',
      subject: { noun: 'staff', id: userId },
      before: { role: before.isOwner ? OWNER_NAME : before.role?.name },
      after: { role: role?.name ?? OWNER_NAME },
    })
  })
}

/**
 * Switches a member of staff off, which ends their office sessions, or on again. Errors: not_allowed (their rights are
 * above the actor's), not_found, invalid_input (the last owner stays).
 */
export async function switchMember(
  { userId, isOn }: { userId: string; isOn: boolean },
  actor: StaffActor,
): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockStaff(tx, actor)
    const before = await memberOf(tx, userId)
    if (!covers(by, rightsOf(before))) throw beyondYou()
    if ((before.disabledAt === null) === isOn) return
    if (!isOn) await keepAnOwner(tx, { userId, staysOwner: false })
    await tx.staffMember.update({ where: { userId }, data: { disabledAt: isOn ? null : new Date() } })
    if (!isOn) await tx.session.deleteMany({ where: { userId, kind: 'STAFF' } })
    await audit(tx, {
      actor: auditorOf(actor),
      action: 'staff.switchMember',
      subject: { noun: 'staff', id: userId },
      before: { isOn: !isOn },
      after: { isOn },
    })
  })
}

/** Returns a member with their role. Errors: not_found. */
export async function memberOf(tx: Tx, userId: string) {
  const member = await tx.staffMember.findUnique({ where: { userId }, include: { role: true, user: true } })
  if (!member) throw new DomainError('not_found', 'Nobody like that works here.')
  return member
}

async function keepAnOwner(tx: Tx, change: { userId: string; staysOwner: boolean }): Promise<void> {
  const owners = await tx.staffMember.findMany({ where: { isOwner: true, disabledAt: null }, select: { userId: true } })
  if (
    !leavesAnOwner(
      owners.map(({ userId }) => userId),
      change,
    )
  )
    throw new DomainError('invalid_input', 'The last owner stays an owner. Make somebody else an owner first.')
}
