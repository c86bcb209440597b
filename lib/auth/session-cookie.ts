import { cookies } from 'next/headers'
import { env } from '@/lib/env'

const isSecure = () => env().NEXUS_URL.startsWith('https:')

/** Name of the cookie with the session's token. Browsers accept `__Host-` only over HTTPS and only from this very host. */
export const sessionCookie = () => (isSecure() ? '__Host-shop.sid' : 'shop.sid')

/** Name of the readable cookie that tells scripts that somebody may be signed in. It grants nothing. */
export const HINT_COOKIE = 'shop.hint'

const shape = /^[\w-]{43}$/

/** Returns the session token of the current request; null if it has none. */
export async function sessionToken(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie())?.value
  return token !== undefined && shape.test(token) ? token : null
}

/**
 * Stores a new session in the browser, until the browser closes or, if `isKept`, until it expires. `sessionId` goes into
 * the hint, so that other tabs notice a change of person. For route handlers only.
 */
export async function keepSession(session: {
  token: string
  sessionId: string
  expiresAt: Date
  isKept: boolean
}): Promise<void> {
  const { token, sessionId, expiresAt, isKept } = session
  const common = { sameSite: 'lax', secure: isSecure(), path: '/', ...(isKept && { expires: expiresAt }) } as const
  const jar = await cookies()
  jar.set(sessionCookie(), token, { ...common, httpOnly: true })
  jar.set(HINT_COOKIE, sessionId.slice(0, 8), common)
}

/** Deletes the session from the browser. For route handlers only. */
export async function dropSession(): Promise<void> {
  const jar = await cookies()
  for (const name of [sessionCookie(), HINT_COOKIE])
    jar.set(name, '', { path: '/', maxAge: 0, sameSite: 'lax', secure: isSecure() })
}

/** Name of the readable cookie by which the page after a sign-out knows that there was one. */
export const OUT_COOKIE = 'shop.out'

/** Tells the page after a sign-out to delete what the browser keeps. For route handlers only. */
export async function noteSignOut(): Promise<void> {
  const jar = await cookies()
  jar.set(OUT_COOKIE, 'yes', { path: '/sign-in/out', maxAge: 60, sameSite: 'lax', secure: isSecure() })
}
