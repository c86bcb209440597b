import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts a text with AES-256-GCM and a key derived from NEXUS_SECRET. `owner` is authenticated too, so that the result
 * is worth nothing in the row of another account. The result starts with the key's id.
 */
export function encrypt(text: string, owner: string): string {
  const { id, key } = currentKey()
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${id}.${sealed.toString('base64url')}`
}

/** Decrypts a text of `encrypt`. Throws if NEXUS_SECRET was another one then, or if the text was tampered with. */
export function decrypt(sealed: string, owner: string): string {
  const [id, body = ''] = sealed.split('.')
  const { id: currentId, key } = currentKey()
  if (id !== currentId)
    throw new Error(`A secret was encrypted with key ${id}, but NEXUS_SECRET gives key ${currentId}.`)
  const bytes = Buffer.from(body, 'base64url')
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES))
  return `${decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8')}${decipher.final('utf8')}`
}

function currentKey(): { id: string; key: Buffer } {
  const key = Buffer.from(hkdfSync('sha256', env().NEXUS_SECRET, '', 'second factor', 32))
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key }
}
