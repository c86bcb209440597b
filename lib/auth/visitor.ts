import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { signedCookie, signId, verifySignedId } from './signed-id'

export const VISITOR_COOKIE = 'nexus-visitor'
const DAYS = 365

export const signVisitorId = (id: string): string => signId('visitor', id)

/** The visitor's id from the cookie; null where there is none or somebody edited it. */
export const verifyVisitorId = (cookie: string | undefined): string | null => verifySignedId('visitor', cookie)

/** By what the visitor is known who voted or reported before; null for everybody else. */
export async function currentVisitorId(): Promise<string | null> {
  return verifyVisitorId((await cookies()).get(VISITOR_COOKIE)?.value)
}

/** The same, and whoever has none gets one: who never votes nor reports never has the cookie. For route handlers only. */
export async function ensureVisitorId(): Promise<string> {
  const id = (await currentVisitorId()) ?? randomUUID()
  const jar = await cookies()
  jar.set(VISITOR_COOKIE, signVisitorId(id), signedCookie(DAYS))
  return id
}

/**
 * The address of who asks: the last one that was noted on the way here. A proxy in front of the store appends it; where
 * there is none, a visitor can make it up, so whatever is worth guessing is counted by something else too.
 */
export async function visitorAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for')
  return forwarded?.split(',').at(-1)?.trim() || 'unknown'
}
