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

type Credentials = Pick<SignInInput, 'email' | 'password'>

/**
 * Signs a person in with address and password. Unknown addresses and wrong passwords get the same answer after the same
 * time. Errors: wrong_credentials, on_hold (only told after the right password), too_many_requests.
 */
export async function signInWithPassword(
  credentials: Credentials,
  client: Client,
  via: Extract<WayIn, 'password' | 'app'> = 'password',
): Promise<Admission> {
  const userId = await personByPassword(credentials, client)
  return transaction((tx) => admit(tx, { userId, via, client }))
}

/**
 * Returns the id of the person with this address and password. Counts the attempt, in the shop and in the office
 * together. Errors as for signInWithPassword.
 */
export async function personByPassword({ email, password }: Credentials, client: Client): Promise<string> {
  const emailKey = foldEmail(email)
  const attempts = [
    { limit: PER_NETWORK, subject: client.network },
    { limit: PER_PAIR, subject: `${client.network} ${emailKey}` },
    { limit: PER_ACCOUNT, subject: emailKey },
  ]
  await countAttempts(attempts)
  const user = await postgres().user.findUnique({ where: { emailKey }, include: { password: true } })
  const known = user?.password?.hash ?? null
  if (!(await isPassword(password, known)) || !user || known === null) throw wrongCredentials()
  refuseOnHold(user)
  await forgiveAttempts(attempts)
  if (isOutdated(known)) {
    const hash = await hashPassword(password)
    await postgres().passwordCredential.updateMany({ where: { userId: user.id, hash: known }, data: { hash } })
  }
  return user.id
}

/** Returns the error for an address and a password that do not belong together. It does not say which is wrong. */
export const wrongCredentials = () => new DomainError('wrong_credentials', 'E-mail and password do not match.')
