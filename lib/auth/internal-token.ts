import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

/** Returns the token that the store's own processes authenticate with, derived from NEXUS_SECRET. */
export const internalToken = (): string =>
  createHmac('sha256', env().NEXUS_SECRET).update('internal route').digest('base64url')

/** Returns whether an Authorization header contains the internal token. Compares in constant time. */
export function isInternal(authorization: string | null): boolean {
  const given = Buffer.from(authorization ?? '')
  const expected = Buffer.from(`Bearer ${internalToken()}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
