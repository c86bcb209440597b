import { randomUUID } from 'node:crypto'
import { postgres, transaction } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import type { Admission, NewSession } from '../customers/sign-in/entry'
import { hashPassword } from '../customers/sign-in/passwords'
import { type Client, startSession } from '../customers/sign-in/sessions'

export const PASSWORD = 'quince kettle harbour'

/** Returns a browser on a network of its own, which shares no limit with others. */
export const browser = (more: Partial<Client> = {}): Client => ({
  network: randomUUID(),
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0',
  deviceId: randomUUID(),
  ...more,
})

/** Creates an account with the password PASSWORD. Returns its id. */
export async function createPerson({ email = 'ines@example.com', name = 'Ines Halvorsen' } = {}): Promise<string> {
  const id = randomUUID()
  const user = { id, email, emailKey: foldEmail(email), emailVerifiedAt: new Date(), name }
  await postgres().user.create({ data: { ...user, password: { create: { hash: await hashPassword(PASSWORD) } } } })
  return id
}

/** Signs a person in. */
export const signIn = (userId: string, client = browser()): Promise<NewSession> =>
  transaction(async (tx) => ({ userId, ...(await startSession(tx, { userId, via: 'password', client })) }))

/** Returns the session of an admission. Throws if a second factor was asked for. */
export function sessionOf(admission: Admission): NewSession {
  if ('session' in admission) return admission.session
  throw new Error('The sign-in asked for a second factor.')
}
