import { randomUUID } from 'node:crypto'
import type { ProfileView } from '@/lib/contracts/customers'
import { postgres, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import type { Notice } from '@/lib/domain/customers/notices'
import { DomainError } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { countAttempts, type Limit } from '../rate-limit'
import { createChallenge, expired, meetByToken } from './sign-in/challenges'
import { type Client, recordEvent } from './sign-in/sessions'

const PER_PERSON: Limit = { name: 'change e-mail', max: 3, windowSeconds: 3_600 }

/** Returns what a person's profile shows, with the new address that waits for its link, if there is one. */
export async function profileOf(userId: string): Promise<ProfileView> {
  const user = await postgres().user.findUniqueOrThrow({
    where: { id: userId },
    include: {
      password: { select: { changedAt: true } },
      challenges: {
        where: { kind: 'email_change', consumedAt: null, expiresAt: { gt: new Date() } },
        orderBy: { createdAt: 'desc' },
        take: 1,
      },
    },
  })
  const { name, email, newsSince, mutedNotices, password, challenges } = user
  return {
    name,
    email,
    newEmail: challenges[0]?.email ?? null,
    wantsNews: newsSince !== null,
    muted: mutedNotices,
    passwordChangedAt: password?.changedAt.toISOString() ?? null,
  }
}

/** Changes how a person is addressed. */
export async function rename(userId: string, name: string): Promise<void> {
  await postgres().user.updateMany({ where: { id: userId }, data: { name } })
}

/** Switches a kind of mail on or off. */
export async function setNotice(userId: string, notice: Notice | 'news', isOn: boolean): Promise<void> {
  if (notice === 'news') {
    await postgres().user.updateMany({ where: { id: userId }, data: { newsSince: isOn ? new Date() : null } })
    return
  }
  await transaction(async (tx) => {
    const [user] = await tx.$queryRaw<{ mutedNotices: string[] }[]>`
      SELECT "mutedNotices" FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`
    const others = user?.mutedNotices.filter((other) => other !== notice) ?? []
    const mutedNotices = isOn ? others : [...others, notice]
    await tx.user.updateMany({ where: { id: userId }, data: { mutedNotices } })
  })
}

/**
 * Asks a new address to confirm that it belongs to the person. Until its link is used, the old one counts. The answer is
 * the same if the address has an account: then its owner is told instead. Errors: too_many_requests, invalid_input (it
 * is the current address).
 */
export async function requestEmailChange(
  { userId, email: current }: { userId: string; email: string },
  email: string,
): Promise<void> {
  if (foldEmail(email) === foldEmail(current))
    throw new DomainError('invalid_input', 'This is your address already.', { field: 'email' })
  await countAttempts([{ limit: PER_PERSON, subject: userId }])
  await transaction(async (tx) => {
    await tx.authChallenge.deleteMany({ where: { userId, kind: 'email_change', consumedAt: null } })
    const challengeId = await createChallenge(tx, { kind: 'email_change', userId, email, data: {} })
    await enqueue(tx, { name: 'mail.account', data: { challengeId } })
  })
}

/** Forgets a new address that has not been confirmed. */
export async function keepEmail(userId: string): Promise<void> {
  await postgres().authChallenge.deleteMany({ where: { userId, kind: 'email_change', consumedAt: null } })
}

/**
 * Changes a person's address with the token of the link that was sent there, and tells the old address. Nobody has
 * to be signed in for it. Errors: expired_link, also if the address got an account meanwhile.
 */
export async function confirmEmailChange(token: string, client: Client): Promise<{ email: string }> {
  return transaction(async (tx) => {
    const { userId, email } = await meetByToken(tx, 'email_change', token)
    if (!userId) throw expired()
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    const emailKey = foldEmail(email)
    if ((await tx.user.count({ where: { emailKey, id: { not: userId } } })) > 0) throw expired()
    await tx.user.update({ where: { id: userId }, data: { email, emailKey, emailVerifiedAt: new Date() } })
    await recordEvent(tx, { userId, type: 'e-mail changed', client })
    const notice = { userId, notice: 'email_changed' } as const
    await enqueue(tx, { name: 'mail.account-notice', data: { id: randomUUID(), ...notice, to: user.email } })
    await enqueue(tx, { name: 'mail.account-notice', data: { id: randomUUID(), ...notice } })
    return { email }
  })
}
