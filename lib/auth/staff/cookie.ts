import { cookies } from 'next/headers'
import { env } from '@/lib/env'

const isSecure = () => env().NEXUS_URL.startsWith('https:')

/** Name of the cookie with the token of an office session. Browsers accept `__Host-` only over HTTPS and from this host. */
export const staffCookie = () => (isSecure() ? '__Host-admin.sid' : 'admin.sid')

// Strict: not even a link from another site opens the office as somebody.
const attributes = () => ({ httpOnly: true, sameSite: 'strict', secure: isSecure(), path: '/' }) as const

const shape = /^[\w-]{43}$/

/** Returns the token of the current request's office session; null if it has none. */
export async function staffToken(): Promise<string | null> {
  const token = (await cookies()).get(staffCookie())?.value
  return token !== undefined && shape.test(token) ? token : null
}

/** Stores an office session in the browser until it expires. For route handlers only. */
export async function keepStaffSession({ token, expiresAt }: { token: string; expiresAt: Date }): Promise<void> {
  const jar = await cookies()
  jar.set(staffCookie(), token, { ...attributes(), expires: expiresAt })
}

/** Deletes the office session from the browser. For route handlers only. */
export async function dropStaffSession(): Promise<void> {
  const jar = await cookies()
  jar.set(staffCookie(), '', { ...attributes(), maxAge: 0 })
}
