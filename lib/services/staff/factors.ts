import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { DomainError } from '@/lib/errors'
import { addPasskey } from '../customers/sign-in/passkeys'
import { type Client, endSessions } from '../customers/sign-in/sessions'
import { confirmTotp } from '../customers/sign-in/totp'
import { raiseSession } from './sessions'

type Session = { userId: string; sessionId: string }

/** Returns whether a person has a second factor: a confirmed authenticator app, or a passkey. */
export async function hasFactor(tx: Tx, userId: string): Promise<boolean> {
  const [apps, passkeys] = await Promise.all([
    tx.totp.count({ where: { userId, confirmedAt: { not: null } } }),
    tx.passkey.count({ where: { userId } }),
  ])
  return apps + passkeys > 0
}

/**
 * Throws factor_needed if a member of staff who has a second factor did not show it in this session. Without this rule,
 * somebody with the password alone could add a factor of their own in the shop, and enter the office with it. Customers
 * decide for themselves.
 */
export async function requireOwnFactor({ userId, sessionId }: Session): Promise<void> {
  const [session, member] = await Promise.all([
    postgres().session.findFirst({ where: { id: sessionId, userId } }),
    postgres().staffMember.findUnique({ where: { userId } }),
  ])
  if (!member || (session && session.aal > 1)) return
  if (await hasFactor(postgres(), userId))
    throw new DomainError(
      'factor_needed',
      'You work here, so please sign in with your passkey or your app first. Nothing was changed.',
    )
}

/**
 * Switches the authenticator app of a member of staff on. Returns the recovery codes and the session's new token. Errors:
 * wrong_code, out_of_date, factor_needed.
 */
export async function confirmStaffTotp(session: Session, code: string, client: Client) {
  await requireOwnFactor(session)
  const { codes } = await confirmTotp(session, code, client)
  return { codes, token: await transaction((tx) => raiseSession(tx, session.sessionId)) }
}

/**
 * Adds a passkey to a member of staff, and ends their other sessions if it is the first factor. Returns the session's
 * new token. Errors: as addPasskey, and factor_needed.
 */
export async function addStaffPasskey(
  session: Session,
  passkey: Omit<Parameters<typeof addPasskey>[0], 'userId'>,
  client: Client,
): Promise<{ token: string }> {
  await requireOwnFactor(session)
  const isFirst = !(await hasFactor(postgres(), session.userId))
  await addPasskey({ ...passkey, userId: session.userId }, client)
  return transaction(async (tx) => {
    if (isFirst) await endSessions(tx, session.userId, session.sessionId)
    return { token: await raiseSession(tx, session.sessionId) }
  })
}

/**
 * Throws invalid_input if a member of staff would be left without a second factor. `without` says which one is to be
 * removed.
 */
export async function requireAnotherFactor(userId: string, without: { passkeyId: string } | 'app'): Promise<void> {
  const passkeys = await postgres().passkey.count({
    where: { userId, ...(without !== 'app' && { id: { not: without.passkeyId } }) },
  })
  const apps = without === 'app' ? 0 : await postgres().totp.count({ where: { userId, confirmedAt: { not: null } } })
  if (passkeys + apps === 0)
    throw new DomainError('invalid_input', 'This is your last second factor, so it stays. Add another one first.')
}
