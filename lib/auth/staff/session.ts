import { cache } from 'react'
import type { Staff } from '@/lib/contracts/staff'
import { findStaff, sessionEnd } from '@/lib/services/staff/sessions'
import { keepStaffSession, staffToken } from './cookie'

/**
 * Returns who is signed in to the office, with their rights at this moment; null if nobody is. Rejects if the database
 * cannot be asked. Asks once per rendered page.
 */
export const currentStaff = cache(async (): Promise<Staff | null> => {
  const token = await staffToken()
  return token ? findStaff(token) : null
})

/** Replaces the token of this browser's office session. For route handlers only. */
export async function renewStaffCookie(token: string): Promise<void> {
  await keepStaffSession({ token, expiresAt: await sessionEnd(token) })
}
