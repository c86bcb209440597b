import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { actorOfBearer } from '@/lib/auth/programs/bearer'
import { appTokensSchema } from '@/lib/contracts/customers/tokens'
import { postgres } from '@/lib/db/postgres'
import { newApiToken } from '@/lib/domain/customers/api-token'
import { createApiToken } from '@/lib/services/customers/tokens/api-tokens'
import { emptyStores } from '@/lib/services/testing/fixtures'
import { browser, createPerson, PASSWORD } from '@/lib/services/testing/people'
import { answerAuth, answerPublicKeys } from './auth'

vi.mock('next/headers', () => import('@/lib/http/testing/browser'))

const email = 'ines@example.com'
const problemSchema = z.looseObject({ status: z.int(), code: z.string(), detail: z.string() })

/** Posts to an endpoint below /api/v1/auth. */
const post = (step: string, body: string | object, headers: Record<string, string> = {}) =>
  answerAuth(
    new Request(`http://shop.example/api/v1/auth/${step}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
    step,
  )
const signIn = async () =>
  appTokensSchema.parse(await (await post('token', { grant: 'password', email, password: PASSWORD })).json())
const bearer = (token: string) =>
  actorOfBearer(new Request('http://shop.example/api/v1/orders', { headers: { authorization: `Bearer ${token}` } }))

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = problemSchema.parse(await response.json())
  expect(body.status).toBe(response.status)
  return body
}

let ines: string
beforeEach(async () => {
  await emptyStores()
  ines = await createPerson({ email })
})

describe('POST /api/v1/auth/token', () => {
  it('signs in with e-mail and password, and stores nothing in a cache or a cookie', async () => {
    const response = await post('token', { grant: 'password', email: 'Ines@Example.com', password: PASSWORD })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    for (const name of ['set-cookie', 'access-control-allow-origin']) expect(response.headers.has(name)).toBe(false)
    const body = z.strictObject(appTokensSchema.shape).parse(await response.json())
    expect(body).toMatchObject({ tokenType: 'Bearer', expiresIn: 600 })
    expect(await bearer(body.accessToken)).toMatchObject({ customer: { userId: ines, email }, token: null })
  })

  it('tells neither an unknown address from a wrong password', async () => {
    const answers = await Promise.all(
      [email, 'nobody@example.com'].map((typed) => post('token', { grant: 'password', email: typed, password: 'x' })),
    )
    const [one, other] = await Promise.all(answers.map(problemOf))
    expect(one).toEqual(other)
    expect(one).toMatchObject({ status: 401, code: 'wrong_credentials' })
  })

  it('waits after five wrong passwords, and says for how long', async () => {
    for (let time = 0; time < 5; time++) await post('token', { grant: 'password', email, password: 'x' })
    const response = await post('token', { grant: 'password', email, password: PASSWORD })
    expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true])
  })

  it('asks for the second factor, and accepts it only for a sign-in that an app began', async () => {
    await postgres().totp.create({ data: { userId: ines, secret: 'x', confirmedAt: new Date() } })
    const needed = await problemOf(await post('token', { grant: 'password', email, password: PASSWORD }))
    expect(needed).toMatchObject({ status: 403, code: 'second_factor_needed', challengeId: expect.any(String) })
    expect(await postgres().session.count()).toBe(0)
    const wrong = { grant: 'recovery_code', challengeId: needed.challengeId, recoveryCode: 'AAAAA-AAAAA' }
    expect(await problemOf(await post('token', wrong))).toMatchObject({ status: 400, code: 'wrong_code' })
    await postgres().authChallenge.updateMany({ data: { data: { via: 'password' } } })
    expect(await problemOf(await post('token', wrong))).toMatchObject({ code: 'expired_link' })
  })

  it.each<[string, string | object, number, Record<string, string>?]>([
    ['nothing', '', 400],
    ['no JSON', '{', 400],
    ['another grant', { grant: 'client_credentials' }, 400],
    ['no password', { grant: 'password', email }, 400],
    ['a list', [], 400],
    ['null', 'null', 400],
    ['a password of 1 MB', { grant: 'password', email, password: 'x'.repeat(1_000_000) }, 413],
    ['a form', 'grant=password', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['JSON as text, which other sites can post', '{}', 415, { 'content-type': 'text/plain' }],
  ])('refuses %s', async (_, body, status, headers) => {
    expect(await problemOf(await post('token', body, headers))).toMatchObject({ status, code: 'invalid_input' })
  })

  it.each(['', 'toString', '__proto__', 'tokens'])('knows no endpoint %j', async (step) => {
    expect(await problemOf(await post(step, {}))).toMatchObject({ status: 404 })
  })
})

describe('POST /api/v1/auth/refresh and /revoke', () => {
  it('replace the tokens, and end the session', async () => {
    const { refreshToken } = await signIn()
    const next = appTokensSchema.parse(await (await post('refresh', { refreshToken })).json())
    expect(next.refreshToken).not.toBe(refreshToken)
    expect((await post('revoke', { refreshToken: next.refreshToken })).status).toBe(200)
    const ended = await post('refresh', { refreshToken: next.refreshToken })
    expect(ended.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    expect(await problemOf(ended)).toMatchObject({ status: 401, code: 'invalid_token' })
    await expect(bearer(next.accessToken)).rejects.toMatchObject({ code: 'invalid_token' })
  })

  it('does not tell whether a token that is given back exists', async () => {
    expect((await post('revoke', { refreshToken: 'nxr_unknown' })).status).toBe(200)
  })
})

describe('GET /.well-known/jwks.json', () => {
  it('publishes the public keys, for ten minutes', async () => {
    const response = await answerPublicKeys(new Request('http://shop.example/.well-known/jwks.json'))
    expect(response.headers.get('cache-control')).toBe('public, max-age=600')
    expect(await response.json()).toMatchObject({ keys: [{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' }] })
  })
})

describe('the bearer of a token', () => {
  it('is a program within the scopes of its token, and never signed in as its owner', async () => {
    const input = { name: 'Kitchen', scopes: ['orders:read' as const], expiresInDays: 30 }
    const { id, token } = await createApiToken({ userId: ines, client: browser() }, input)
    expect(await bearer(token)).toMatchObject({ customer: null, token: { id, userId: ines, scopes: ['orders:read'] } })
  })

  it('is nobody without the header', async () => {
    expect(await actorOfBearer(new Request('http://shop.example/'))).toMatchObject({ customer: null, token: null })
  })

  it.each(['', 'x', 'a.b.c', newApiToken(), 'nxs_', 'é', 'a b', 'x'.repeat(100_000)])(
    'is refused with %.40s',
    async (token) => expect(bearer(token)).rejects.toMatchObject({ code: 'invalid_token' }),
  )

  it('is refused with a refresh token', async () => {
    await expect(bearer((await signIn()).refreshToken)).rejects.toMatchObject({ code: 'invalid_token' })
  })
})
