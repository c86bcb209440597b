import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

/** What the store's own processes show each other: only who has NEXUS_SECRET can make it. */
export const internalToken = (): string =>
  createHmac('sha256', env().NEXUS_SECRET).update('internal route').digest('base64url')

/** Whether an Authorization header bears the internal token; compared in constant time. */
export function isInternal(authorization: string | null): boolean {
  const given = Buffer.from(authorization ?? '')
  const expected = Buffer.from(`Bearer ${internalToken()}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
