import { z } from 'zod'
import { env } from '@/lib/env'
import { isSignatureOf, type SignedPurpose, signatureOf } from './signature'

const idSchema = z.uuid()

/** Returns the id together with its signature, as a cookie value. */
export const signId = (purpose: SignedPurpose, id: string): string => `${id}.${signatureOf(purpose, id)}`

/** Returns the id from a cookie value; null if there is no cookie or its signature is wrong. */
export function verifySignedId(purpose: SignedPurpose, cookie: string | undefined): string | null {
  const [id = '', ...signature] = cookie?.split('.') ?? []
  return idSchema.safeParse(id).success && isSignatureOf(purpose, id, signature.join('.')) ? id : null
}

/**
 * Returns the attributes of a cookie with a signed id: scripts cannot read it, and other sites' requests do not send
 * it.
 */
export const signedCookie = (days: number) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: env().NEXUS_URL.startsWith('https:'),
  path: '/',
  maxAge: days * 86_400,
})
