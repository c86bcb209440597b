import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK } from 'jose'
import { z } from 'zod'
import { env } from '@/lib/env'

/** Start of the PKCS #8 encoding of an Ed25519 key (RFC 8410), which the 32 bytes of the key follow. */
const PKCS8_START = Buffer.from('302e020100300506032b657004220420', 'hex')

interface SigningKey {
  /** Thumbprint of the public half (RFC 7638). */
  id: string
  privateKey: KeyObject
  publicKey: KeyObject
  /** Public half in base64url. */
  x: string
}

let derived: Promise<SigningKey> | undefined

/** Returns the key of access tokens, derived from NEXUS_SECRET so that every instance has the same. */
export function signingKey(): Promise<SigningKey> {
  derived ??= deriveKey()
  return derived
}

async function deriveKey(): Promise<SigningKey> {
  const seed = Buffer.from(hkdfSync('sha256', env().NEXUS_SECRET, '', 'access tokens', 32))
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_START, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const jwk = await exportJWK(publicKey)
  return { id: await calculateJwkThumbprint(jwk), privateKey, publicKey, x: z.string().parse(jwk.x) }
}
