import type { SignInInput } from '@/lib/contracts/customers'
import { postgres, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { DomainError } from '@/lib/errors'
import { countAttempts, forgiveAttempts, type Limit } from '../rate-limit'
import { hashPassword, isOutdated, isPassword } from './passwords'
import { type Client, startSession } from './sessions'

// Counts the address together with the network, so that a stranger elsewhere cannot lock out its owner.
const PER_PAIR: Limit = { name: 'sign in', max: 5, windowSeconds: 15 * 60 }
const PER_NETWORK: Limit = { name: 'sign in network', max: 50, windowSeconds: 3_600 }
const PER_ACCOUNT: Limit = { name: 'sign in account', max: 100, windowSeconds: 86_400 }

/**
 * Signs a person in with address and password. Unknown addresses and wrong passwords get the same answer after the same
 * time. Errors: wrong_credentials, on_hold (only told after the right password), too_many_requests.
 */
export async function signInWithPassword({ email, password }: SignInInput, client: Client) {
  const emailKey = foldEmail(email)
  const pair = { limit: PER_PAIR, subject: `${client.network} ${emailKey}` }
  await countAttempts([
    { limit: PER_NETWORK, subject: client.network },
    pair,
    { limit: PER_ACCOUNT, subject: emailKey },
  ])
  const user = await postgres().user.findUnique({ where: { emailKey }, include: { password: true } })
  const known = user?.password?.hash ?? null
  if (!(await isPassword(password, known)) || !user || known === null)
    throw new DomainError('wrong_credentials', 'E-mail and password do not match.')
  if (user.blockedAt)
    throw new DomainError('on_hold', 'This account is on hold. Please write to us, and we sort it out together.')
  await forgiveAttempts([pair])
  const renewed = isOutdated(known) ? await hashPassword(password) : null
  return transaction(async (tx) => {
    if (renewed) await tx.passwordCredential.update({ where: { userId: user.id }, data: { hash: renewed } })
    return { userId: user.id, ...(await startSession(tx, { userId: user.id, via: 'password', client })) }
  })
}
