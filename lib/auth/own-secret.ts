import { randomBytes, timingSafeEqual } from 'node:crypto'

// Stored on globalThis, because routes are bundled separately from the code that starts the server.
const shared = globalThis as typeof globalThis & { nexusOwnSecret?: string }

/** Returns the secret that authenticates this process's requests to itself. Created on first use and never stored. */
export function ownSecret(): string {
  shared.nexusOwnSecret ??= randomBytes(32).toString('base64url')
  return shared.nexusOwnSecret
}

/** Returns whether an Authorization header contains this process's secret. Compares in constant time. */
export function isFromItself(authorization: string | null): boolean {
  const given = Buffer.from(authorization ?? '')
  const expected = Buffer.from(`Bearer ${ownSecret()}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
