import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { signedCookie, signId, verifySignedId } from './signed-id'

export const VISITOR_COOKIE = 'nexus-visitor'
const DAYS = 365

export const signVisitorId = (id: string): string => signId('visitor', id)

/** Returns the visitor id from the cookie's value; null if there is no cookie or its signature is wrong. */
export const verifyVisitorId = (cookie: string | undefined): string | null => verifySignedId('visitor', cookie)

/** Returns the visitor's id; null until they first vote or report. */
export async function currentVisitorId(): Promise<string | null> {
  return verifyVisitorId((await cookies()).get(VISITOR_COOKIE)?.value)
}

/** Returns the visitor's id, creating it on the first vote or report. For route handlers only. */
export async function ensureVisitorId(): Promise<string> {
  const id = (await currentVisitorId()) ?? randomUUID()
  const jar = await cookies()
  jar.set(VISITOR_COOKIE, signVisitorId(id), signedCookie(DAYS))
  return id
}
