import type { RoleView } from '@/lib/contracts/staff'
import { Prisma } from '@/lib/db/generated/client'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { covers, mayChange, type Rights } from '@/lib/domain/staff/granting'
import { type Permission, SHIPPED_ROLES } from '@/lib/domain/staff/permissions'
import { DomainError } from '@/lib/errors'
import { audit } from '../audit/audit'
import { auditorOf, beyondYou, lockStaff, rightsOfRole, type StaffActor } from './rights'

/** Creates the shipped roles if there are no roles at all. Call this when the first owner is created. */
export async function createShippedRoles(tx: Tx): Promise<void> {
  if ((await tx.role.count()) > 0) return
  const data = SHIPPED_ROLES.map(({ name, permissions, refundLimit }) => ({ name, permissions, refundLimit }))
  await tx.role.createMany({ data })
}

/** Returns all roles by name. `by` are the rights of the person who asks. */
export async function listRoles(by: Rights): Promise<RoleView[]> {
  const rows = await postgres().role.findMany({
    orderBy: { name: 'asc' },
    include: { _count: { select: { members: true } } },
  })
  return rows.map((row) => {
    const rights = rightsOfRole(row)
    return {
      id: row.id,
      name: row.name,
      permissions: [...rights.permissions],
      refundLimit: row.refundLimit,
      members: row._count.members,
      isCovered: covers(by, rights),
    }
  })
}

/** What a role is saved with. Without an id, it is a new one. */
export interface RoleInput {
  id?: string
  name: string
  permissions: Permission[]
  refundLimit: number | null
}

/**
 * Makes a role, or changes one, which counts for everybody who has it from their next request on. Returns its id.
 * Errors: not_allowed (it contains, or would contain, what the actor does not hold), not_found, invalid_input (another
 * role has this name).
 */
export async function saveRole({ id, ...facts }: RoleInput, actor: StaffActor): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const by = await lockStaff(tx, actor)
    const before = id ? await roleOf(tx, id) : null
    if (!mayChange(by, before && rightsOfRole(before), rightsOfRole(facts))) throw beyondYou()
    const saved = before
      ? await tx.role.update({ where: { id: before.id }, data: facts })
      : await tx.role.create({ data: facts })
    await audit(tx, {
      actor: auditorOf(actor),
      action: 'staff.saveRole',
      subject: { noun: 'role', id: saved.id },
      before: before && factsOf(before),
      after: factsOf(saved),
    })
    return { id: saved.id }
  }).catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new DomainError('invalid_input', 'Another role has this name.', { field: 'name' })
    throw error
  })
}

/**
 * Deletes a role that nobody has. Errors: not_allowed (it contains what the actor does not hold), not_found,
 * invalid_input (somebody has it, or is invited to it).
 */
export async function deleteRole(id: string, actor: StaffActor): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockStaff(tx, actor)
    const before = await roleOf(tx, id)
    if (!mayChange(by, rightsOfRole(before), null)) throw beyondYou()
    const open = { roleId: id, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } }
    const [members, invited] = await Promise.all([
      tx.staffMember.count({ where: { roleId: id } }),
      tx.staffInvitation.count({ where: open }),
    ])
    if (members + invited > 0)
      throw new DomainError('invalid_input', 'Somebody has this role or is invited to it. Give them another one first.')
    await tx.staffInvitation.deleteMany({ where: { roleId: id } })
    await tx.role.delete({ where: { id } })
    await audit(tx, {
      actor: auditorOf(actor),
      action: 'staff.deleteRole',
      subject: { noun: 'role', id },
      before: factsOf(before),
      after: null,
    })
  })
}

async function roleOf(tx: Tx, id: string) {
  const role = await tx.role.findUnique({ where: { id } })
  if (!role) throw new DomainError('not_found', 'This role is gone. Somebody has deleted it.')
  return role
}

const factsOf = ({
  name,
  permissions,
  refundLimit,
}: Omit<RoleInput, 'id' | 'permissions'> & { permissions: string[] }) => ({
  name,
  permissions,
  refundLimit,
})
