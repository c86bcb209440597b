import { randomUUID } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { PublicKeys } from '@/lib/contracts/customers/tokens'
import { env } from '@/lib/env'
import { signingKey } from './signing-key'

export const ACCESS_TOKEN_SECONDS = 600
const ALGORITHM = 'EdDSA'
const TYPE = 'at+jwt'
const claimsSchema = z.object({ sub: z.uuid(), sid: z.uuid() })

const issuer = () => env().NEXUS_URL.replace(/\/$/, '')
const audience = () => `${issuer()}/api`

/** Returns the public keys with which other servers verify access tokens. */
export async function publicKeys(): Promise<PublicKeys> {
  const { id, x } = await signingKey()
  return { keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid: id, alg: ALGORITHM, use: 'sig' }] }
}

/** Returns an access token (RFC 9068) of a session, good for ten minutes. */
export async function signAccessToken(
  { userId, sessionId }: { userId: string; sessionId: string },
  now = new Date(),
): Promise<string> {
  const { id, privateKey } = await signingKey()
  const seconds = Math.floor(Number(now) / 1_000)
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: id })
    .setIssuer(issuer())
    .setAudience(audience())
    .setSubject(userId)
    .setJti(randomUUID())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ACCESS_TOKEN_SECONDS)
    .sign(privateKey)
}

/**
 * Returns the person and the session of an access token; null if its signature, type, issuer, audience or lifetime is
 * wrong. Whether the session still exists is not checked.
 */
export async function verifyAccessToken(
  token: string,
  now = new Date(),
): Promise<{ userId: string; sessionId: string } | null> {
  const { id, publicKey } = await signingKey()
  try {
    const { payload, protectedHeader } = await jwtVerify(token, publicKey, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: issuer(),
      audience: audience(),
      requiredClaims: ['exp', 'iat', 'jti', 'sub', 'sid'],
      currentDate: now,
    })
    const claims = claimsSchema.safeParse(payload)
    if (protectedHeader.kid !== id || !claims.success) return null
    return { userId: claims.data.sub, sessionId: claims.data.sid }
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}
