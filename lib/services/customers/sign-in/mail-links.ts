import { randomUUID } from 'node:crypto'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { DomainError } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { countAttempts, type Limit } from '../../rate-limit'
import { createChallenge, expired, meetByToken } from './challenges'
import { admit, refuseOnHold } from './entry'
import { hashPassword, isPassword, requireGoodPassword } from './passwords'
import { type Client, endSessions, recordEvent, rotateSession } from './sessions'

const PER_EMAIL: Limit = { name: 'account mail', max: 3, windowSeconds: 3_600 }
const PER_NETWORK: Limit = { name: 'account mail network', max: 10, windowSeconds: 3_600 }

/**
 * Sends a mail with a link that signs in, or that sets a new password. An address without an account gets a mail that
 * says so, so that neither the answer nor the number of mails tells a stranger anything. Errors: too_many_requests.
 */
export async function requestLink(
  kind: 'sign_in_link' | 'password_reset',
  email: string,
  network: string,
): Promise<void> {
  await countAttempts([
    { limit: PER_NETWORK, subject: network },
    { limit: PER_EMAIL, subject: foldEmail(email) },
  ])
  await transaction(async (tx) => {
    const challengeId = await createChallenge(tx, { kind, email, data: {} })
    await enqueue(tx, { name: 'mail.account', data: { challengeId } })
  })
}

/** Signs in with the token of a link. Errors: expired_link, on_hold. */
export async function signInByLink(token: string, client: Client) {
  return transaction(async (tx) => {
    const { email } = await meetByToken(tx, 'sign_in_link', token)
    const { id: userId } = await ownerOf(tx, email)
    return admit(tx, { userId, via: 'link', client })
  })
}

/**
 * Sets a new password with the token of a link, ends all sessions and signs in. The account's owner is told by mail.
 * Errors: invalid_input (the link stays valid), expired_link, on_hold.
 */
export async function resetPassword({ token, password }: { token: string; password: string }, client: Client) {
  await requireGoodPassword(password, { ownWords: [] })
  const hash = await hashPassword(password)
  return transaction(async (tx) => {
    const { email } = await meetByToken(tx, 'password_reset', token)
    const user = await ownerOf(tx, email)
    const { id: userId, name } = user
    refuseOnHold(user)
    await requireGoodPassword(password, { ownWords: [name, email] })
    await tx.passwordCredential.upsert({
      where: { userId },
      create: { userId, hash },
      update: { hash, changedAt: new Date() },
    })
    await endSessions(tx, userId, null)
    await recordEvent(tx, { userId, type: 'password reset', client })
    await enqueue(tx, { name: 'mail.account-notice', data: { id: randomUUID(), userId, notice: 'password_changed' } })
    return admit(tx, { userId, via: 'reset', client })
  })
}

async function ownerOf(tx: Tx, email: string) {
  const user = await tx.user.findUnique({ where: { emailKey: foldEmail(email) } })
  if (!user) throw expired()
  return user
}

const PER_ACCOUNT: Limit = { name: 'change password', max: 5, windowSeconds: 15 * 60 }

/**
 * Changes a person's password, ends all other sessions, gives this one a new token, and tells the person by mail. Returns
 * the token. Errors: wrong_credentials (the current password), invalid_input (the new one), too_many_requests.
 */
export async function changePassword(
  { userId, sessionId }: { userId: string; sessionId: string },
  { current, next }: { current: string; next: string },
  client: Client,
): Promise<string> {
  await countAttempts([{ limit: PER_ACCOUNT, subject: userId }])
  const user = await postgres().user.findUniqueOrThrow({ where: { id: userId }, include: { password: true } })
  if (!(await isPassword(current, user.password?.hash ?? null)))
    throw new DomainError('wrong_credentials', 'This is not your current password.', { field: 'current' })
  await requireGoodPassword(next, { ownWords: [user.name, user.email], field: 'next' })
  const hash = await hashPassword(next)
  return transaction(async (tx) => {
    await tx.passwordCredential.update({ where: { userId }, data: { hash, changedAt: new Date() } })
    await endSessions(tx, userId, sessionId)
    await recordEvent(tx, { userId, type: 'password changed', client })
    await enqueue(tx, { name: 'mail.account-notice', data: { id: randomUUID(), userId, notice: 'password_changed' } })
    return rotateSession(tx, sessionId)
  })
}
