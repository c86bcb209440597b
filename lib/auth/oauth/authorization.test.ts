import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type IdentityStandIn, startIdentityStandIn } from '@/lib/dev/stand-ins/identity'
import type { Provider } from '@/lib/domain/customers/providers'
import { env } from '@/lib/env'
import { finishAuthorization, startAuthorization } from './authorization'

let standIn: IdentityStandIn
let provider: Provider
const callback = () => `${new URL(env().NEXUS_URL).origin}/api/auth/callback/oidc`

beforeAll(async () => {
  standIn = await startIdentityStandIn({ redirectUri: callback() })
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = standIn.environment
  provider = {
    ...{ id: 'oidc', name: OIDC_NAME, issuer: OIDC_ISSUER },
    ...{ clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET },
  }
})
afterAll(() => standIn.stop())
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

type Choice = Record<string, string>

/** Starts at the shop, chooses a person at the provider, and returns what the browser brings back. */
async function visit(choice: Choice = { email: 'ines@example.com', name: 'Ines', isVerified: 'yes' }) {
  const { location, setCookies } = await startAuthorization(provider)
  const address = new URL(location)
  for (const [name, value] of Object.entries(choice)) address.searchParams.set(name, value)
  const response = await fetch(address, { redirect: 'manual' })
  const back = new URL(response.headers.get('location') ?? '')
  return { address, back, query: back.searchParams, cookies: jarOf(setCookies), setCookies }
}

const jarOf = (setCookies: string[]) =>
  new Map(
    setCookies.map((text) => text.split(';')[0]?.split(/=(.*)/s) ?? []).map(([name = '', value = '']) => [name, value]),
  )

describe('a provider', () => {
  it('says who somebody is, and the checks are used up', async () => {
    const { query, cookies } = await visit()
    const { identity, setCookies } = await finishAuthorization(provider, { query, cookies })
    expect(identity).toMatchObject({ provider: 'oidc', email: 'ines@example.com', isEmailVerified: true, name: 'Ines' })
    expect(identity.providerAccountId).toMatch(new RegExp(`^${provider.issuer} [0-9a-f]{24}$`))
    expect(setCookies).toHaveLength(3)
    for (const cookie of setCookies) expect(cookie).toMatch(/=; Max-Age=0;/)
  })

  it('gets a state, a PKCE challenge and a nonce, and the address of NEXUS_URL to come back to', async () => {
    const { address, setCookies } = await visit()
    const { state, code_challenge, nonce, ...rest } = Object.fromEntries(address.searchParams)
    for (const value of [state, code_challenge, nonce]) expect(value?.length).toBeGreaterThan(20)
    expect(rest).toMatchObject({ code_challenge_method: 'S256', response_type: 'code', redirect_uri: callback() })
    expect(rest.scope).toContain('email')
    for (const cookie of setCookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
  })

  it.each([
    ['says that the address is not confirmed', { email: 'ines@example.com' }, { isEmailVerified: false }],
    ['names no address', { email: '' }, { email: null, isEmailVerified: false, name: 'Customer' }],
    ['names what is no address', { email: 'ines', isVerified: 'yes' }, { email: null }],
    ['names nobody', { email: 'ines@example.com' }, { name: 'ines' }],
  ])('may be one that %s', async (_, choice: Choice, expected) => {
    const { query, cookies } = await visit(choice)
    const { identity } = await finishAuthorization(provider, { query, cookies })
    expect(identity).toMatchObject(expected)
  })
})

describe('an answer is refused', () => {
  it.each(['state', 'pkce', 'nonce'])('without the cookie of its %s', async (check) => {
    const { query, cookies } = await visit()
    cookies.delete(`shop.provider-${check}`)
    await expect(finishAuthorization(provider, { query, cookies })).rejects.toMatchObject({ code: 'expired_link' })
  })

  it.each(['state', 'pkce', 'nonce'])('with the %s of another visit', async (check) => {
    const { query, cookies } = await visit()
    const other = await visit()
    const name = `shop.provider-${check}`
    const mixed = new Map([...cookies, [name, other.cookies.get(name) ?? '']])
    await expect(finishAuthorization(provider, { query, cookies: mixed })).rejects.toMatchObject({
      code: 'expired_link',
    })
  })

  it('with a state that was made up', async () => {
    const { query, cookies } = await visit()
    for (const state of ['', 'made up', '__proto__']) {
      query.set('state', state)
      await expect(finishAuthorization(provider, { query, cookies })).rejects.toMatchObject({ code: 'expired_link' })
    }
  })

  it('without a code, or with one of nobody', async () => {
    const { query, cookies } = await visit()
    query.set('code', 'guessed')
    await expect(finishAuthorization(provider, { query, cookies })).rejects.toMatchObject({ code: 'expired_link' })
    query.delete('code')
    await expect(finishAuthorization(provider, { query, cookies })).rejects.toMatchObject({ code: 'expired_link' })
  })

  it('the second time', async () => {
    const { query, cookies } = await visit()
    await finishAuthorization(provider, { query, cookies })
    await expect(finishAuthorization(provider, { query, cookies })).rejects.toMatchObject({ code: 'expired_link' })
  })

  it('if the person turned back', async () => {
    const { query, cookies } = await visit({ choice: 'decline' })
    const refusal = { code: 'wrong_credentials', message: 'Test provider could not sign you in.' }
    await expect(finishAuthorization(provider, { query, cookies })).rejects.toMatchObject(refusal)
  })

  it('if the checks were made with another secret, or are none', async () => {
    const { query, cookies } = await visit()
    for (const value of ['', 'x', 'a.b.c.d.e', '%00']) {
      const broken = new Map([...cookies].map(([name]) => [name, value]))
      await expect(finishAuthorization(provider, { query, cookies: broken })).rejects.toMatchObject({
        code: 'expired_link',
      })
    }
  })
})

it('ignores cookies and parameters that are not its own', async () => {
  const { query, cookies } = await visit()
  query.set('callbackUrl', 'https://evil.example')
  const jar = new Map([
    ...cookies,
    ['authjs.callback-url', 'javascript:%00'],
    ['__Secure-authjs.callback-url', '//evil.example'],
    ['authjs.session-token', 'x'],
  ])
  const { identity, setCookies } = await finishAuthorization(provider, { query, cookies: jar })
  expect(identity.email).toBe('ines@example.com')
  expect(setCookies.join()).not.toMatch(/evil|callback|session/)
})

it('says that a provider does not answer, and nothing of how', async () => {
  const away = { ...provider, issuer: 'http://localhost:9' }
  await expect(startAuthorization(away)).rejects.toMatchObject({ code: 'unavailable' })
  const { query, cookies } = await visit()
  await expect(finishAuthorization(away, { query, cookies })).rejects.toMatchObject({ code: 'unavailable' })
})

it('sends nobody back to an address that is not registered', async () => {
  const { address } = await visit()
  address.searchParams.set('redirect_uri', 'https://evil.example/api/auth/callback/oidc')
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(400)
})
