import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { PERMISSIONS, type Permission } from '@/lib/domain/staff/permissions'
import { emptyStores } from '../testing/fixtures'
import { createPerson } from '../testing/people'
import { givenRole, givenStaff } from '../testing/staff'
import { invite, resetMember } from './invitations'
import { changeMember, listMembers, switchMember } from './members'
import { deleteRole, listRoles, saveRole } from './roles'
import { findStaff } from './sessions'

beforeEach(() => emptyStores())

const ADMINISTRATOR: Permission[] = ['staff:write', 'orders:read']
const notAllowed = { code: 'not_allowed' }
const permissionsOf = async (token: string) => (await findStaff(token))?.permissions

describe('a restricted administrator', () => {
  it('gets no more rights through an existing role, for themselves or others', async () => {
    const stronger = await givenRole(['orders:read', 'settings:write'])
    const [administrator, clerk] = [await givenStaff(ADMINISTRATOR), await givenStaff(['orders:read'])]
    for (const { userId } of [administrator, clerk]) {
      await expect(changeMember({ userId, place: stronger }, administrator)).rejects.toMatchObject(notAllowed)
      await expect(changeMember({ userId, place: 'owner' }, administrator)).rejects.toMatchObject(notAllowed)
    }
    await expect(invite({ email: 'jule@nexus.example', roleId: stronger }, administrator)).rejects.toMatchObject(
      notAllowed,
    )
    expect(await permissionsOf(administrator.token)).toEqual(ADMINISTRATOR)
  })

  it('gets no more rights by adding to the role that they have, or to a new one', async () => {
    const roleId = await givenRole(ADMINISTRATOR)
    const administrator = await givenStaff({ roleId })
    const role = { name: 'More', permissions: [...PERMISSIONS], refundLimit: null }
    await expect(saveRole({ ...role, id: roleId }, administrator)).rejects.toMatchObject(notAllowed)
    await expect(saveRole(role, administrator)).rejects.toMatchObject(notAllowed)
    expect(await permissionsOf(administrator.token)).toEqual(ADMINISTRATOR)
  })

  it('cannot reset, demote or switch off a stronger account, or narrow and delete a stronger role', async () => {
    const stronger = await givenRole(['orders:read', 'settings:write'])
    const administrator = await givenStaff(ADMINISTRATOR)
    const weak = await givenRole(['orders:read'])
    for (const above of [await givenStaff('owner'), await givenStaff({ roleId: stronger })]) {
      const { userId } = above
      await expect(resetMember(userId, administrator)).rejects.toMatchObject(notAllowed)
      await expect(changeMember({ userId, place: weak }, administrator)).rejects.toMatchObject(notAllowed)
      await expect(switchMember({ userId, isOn: false }, administrator)).rejects.toMatchObject(notAllowed)
    }
    const narrowed = { id: stronger, name: 'Less', permissions: ['orders:read' as const], refundLimit: null }
    await expect(saveRole(narrowed, administrator)).rejects.toMatchObject(notAllowed)
    await expect(deleteRole(stronger, administrator)).rejects.toMatchObject(notAllowed)
    expect(await postgres().auditEntry.count()).toBe(0)
  })

  it('gives and takes what they hold', async () => {
    const [administrator, clerk] = [await givenStaff(ADMINISTRATOR), await givenStaff([])]
    const { id } = await saveRole({ name: 'Reader', permissions: ['orders:read'], refundLimit: null }, administrator)
    await changeMember({ userId: clerk.userId, place: id }, administrator)
    expect(await permissionsOf(clerk.token)).toEqual(['orders:read'])
    await saveRole({ id, name: 'Reader', permissions: [], refundLimit: null }, administrator)
    expect(await permissionsOf(clerk.token)).toEqual([])
    const listed = await listMembers({
      ...administrator,
      isOwner: false,
      permissions: ADMINISTRATOR,
      refundLimit: null,
    })
    expect(listed.map(({ isCovered }) => isCovered)).toEqual([true, true])
    const actions = (await postgres().auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)
    expect(actions).toEqual(['staff.saveRole', 'staff.changeMember', 'staff.saveRole'])
  })

  it('cannot do with rights that they lost meanwhile', async () => {
    const [owner, administrator] = [await givenStaff('owner'), await givenStaff(ADMINISTRATOR)]
    await switchMember({ userId: administrator.userId, isOn: false }, owner)
    const role = { name: 'Reader', permissions: [], refundLimit: null }
    await expect(saveRole(role, administrator)).rejects.toMatchObject(notAllowed)
  })
})

describe('the last owner', () => {
  it('cannot be removed or demoted, not even by themselves', async () => {
    const owner = await givenStaff('owner')
    const place = await givenRole([])
    const { userId } = owner
    await expect(changeMember({ userId, place }, owner)).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(switchMember({ userId, isOn: false }, owner)).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await findStaff(owner.token)).toMatchObject({ isOwner: true, permissions: PERMISSIONS })
  })

  it('is one of two who demote each other at the same moment', async () => {
    const [first, second] = [await givenStaff('owner'), await givenStaff('owner')]
    const place = await givenRole([])
    const results = await Promise.allSettled([
      changeMember({ userId: second.userId, place }, first),
      changeMember({ userId: first.userId, place }, second),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await postgres().staffMember.count({ where: { isOwner: true } })).toBe(1)
  })

  it('cannot be deleted as a customer account either', async () => {
    const { userId } = await givenStaff('owner')
    await expect(postgres().user.delete({ where: { id: userId } })).rejects.toThrow()
  })
})

describe('an office session', () => {
  it('counts a change of role from the next request on, and signs nobody out', async () => {
    const [owner, clerk] = [await givenStaff('owner'), await givenStaff(['reports:read'])]
    const place = await givenRole(['orders:read'])
    await changeMember({ userId: clerk.userId, place }, owner)
    expect(await permissionsOf(clerk.token)).toEqual(['orders:read'])
  })

  it('without reports:read, or without any permission, stays signed in', async () => {
    const clerk = await givenStaff([])
    expect(await findStaff(clerk.token)).toMatchObject({ userId: clerk.userId, permissions: [] })
  })

  it('ends when its person is switched off, and a new one starts when they are on again', async () => {
    const [owner, clerk] = [await givenStaff('owner'), await givenStaff(['orders:read'])]
    await switchMember({ userId: clerk.userId, isOn: false }, owner)
    expect(await findStaff(clerk.token)).toBeNull()
    await switchMember({ userId: clerk.userId, isOn: true }, owner)
    expect(await findStaff(clerk.token)).toBeNull()
  })

  it('grants nothing through permissions that this version does not know', async () => {
    const { id: roleId } = await postgres().role.create({
      data: { name: 'Old', permissions: ['root:all', 'orders:read'] },
    })
    expect(await permissionsOf((await givenStaff({ roleId })).token)).toEqual(['orders:read'])
  })
})

describe('a role', () => {
  it('that somebody has, or is invited to, is not deleted', async () => {
    const owner = await givenStaff('owner')
    const [used, invited, free] = [await givenRole([]), await givenRole([]), await givenRole([])]
    await givenStaff({ roleId: used })
    await invite({ email: 'jule@nexus.example', roleId: invited }, owner)
    await expect(deleteRole(used, owner)).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(deleteRole(invited, owner)).rejects.toMatchObject({ code: 'invalid_input' })
    await deleteRole(free, owner)
    await expect(deleteRole(free, owner)).rejects.toMatchObject({ code: 'not_found' })
    expect(await listRoles({ isOwner: true, permissions: [], refundLimit: null })).toHaveLength(2)
  })

  it('has a name of its own', async () => {
    const owner = await givenStaff('owner')
    const role = { name: 'Reader', permissions: [], refundLimit: null }
    await saveRole(role, owner)
    await expect(saveRole(role, owner)).rejects.toMatchObject({ code: 'invalid_input', details: { field: 'name' } })
    await expect(saveRole({ ...role, id: randomUUID() }, owner)).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('a customer is none of staff', async () => {
  const owner = await givenStaff('owner')
  const userId = await createPerson()
  await expect(changeMember({ userId, place: 'owner' }, owner)).rejects.toMatchObject({ code: 'not_found' })
  const customer = { userId, sessionId: randomUUID() }
  const role = { name: 'Mine', permissions: [], refundLimit: null }
  await expect(saveRole(role, customer)).rejects.toMatchObject(notAllowed)
})
