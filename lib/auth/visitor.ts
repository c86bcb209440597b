import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { env } from '@/lib/env'

export const VISITOR_COOKIE = 'nexus-visitor'
const DAYS = 365

const idSchema = z.uuid()

/** The cookie's value: a visitor's id and a signature that only this store can make. */
export function signVisitorId(id: string): string {
  return `${id}.${createHmac('sha256', env().NEXUS_SECRET).update(`visitor ${id}`).digest('base64url')}`
}

/** The visitor's id from the cookie; null where there is none or somebody edited it. */
export function verifyVisitorId(cookie: string | undefined): string | null {
  const id = cookie?.split('.')[0]
  if (!cookie || !id || !idSchema.safeParse(id).success) return null
  const given = Buffer.from(cookie)
  const expected = Buffer.from(signVisitorId(id))
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

/** By what the visitor is known who voted or reported before; null for everybody else. */
export async function currentVisitorId(): Promise<string | null> {
  return verifyVisitorId((await cookies()).get(VISITOR_COOKIE)?.value)
}

/** The same, and whoever has none gets one: who never votes nor reports never has the cookie. For route handlers only. */
export async function ensureVisitorId(): Promise<string> {
  const id = (await currentVisitorId()) ?? randomUUID()
  const jar = await cookies()
  jar.set(VISITOR_COOKIE, signVisitorId(id), {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().NEXUS_URL.startsWith('https:'),
    path: '/',
    maxAge: DAYS * 86_400,
  })
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
