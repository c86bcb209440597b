import { beforeEach, describe, expect, it } from 'vitest'
import { postgres } from '@/lib/db/postgres'
import { SHIPPED_ROLES } from '@/lib/domain/staff/permissions'
import { findSession } from '../customers/sign-in/sessions'
import { emptyStores, jobsIn } from '../testing/fixtures'
import { browser, createPerson, PASSWORD, signIn } from '../testing/people'
import { givenRole, givenStaff, newestToken } from '../testing/staff'
import { acceptInvitation } from './accepting'
import { invite, listInvitations, peekInvitation, resetMember, withdrawInvitation } from './invitations'
import { switchMember } from './members'
import { createDevelopmentOwner, createOwnerLink, createSetupLink, isSetUp } from './owners'
import { findStaff } from './sessions'
import { signInStaff } from './sign-in'

beforeEach(() => emptyStores())

const EMAIL = 'jule@nexus.example'
const GOOD = 'violet tractor umbrella'
const expired = { code: 'expired_link' }
const accept = (token: string, more: { email?: string; password?: string } = {}) =>
  acceptInvitation({ token, name: 'Jule Brandt', password: GOOD, ...more }, browser())
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

async function accepted(token: string) {
  const admission = await accept(token)
  return 'session' in admission ? admission.session : expect.fail('no session')
}

describe('an invitation', () => {
  it('makes its person a member with its role, who has to set up a second factor', async () => {
    const owner = await givenStaff('owner')
    await invite({ email: EMAIL, roleId: await givenRole(['orders:read'], 'Reader') }, owner)
    const token = await newestToken()
    expect(await peekInvitation(token)).toEqual({ kind: 'MEMBER', email: EMAIL, roleName: 'Reader' })
    const { token: session } = await accepted(token)
    expect(await findStaff(session)).toMatchObject({ roleName: 'Reader', permissions: ['orders:read'], aal: 1 })
    expect(await jobsIn('mail.staff-invitation')).toHaveLength(1)
  })

  it('is used once, also if it is accepted twice at the same moment', async () => {
    const owner = await givenStaff('owner')
    await invite({ email: EMAIL, roleId: await givenRole([]) }, owner)
    const token = await newestToken()
    const results = await Promise.allSettled([accept(token), accept(token)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(accept(token)).rejects.toMatchObject(expired)
    expect(await peekInvitation(token)).toBeNull()
  })

  it('stays valid if the password is refused', async () => {
    await invite({ email: EMAIL, roleId: await givenRole([]) }, await givenStaff('owner'))
    const token = await newestToken()
    await expect(accept(token, { password: 'password1234' })).rejects.toMatchObject({ code: 'invalid_input' })
    await accepted(token)
  })

  it('is replaced by a new one, ends after seven days, and can be withdrawn', async () => {
    const owner = await givenStaff('owner')
    const roleId = await givenRole([])
    await invite({ email: EMAIL, roleId }, owner)
    const first = await newestToken()
    const { id } = await invite({ email: 'Jule@nexus.example', roleId }, owner)
    const second = await newestToken()
    await expect(accept(first)).rejects.toMatchObject(expired)
    expect(await listInvitations()).toMatchObject([{ id, isExpired: false }])
    expect(await listInvitations(inDays(8))).toMatchObject([{ id, isExpired: true }])
    await withdrawInvitation(id, owner)
    await expect(accept(second)).rejects.toMatchObject(expired)
  })

  it('is worth nothing once its sender does not work here, or holds less than it gives', async () => {
    const owner = await givenStaff('owner')
    const roleId = await givenRole(['orders:read'])
    const [gone, weaker] = [
      await givenStaff(['staff:write', 'orders:read']),
      await givenStaff(['staff:write', 'orders:read']),
    ]
    await invite({ email: EMAIL, roleId }, gone)
    const first = await newestToken()
    await switchMember({ userId: gone.userId, isOn: false }, owner)
    await expect(accept(first)).rejects.toMatchObject(expired)
    await invite({ email: 'other@nexus.example', roleId }, weaker)
    const second = await newestToken()
    await postgres().role.update({ where: { id: roleId }, data: { permissions: ['orders:read', 'settings:write'] } })
    await expect(accept(second)).rejects.toMatchObject(expired)
    expect(await postgres().staffMember.count()).toBe(3)
  })

  it('is not sent to somebody who works here, so that nobody resets an owner with it', async () => {
    const owner = await givenStaff('owner')
    const roleId = await givenRole([])
    await expect(invite({ email: owner.email, roleId }, owner)).rejects.toMatchObject({ details: { field: 'email' } })
  })

  it('to a customer keeps their factor, and ends their sessions', async () => {
    const userId = await createPerson({ email: EMAIL })
    await postgres().passkey.create({
      data: { id: 'key', userId, publicKey: new Uint8Array(1), counter: 0, transports: [], name: 'Phone' },
    })
    const shop = await signIn(userId)
    await invite({ email: EMAIL, roleId: await givenRole([]) }, await givenStaff('owner'))
    expect(await accept(await newestToken())).toEqual({ needsPasskey: true })
    expect(await findSession(shop.token, 'CUSTOMER')).toBeNull()
    expect(await postgres().passkey.count()).toBe(1)
  })

  it.each(['', 'x', 'x'.repeat(43), "' OR 1=1 --"])('with the token %j does not exist', async (token) => {
    expect(await peekInvitation(token)).toBeNull()
    await expect(accept(token)).rejects.toMatchObject(expired)
  })

  it('leaves no token in the database or in a job', async () => {
    await invite({ email: EMAIL, roleId: await givenRole([]) }, await givenStaff('owner'))
    const token = await newestToken()
    const everything = [
      await postgres().staffInvitation.findMany(),
      (await postgres().auditEntry.findMany()).map(({ id, ...entry }) => entry),
      await jobsIn('mail.staff-invitation'),
    ]
    expect(JSON.stringify(everything)).not.toContain(token)
    expect(JSON.stringify(everything[1])).not.toContain(EMAIL)
  })
})

it('a reset takes the old password and factors, but only when its link is used', async () => {
  const [owner, clerk] = [await givenStaff('owner'), await givenStaff(['orders:read'])]
  const { userId, email } = clerk
  await postgres().passkey.create({
    data: { id: 'key', userId, publicKey: new Uint8Array(1), counter: 0, transports: [], name: 'Phone' },
  })
  await resetMember(userId, owner)
  const token = await newestToken()
  expect(await findStaff(clerk.token)).not.toBeNull()
  const session = await accepted(token)
  expect(await findStaff(session.token)).toMatchObject({ userId, aal: 1 })
  expect(await findStaff(clerk.token)).toBeNull()
  await expect(signInStaff({ email, password: PASSWORD }, browser())).rejects.toMatchObject({
    code: 'wrong_credentials',
  })
})

describe('the first owner', () => {
  it('is made with the setup link, which exists once, and the shipped roles with them', async () => {
    const link = await createSetupLink()
    const token = link && link !== 'waiting' ? link.token : ''
    expect(await createSetupLink()).toBe('waiting')
    expect(await peekInvitation(token)).toMatchObject({ kind: 'SETUP', email: null, roleName: 'Owner' })
    await expect(accept(token)).rejects.toMatchObject({ details: { field: 'email' } })
    const admission = await accept(token, { email: 'Henrik@nexus.example' })
    const session = 'session' in admission ? admission.session : expect.fail('no session')
    expect(await findStaff(session.token)).toMatchObject({ isOwner: true, email: 'Henrik@nexus.example' })
    expect(await postgres().role.count()).toBe(SHIPPED_ROLES.length)
    expect(await isSetUp()).toBe(true)
  })

  it('is one, also if the link is used twice at the same moment', async () => {
    const link = await createSetupLink()
    const token = link && link !== 'waiting' ? link.token : ''
    const results = await Promise.allSettled([
      accept(token, { email: 'a@nexus.example' }),
      accept(token, { email: 'b@nexus.example' }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await postgres().staffMember.count()).toBe(1)
  })

  it('closes setup for ever, also for a link that waits, and if the owner is switched off', async () => {
    const link = await createSetupLink()
    const token = link && link !== 'waiting' ? link.token : ''
    const { userId } = await givenStaff('owner')
    await postgres().staffMember.update({ where: { userId }, data: { disabledAt: new Date() } })
    await expect(accept(token, { email: 'a@nexus.example' })).rejects.toMatchObject(expired)
    expect(await createSetupLink()).toBeNull()
  })

  it('takes over no account of a customer', async () => {
    await createPerson({ email: EMAIL })
    const link = await createSetupLink()
    const token = link && link !== 'waiting' ? link.token : ''
    await expect(accept(token, { email: EMAIL })).rejects.toMatchObject({ details: { field: 'email' } })
    await accept(token, { email: 'a@nexus.example' })
  })

  it('is created for several instances that start at once with one link', async () => {
    const links = await Promise.all([createSetupLink(), createSetupLink(), createSetupLink()])
    expect(links.filter((link) => link === 'waiting')).toHaveLength(2)
  })
})

describe('on the server', () => {
  it('a link makes an owner, also of somebody with a role', async () => {
    const clerk = await givenStaff(['orders:read'])
    const session = await accepted(await createOwnerLink({ email: clerk.email, isReset: false }))
    expect(await findStaff(session.token)).toMatchObject({ userId: clerk.userId, isOwner: true })
  })

  it('a reset is for owners only, and is in the audit log', async () => {
    const [owner, clerk] = [await givenStaff('owner'), await givenStaff([])]
    await expect(createOwnerLink({ email: clerk.email, isReset: true })).rejects.toMatchObject({ code: 'not_found' })
    await expect(createOwnerLink({ email: owner.email, isReset: false })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await accepted(await createOwnerLink({ email: owner.email, isReset: true }))
    const entries = await postgres().auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(entries).toMatchObject([
      { action: 'staff.resetOwner', via: 'command', userId: null, subject: owner.userId },
      { action: 'staff.acceptReset', userId: owner.userId },
    ])
  })

  it('a developer’s owner has a generated password, and is made once', async () => {
    const password = await createDevelopmentOwner('owner@nexus.example', 'Olive Owner')
    expect(password).toMatch(/^[\w-]{20}$/)
    expect(await createDevelopmentOwner('other@nexus.example', 'Other')).toBeNull()
    const admission = await signInStaff({ email: 'owner@nexus.example', password: password! }, browser())
    expect('session' in admission).toBe(true)
  })
})
