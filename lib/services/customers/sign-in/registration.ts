import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { RegisterInput } from '@/lib/contracts/customers'
import { postgres, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { enqueue } from '@/lib/jobs/enqueue'
import { countAttempts, type Limit } from '../../rate-limit'
import { createChallenge, expired, meetByToken, spendChallenge, tryCode } from './challenges'
import { admit } from './entry'
import { hashPassword, requireGoodPassword } from './passwords'
import type { Client } from './sessions'

const PER_NETWORK: Limit = { name: 'register', max: 10, windowSeconds: 3_600 }
const PER_EMAIL: Limit = { name: 'verification mail', max: 3, windowSeconds: 3_600 }

const registrationSchema = z.object({ name: z.string(), passwordHash: z.string(), news: z.string().optional() })

/**
 * Registers a person: sends a mail with a link and a code, with which the account is created. Until then nothing of it
 * exists, so a stranger's registration with somebody's address changes nothing for its owner. Whether the address has an
 * account is told to nobody but its owner, by the mail. Returns the id of the challenge, for the code. Errors:
 * invalid_input (the password cannot be used), too_many_requests.
 */
export async function register({ email, name, password, news }: RegisterInput, network: string): Promise<string> {
  await requireGoodPassword(password, { ownWords: [name, email] })
  await countAttempts([
    { limit: PER_NETWORK, subject: network },
    { limit: PER_EMAIL, subject: foldEmail(email) },
  ])
  const passwordHash = await hashPassword(password)
  return transaction(async (tx) => {
    const id = await createChallenge(tx, {
      kind: 'registration',
      email,
      data: { name, passwordHash, ...(news && { news: 'yes' }) },
    })
    await enqueue(tx, { name: 'mail.account', data: { challengeId: id } })
    return id
  })
}

/** How a registration is confirmed: with the token of the link, or with the code. */
export type Confirmation = { token: string } | { challengeId: string; code: string }

/**
 * Creates the account of a registration and signs its person in. Errors: expired_link, wrong_code, and also expired_link
 * if the address got an account meanwhile.
 */
export async function confirmRegistration(confirmation: Confirmation, client: Client) {
  if ('code' in confirmation) await tryCode('registration', confirmation.challengeId, confirmation.code)
  return transaction(async (tx) => {
    const { email, data } =
      'code' in confirmation
        ? await spendChallenge(tx, 'registration', confirmation.challengeId)
        : await meetByToken(tx, 'registration', confirmation.token)
    const { name, passwordHash, news } = registrationSchema.parse(data)
    const userId = randomUUID()
    const user = {
      id: userId,
      email,
      emailKey: foldEmail(email),
      emailVerifiedAt: new Date(),
      name,
      newsSince: news ? new Date() : null,
    }
    const { count } = await tx.user.createMany({ data: [user], skipDuplicates: true })
    if (count === 0) throw expired()
    await tx.passwordCredential.create({ data: { userId, hash: passwordHash } })
    return admit(tx, { userId, via: 'registration', client })
  })
}

/** Returns whether an address has an account. For mails to its owner only, never for an answer. */
export const hasAccount = async (email: string): Promise<boolean> =>
  (await postgres().user.count({ where: { emailKey: foldEmail(email) } })) > 0

/** Returns a person's name and address for mails; null if there is no such account. */
export const findUser = (id: string): Promise<{ name: string; email: string; deletionAt: Date | null } | null> =>
  postgres().user.findUnique({ where: { id }, select: { name: true, email: true, deletionAt: true } })
