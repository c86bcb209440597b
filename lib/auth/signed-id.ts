import { z } from 'zod'
import { env } from '@/lib/env'
import { isSignatureOf, type SignedPurpose, signatureOf } from './signature'

const idSchema = z.uuid()

/** Returns the id with this store's signature, as a cookie value. */
export const signId = (purpose: SignedPurpose, id: string): string => `${id}.${signatureOf(purpose, id)}`

/** Returns the id from the cookie; null if there is none or its signature is wrong. */
export function verifySignedId(purpose: SignedPurpose, cookie: string | undefined): string | null {
  const [id = '', ...signature] = cookie?.split('.') ?? []
  return idSchema.safeParse(id).success && isSignatureOf(purpose, id, signature.join('.')) ? id : null
}

/** Returns the attributes of the cookie: httpOnly, and not sent by other sites. */
export const signedCookie = (days: number) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: env().NEXUS_URL.startsWith('https:'),
  path: '/',
  maxAge: days * 86_400,
})
