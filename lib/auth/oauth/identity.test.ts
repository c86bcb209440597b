import { describe, expect, it } from 'vitest'
import type { Provider } from '@/lib/domain/customers/providers'
import { identityOf, readGithubPerson } from './identity'

const provider = (id: Provider['id'], issuer: string | null = null): Provider => ({
  ...{ id, name: id, clientId: 'x', clientSecret: 'x', issuer },
})
const claims = { sub: '1001', email: 'Ines@Example.com', email_verified: true, name: 'Ines Halvorsen' }

describe('an identity', () => {
  it('is made of the claims of OpenID Connect', () => {
    expect(identityOf(provider('google'), claims)).toEqual({
      ...{ provider: 'google', providerAccountId: '1001', name: 'Ines Halvorsen' },
      ...{ email: 'Ines@example.com', isEmailVerified: true },
    })
  })

  it('of another issuer is another one', () => {
    const ids = ['https://a.example', 'https://b.example'].map(
      (issuer) => identityOf(provider('oidc', issuer), claims).providerAccountId,
    )
    expect(new Set(ids).size).toBe(2)
  })

  it.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    [undefined, false],
    [1, false],
    ['yes', false],
    [{}, false],
  ])('with email_verified %j has a confirmed address: %s', (email_verified, isEmailVerified) => {
    expect(identityOf(provider('oidc', 'https://a.example'), { ...claims, email_verified })).toMatchObject({
      isEmailVerified,
    })
  })

  it.each([
    ['Ines\u202e\n Halvorsen ', 'Ines Halvorsen'],
    ['', 'Ines'],
    [undefined, 'Ines'],
    [7, 'Ines'],
    ['I'.repeat(200), 'I'.repeat(100)],
  ])('named %j is called %j', (name, expected) => {
    expect(identityOf(provider('google'), { ...claims, name }).name).toBe(expected)
  })

  it.each([[undefined], [''], [7], ['x'.repeat(256)]])('without a usable id (%j) is none', (sub) => {
    expect(() => identityOf(provider('google'), { ...claims, sub })).toThrow()
  })
})

describe('a person at GitHub', () => {
  const person = { id: 2002, login: 'ines', name: null, email: 'public@example.com' }
  const emails = (verified: boolean) => [
    { email: 'old@example.com', primary: false, verified: true },
    { email: 'ines@example.com', primary: true, verified },
  ]
  const identity = async (list: unknown) =>
    identityOf(provider('github'), await readGithubPerson(async (path) => (path === '/user' ? person : list)))

  it.each([true, false])('has the primary address, confirmed or not: %s', async (verified) => {
    expect(await identity(emails(verified))).toEqual({
      ...{ provider: 'github', providerAccountId: '2002', name: 'ines' },
      ...{ email: 'ines@example.com', isEmailVerified: verified },
    })
  })

  it('has none if GitHub does not list it, whatever the public profile says', async () => {
    for (const list of [null, [], { message: 'Not Found' }])
      expect(await identity(list)).toMatchObject({ email: null, isEmailVerified: false })
  })
})
