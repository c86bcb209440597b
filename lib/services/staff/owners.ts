import { randomBytes } from 'node:crypto'
import { postgres, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { DomainError } from '@/lib/errors'
import { AT_THE_START, audit, ON_THE_SERVER } from '../audit/audit'
import { hashPassword } from '../customers/sign-in/passwords'
import { hasOwner } from './accepting'
import { acceptable, createInvitation } from './invitations'
import { lockStaffTables } from './rights'
import { createShippedRoles } from './roles'

/**
 * Creates the link that makes the first owner. Returns its token; null if there is or was an owner, and `waiting` if a
 * link is waiting already, for example one that another instance printed.
 */
export async function createSetupLink(): Promise<{ token: string } | 'waiting' | null> {
  return transaction(async (tx) => {
    await lockStaffTables(tx)
    if (await hasOwner(tx)) return null
    if ((await tx.staffInvitation.count({ where: { kind: 'SETUP', ...acceptable() } })) > 0) return 'waiting'
    const { id, token } = await createInvitation(tx, { kind: 'SETUP', email: null, isMailed: false })
    await audit(tx, {
      actor: AT_THE_START,
      action: 'staff.createSetupLink',
      subject: { noun: 'invitation', id },
      before: null,
      after: { kind: 'SETUP' },
    })
    return { token }
  })
}

/**
 * Creates a link that makes the person with this address an owner, or with `isReset` gives an owner a new password and a
 * new second factor. For commands on the server. Returns its token. Errors: not_found (no owner has this address),
 * invalid_input (an owner has it already).
 */
export async function createOwnerLink({ email, isReset }: { email: string; isReset: boolean }): Promise<string> {
  return transaction(async (tx) => {
    await lockStaffTables(tx)
    const owner = await tx.staffMember.findFirst({ where: { isOwner: true, user: { emailKey: foldEmail(email) } } })
    if (isReset && (!owner || owner.disabledAt)) throw new DomainError('not_found', 'No owner has this address.')
    if (!isReset && owner && !owner.disabledAt)
      throw new DomainError('invalid_input', 'This person is an owner already. With --reset they get a new link.')
    const kind = isReset ? 'RESET' : 'OWNER'
    const { id, token } = await createInvitation(tx, { kind, email, isMailed: false })
    await audit(tx, {
      actor: ON_THE_SERVER,
      action: isReset ? 'staff.resetOwner' : 'staff.createOwner',
      subject: isReset ? { noun: 'staff', id: owner?.userId ?? null } : { noun: 'invitation', id },
      before: null,
      after: { email },
    })
    return token
  })
}

/**
 * Creates an owner with a generated password, for the embedded store of a developer. Returns the password; null if there
 * is an owner, or if the address has an account.
 */
export async function createDevelopmentOwner(email: string, name: string): Promise<string | null> {
  const password = randomBytes(15).toString('base64url')
  const hash = await hashPassword(password)
  return transaction(async (tx) => {
    await lockStaffTables(tx)
    const emailKey = foldEmail(email)
    if ((await hasOwner(tx)) || (await tx.user.count({ where: { emailKey } })) > 0) return null
    await createShippedRoles(tx)
    const user = { email, emailKey, name, emailVerifiedAt: new Date(), password: { create: { hash } } }
    const { id } = await tx.user.create({ data: { ...user, staff: { create: { isOwner: true } } } })
    await audit(tx, {
      actor: AT_THE_START,
      action: 'staff.createDevelopmentOwner',
      subject: { noun: 'staff', id },
      before: null,
      after: { email, isOwner: true },
    })
    return password
  })
}

/** Returns whether there is or was an owner. */
export const isSetUp = (): Promise<boolean> => hasOwner(postgres())
