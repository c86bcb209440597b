import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

/** What a signature is for. A signature made for one purpose is invalid for another. */
export type SignedPurpose = 'cart' | 'visitor' | 'device' | 'provider' | 'sent form'

/**
 * Returns the signature of a text: HMAC-SHA-256 with NEXUS_SECRET, in base64url. Only processes with this secret can
 * create it.
 */
export const signatureOf = (purpose: SignedPurpose, text: string): string =>
  createHmac('sha256', env().NEXUS_SECRET).update(`${purpose} ${text}`).digest('base64url')

/** Returns whether the text has this signature for this purpose. Compares in constant time. */
export function isSignatureOf(purpose: SignedPurpose, text: string, signature: string): boolean {
  const expected = Buffer.from(signatureOf(purpose, text))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
