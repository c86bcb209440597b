import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/env'

const idSchema = z.uuid()

/** What the id is of: a signature for one is none for the other. */
export type SignedPurpose = 'cart' | 'visitor'

/** An id as a cookie carries it: with a signature that only this store can make. */
export function signId(purpose: SignedPurpose, id: string): string {
  return `${id}.${createHmac('sha256', env().NEXUS_SECRET).update(`${purpose} ${id}`).digest('base64url')}`
}

/** The id from the cookie; null where there is none or somebody edited it. */
export function verifySignedId(purpose: SignedPurpose, cookie: string | undefined): string | null {
  const id = cookie?.split('.')[0]
  if (!cookie || !id || !idSchema.safeParse(id).success) return null
  const given = Buffer.from(cookie)
  const expected = Buffer.from(signId(purpose, id))
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

/** How the cookie is kept: out of reach of scripts and of other sites. */
export const signedCookie = (days: number) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: env().NEXUS_URL.startsWith('https:'),
  path: '/',
  maxAge: days * 86_400,
})
