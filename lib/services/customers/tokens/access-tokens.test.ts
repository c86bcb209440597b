import { createSecretKey, randomUUID } from 'node:crypto'
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { publicKeys, signAccessToken, verifyAccessToken } from './access-tokens'
import { signingKey } from './signing-key'

const who = { userId: randomUUID(), sessionId: randomUUID() }

/** Returns a token that our own key signed, with other claims or another header than ours. */
async function signedByUs(claims: object, header: object = {}) {
  const ours = await signAccessToken(who)
  const { privateKey } = await signingKey()
  const changed = { ...decodeJwt(ours), ...claims }
  return new SignJWT(changed)
    .setProtectedHeader({ alg: 'EdDSA', ...decodeProtectedHeader(ours), ...header })
    .sign(privateKey)
}
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Returns a token like ours in everything but `changes`, signed with another key. */
async function forged(changes: { alg?: string; key?: Parameters<SignJWT['sign']>[0] } = {}) {
  const ours = await signAccessToken(who)
  const { alg = 'EdDSA', key = (await generateKeyPair('EdDSA')).privateKey } = changes
  return new SignJWT(decodeJwt(ours)).setProtectedHeader({ ...decodeProtectedHeader(ours), alg }).sign(key)
}

describe('an access token', () => {
  it('names the person and the session, for ten minutes', async () => {
    const now = new Date()
    const token = await signAccessToken(who, now)
    expect(await verifyAccessToken(token)).toEqual(who)
    expect(await verifyAccessToken(token, new Date(Number(now) + 598_000))).toEqual(who)
    expect(await verifyAccessToken(token, new Date(Number(now) + 601_000))).toBeNull()
  })

  it('is verified by other servers with the published keys', async () => {
    const token = await signAccessToken(who)
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(await publicKeys()), {
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
      issuer: 'http://localhost:3000',
      audience: 'http://localhost:3000/api',
    })
    expect(payload).toMatchObject({ sub: who.userId, sid: who.sessionId, jti: expect.any(String) })
    expect(protectedHeader.kid).toBe((await publicKeys()).keys[0]?.kid)
  })

  it('has an id of its own', async () => {
    const [one, other] = await Promise.all([signAccessToken(who), signAccessToken(who)])
    expect(decodeJwt(one).jti).not.toBe(decodeJwt(other).jti)
  })

  it('publishes no private key', async () => {
    expect(Object.keys((await publicKeys()).keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  })
})

describe('a forged access token is refused', () => {
  it('without a signature', async () => {
    const [, payload = ''] = (await signAccessToken(who)).split('.')
    for (const alg of ['none', 'None', 'NONE', ''])
      expect(await verifyAccessToken(`${base64url({ alg, typ: 'at+jwt' })}.${payload}.`)).toBeNull()
  })

  it('with another key, also under our key id', async () => {
    expect(await verifyAccessToken(await forged())).toBeNull()
  })

  it('with our public key as the secret of an HMAC', async () => {
    const secret = createSecretKey(Buffer.from((await publicKeys()).keys[0]?.x ?? '', 'base64url'))
    expect(await verifyAccessToken(await forged({ alg: 'HS256', key: secret }))).toBeNull()
  })

  it.each<[string, object, object?]>([
    ['for another audience', { aud: 'http://localhost:3000/elsewhere' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['of another type', {}, { typ: 'JWT' }],
    ['without a type', {}, { typ: undefined }],
    ['of another key id', {}, { kid: 'another' }],
    ['that expired', { exp: Math.floor(Date.now() / 1_000) - 1 }],
    ['that never expires', { exp: undefined }],
    ['without a session', { sid: undefined }],
    ['with a person who is no id', { sub: "' OR 1=1 --" }],
  ])('%s, even if our key signed it', async (_, claims, header) => {
    expect(await verifyAccessToken(await signedByUs({}))).toEqual(who)
    expect(await verifyAccessToken(await signedByUs(claims, header))).toBeNull()
  })

  it('with changed content or a changed signature', async () => {
    const [header = '', payload = '', signature = ''] = (await signAccessToken(who)).split('.')
    const other = base64url({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), sub: randomUUID() })
    const flipped = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    for (const token of [`${header}.${other}.${signature}`, `${header}.${payload}.${flipped}`])
      expect(await verifyAccessToken(token)).toBeNull()
  })

  it.each([
    '',
    '.',
    '..',
    'a.b.c',
    'null',
    'x'.repeat(100_000),
    `${'a'.repeat(50)}.${'b'.repeat(50)}.${'c'.repeat(86)}`,
  ])('if it is no token: %.20s', async (text) => expect(await verifyAccessToken(text)).toBeNull())
})
