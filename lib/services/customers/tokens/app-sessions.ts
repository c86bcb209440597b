import { z } from 'zod'
import { postgres } from '@/lib/db/postgres'
import { signInWithPassword } from '../sign-in/by-password'
import { expired } from '../sign-in/challenges'
import type { Admission } from '../sign-in/entry'
import { type SecondFactor, showSecondFactor } from '../sign-in/second-factor'
import type { Client, SignedIn } from '../sign-in/sessions'
import { verifyAccessToken } from './access-tokens'

const dataSchema = z.object({ via: z.literal('app') })

/** Signs a person in with an app, as the form does: with the same limits, answers and times. */
export const signInApp = (credentials: { email: string; password: string }, client: Client): Promise<Admission> =>
  signInWithPassword(credentials, client, 'app')

/**
 * Finishes the sign-in of an app with the second factor. Errors: wrong_code, expired_link (also for the challenge of a
 * browser), on_hold.
 */
export async function finishAppSignIn(challengeId: string, factor: SecondFactor, client: Client): Promise<Admission> {
  const challenge = await postgres().authChallenge.findUnique({ where: { id: challengeId }, select: { data: true } })
  if (!dataSchema.safeParse(challenge?.data).success) throw expired()
  return showSecondFactor(challengeId, factor, client)
}

/** The person for whom an app acts with an access token. */
export type AppPerson = Pick<SignedIn, 'sessionId' | 'userId' | 'authAt' | 'user' | 'cartId'>

/**
 * Returns for whom an app acts with an access token; null if the token is not valid, the session has ended or expired, or
 * the account is on hold. A token with a wrong signature is refused without asking the database. Rejects if the database
 * cannot be asked.
 */
export async function findAppPerson(accessToken: string, now = new Date()): Promise<AppPerson | null> {
  const claims = await verifyAccessToken(accessToken, now)
  if (!claims) return null
  const [row] = await postgres().$queryRaw<(Omit<AppPerson, 'user'> & AppPerson['user'])[]>`
    SELECT session.id AS "sessionId", session."userId", session."authAt", person.email, person.name, cart.id AS "cartId"
    FROM "Session" session
    JOIN "User" person ON person.id = session."userId" AND person."blockedAt" IS NULL
    LEFT JOIN "Cart" cart ON cart."userId" = person.id AND NOT cart."isSaved"
    WHERE session.id = ${claims.sessionId}::uuid AND session."userId" = ${claims.userId}::uuid
      AND session."expiresAt" > ${now} AND session."idleExpiresAt" > ${now}`
  if (!row) return null
  const { email, name, ...session } = row
  return { ...session, user: { email, name } }
}
