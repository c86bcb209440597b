import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/env'

const idSchema = z.uuid()

/** What the id identifies. A signature for one purpose is invalid for another. */
export type SignedPurpose = 'cart' | 'visitor'

/** Returns the id with this store's signature, for a cookie. */
export function signId(purpose: SignedPurpose, id: string): string {
  return `${id}.${createHmac('sha256', env().NEXUS_SECRET).update(`${purpose} ${id}`).digest('base64url')}`
}

/** Returns the id from the cookie; null if there is none or its signature is wrong. */
export function verifySignedId(purpose: SignedPurpose, cookie: string | undefined): string | null {
  const id = cookie?.split('.')[0]
  if (!cookie || !id || !idSchema.safeParse(id).success) return null
  const given = Buffer.from(cookie)
  const expected = Buffer.from(signId(purpose, id))
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

/** Returns cookie attributes: httpOnly, and not sent by other sites. */
export const signedCookie = (days: number) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: env().NEXUS_URL.startsWith('https:'),
  path: '/',
  maxAge: days * 86_400,
})
