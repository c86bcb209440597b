import { describe, expect, it } from 'vitest'
import { configuredProviders, mayLinkByEmail, missingSettings, providerName } from './providers'

const GOOGLE = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' }
const OIDC = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'shop', OIDC_CLIENT_SECRET: 'secret' }

describe('a provider', () => {
  it('counts once all of its settings are there', () => {
    expect(configuredProviders({})).toEqual([])
    expect(configuredProviders(GOOGLE)).toMatchObject([{ id: 'google', name: 'Google', issuer: null }])
    expect(configuredProviders({ ...OIDC, ...GOOGLE, OIDC_NAME: 'Works' })).toMatchObject([
      { id: 'google' },
      { id: 'oidc', name: 'Works', issuer: 'https://id.example' },
    ])
  })

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)(
    'without %s is left out, and only it',
    (name) => {
      const settings = { ...OIDC, ...GOOGLE, [name]: undefined }
      expect(configuredProviders(settings).map(({ id }) => id)).toEqual(['google'])
      expect(missingSettings(settings)).toEqual([name])
    },
  )

  it('of which nothing is set is not missed', () => {
    expect(missingSettings({ ...GOOGLE, OIDC_NAME: 'Works' })).toEqual([])
  })

  it('has a name, also if it is not configured any more', () => {
    expect(providerName('oidc', {})).toBe('Single sign-on')
    expect(providerName('github', {})).toBe('GitHub')
  })

  it('joins accounts by an address that it has confirmed, GitHub never', () => {
    expect(mayLinkByEmail({ provider: 'google', isEmailVerified: true })).toBe(true)
    expect(mayLinkByEmail({ provider: 'oidc', isEmailVerified: false })).toBe(false)
    expect(mayLinkByEmail({ provider: 'github', isEmailVerified: true })).toBe(false)
  })
})
