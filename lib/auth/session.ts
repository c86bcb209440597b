import { cache } from 'react'
import { findSession, type SignedIn } from '@/lib/services/customers/sign-in/sessions'
import { sessionToken } from './session-cookie'

/**
 * Returns who is signed in as a customer; null if nobody is. Rejects if the database cannot be asked: "the store is
 * down" is not "signed out". Asks once per rendered page.
 */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const token = await sessionToken()
  return token ? findSession(token, 'CUSTOMER') : null
})
