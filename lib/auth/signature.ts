import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

/** What a signature is for: one made for one purpose is none for another. */
export type SignedPurpose = 'cart' | 'visitor' | 'sent form'

/** Returns the signature of a text, which only this store can make: HMAC-SHA-256 with NEXUS_SECRET, base64url. */
export const signatureOf = (purpose: SignedPurpose, text: string): string =>
  createHmac('sha256', env().NEXUS_SECRET).update(`${purpose} ${text}`).digest('base64url')

/** Whether the signature is that of the text for this purpose; compared in constant time. */
export function isSignatureOf(purpose: SignedPurpose, text: string, signature: string): boolean {
  const expected = Buffer.from(signatureOf(purpose, text))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
