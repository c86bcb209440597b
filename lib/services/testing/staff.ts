import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { postgres, transaction } from '@/lib/db/postgres'
import type { Permission } from '@/lib/domain/staff/permissions'
import { type Client, startSession } from '../customers/sign-in/sessions'
import { findUnconfirmedTotp, startTotp } from '../customers/sign-in/totp'
import { mailedToken } from '../staff/invitations'
import type { StaffActor } from '../staff/rights'
import { browser, createPerson } from './people'

/** Creates a role; returns its id. */
export async function givenRole(permissions: Permission[], name = `Role ${randomUUID().slice(0, 8)}`): Promise<string> {
  return (await postgres().role.create({ data: { name, permissions } })).id
}

/** Creates a member of staff with the password PASSWORD, in a session with two factors. */
export async function givenStaff(
  place: 'owner' | Permission[] | { roleId: string },
  email = `${randomUUID().slice(0, 8)}@nexus.example`,
): Promise<StaffActor & { token: string; email: string }> {
  const userId = await createPerson({ email, name: 'Mila Adeyemi' })
  const roleId = place === 'owner' ? null : Array.isArray(place) ? await givenRole(place) : place.roleId
  await postgres().staffMember.create({ data: { userId, isOwner: place === 'owner', roleId } })
  return { userId, email, ...(await officeSession(userId)) }
}

/** Starts an office session with two factors. */
export const officeSession = (userId: string, client: Client = browser()) =>
  transaction((tx) => startSession(tx, { userId, kind: 'STAFF', via: 'password', aal: 2, client }))

/** Returns the token of the newest invitation, as its mail contains it. */
export async function newestToken(): Promise<string> {
  const { id } = await postgres().staffInvitation.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return mailedToken(id)
}

/** Starts to set up an authenticator app. Returns its six digits at this moment. */
export async function startApp(userId: string, email: string): Promise<() => string> {
  await startTotp({ userId, email })
  const setup = await findUnconfirmedTotp({ userId, email })
  const app = new TOTP({ secret: Secret.fromBase32(setup?.secret ?? ''), period: 30, digits: 6, algorithm: 'SHA1' })
  return () => app.generate()
}
