import { cache } from 'react'
import { findSession, type SignedIn } from '@/lib/services/customers/sign-in/sessions'
import { isSessionKept, keepSession, sessionToken } from './session-cookie'

/**
 * Returns who is signed in as a customer; null if nobody is. Rejects if the database cannot be asked: "the store is
 * down" is not "signed out". Asks once per rendered page.
 */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const token = await sessionToken()
  return token ? findSession(token, 'CUSTOMER') : null
})

/** Replaces the token of this browser's session. For route handlers only. */
export async function renewSessionCookie(token: string): Promise<void> {
  const session = await findSession(token, 'CUSTOMER')
  if (session) await keepSession({ ...session, token, isKept: await isSessionKept() })
}
