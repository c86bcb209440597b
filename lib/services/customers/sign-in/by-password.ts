import type { SignInInput } from '@/lib/contracts/customers'
import { postgres, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { DomainError } from '@/lib/errors'
import { countAttempts, forgiveAttempts, type Limit } from '../../rate-limit'
import { type Admission, admit, refuseOnHold, type WayIn } from './entry'
import { hashPassword, isOutdated, isPassword } from './passwords'
import { type Client, noteProof } from './sessions'

// Only failures stay counted. An address counts together with the network, so that a stranger elsewhere cannot lock out
// its owner.
const PER_PAIR: Limit = { name: 'sign in', max: 5, windowSeconds: 15 * 60 }
const PER_NETWORK: Limit = { name: 'sign in network', max: 50, windowSeconds: 3_600 }
const PER_ACCOUNT: Limit = { name: 'sign in account', max: 100, windowSeconds: 86_400 }

const PROOFS: Limit = { name: 'proof by password', max: 5, windowSeconds: 15 * 60 }

/**
 * Checks the password of somebody who is signed in, and records that they proved who they are. Errors:
 * wrong_credentials, too_many_requests.
 */
export async function proveByPassword(
  { userId, sessionId }: { userId: string; sessionId: string },
  password: string,
): Promise<void> {
  const attempt = { limit: PROOFS, subject: userId }
  await countAttempts([attempt])
  const known = await postgres().passwordCredential.findUnique({ where: { userId } })
  if (!(await isPassword(password, known?.hash ?? null)))
    throw new DomainError('wrong_credentials', 'This is not your password.', { field: 'password' })
  await forgiveAttempts([attempt])
  await noteProof(sessionId)
}

/**
 * Signs a person in with address and password. Unknown addresses and wrong passwords get the same answer after the same
 * time. Errors: wrong_credentials, on_hold (only told after the right password), too_many_requests.
 */
export async function signInWithPassword(
  { email, password }: Pick<SignInInput, 'email' | 'password'>,
  client: Client,
  via: Extract<WayIn, 'password' | 'app'> = 'password',
): Promise<Admission> {
  const emailKey = foldEmail(email)
  const attempts = [
    { limit: PER_NETWORK, subject: client.network },
    { limit: PER_PAIR, subject: `${client.network} ${emailKey}` },
    { limit: PER_ACCOUNT, subject: emailKey },
  ]
  await countAttempts(attempts)
  const user = await postgres().user.findUnique({ where: { emailKey }, include: { password: true } })
  const known = user?.password?.hash ?? null
  if (!(await isPassword(password, known)) || !user || known === null)
    throw new DomainError('wrong_credentials', 'E-mail and password do not match.')
  refuseOnHold(user)
  await forgiveAttempts(attempts)
  const renewed = isOutdated(known) ? await hashPassword(password) : null
  return transaction(async (tx) => {
    if (renewed) await tx.passwordCredential.update({ where: { userId: user.id }, data: { hash: renewed } })
    return admit(tx, { userId: user.id, via, client })
  })
}
