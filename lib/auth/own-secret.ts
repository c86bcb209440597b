import { randomBytes, timingSafeEqual } from 'node:crypto'

// On globalThis, for routes are bundled apart from what starts with the server.
const shared = globalThis as typeof globalThis & { nexusOwnSecret?: string }

/** Returns what this process shows itself when it sends itself a request; made at its start and known to no other. */
export function ownSecret(): string {
  shared.nexusOwnSecret ??= randomBytes(32).toString('base64url')
  return shared.nexusOwnSecret
}

/** Whether an Authorization header bears the secret of this process; compared in constant time. */
export function isFromItself(authorization: string | null): boolean {
  const given = Buffer.from(authorization ?? '')
  const expected = Buffer.from(`Bearer ${ownSecret()}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
