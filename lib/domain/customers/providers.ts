/** Whose accounts people can sign in with. `oidc` is any other provider that speaks OpenID Connect. */
export const PROVIDER_IDS = ['google', 'github', 'oidc'] as const
export type ProviderId = (typeof PROVIDER_IDS)[number]

/** A provider with all its settings. */
export interface Provider {
  id: ProviderId
  /** Name on the button, such as "Google". */
  name: string
  clientId: string
  clientSecret: string
  /** Null for providers whose addresses are known. */
  issuer: string | null
}

const SETTINGS = {
  google: { clientId: 'GOOGLE_CLIENT_ID', clientSecret: 'GOOGLE_CLIENT_SECRET' },
  github: { clientId: 'GITHUB_CLIENT_ID', clientSecret: 'GITHUB_CLIENT_SECRET' },
  oidc: { clientId: 'OIDC_CLIENT_ID', clientSecret: 'OIDC_CLIENT_SECRET', issuer: 'OIDC_ISSUER' },
} as const

type SettingsOf<Id extends ProviderId> = (typeof SETTINGS)[Id][keyof (typeof SETTINGS)[Id]]

/** The environment variables of providers. */
export type ProviderSettings = Partial<Record<SettingsOf<ProviderId> | 'OIDC_ISSUER' | 'OIDC_NAME', string | undefined>>

/** Returns the providers that are configured completely, in the order of their buttons. */
export function configuredProviders(settings: ProviderSettings): Provider[] {
  return PROVIDER_IDS.flatMap((id) => {
    const names = SETTINGS[id]
    const clientId = settings[names.clientId]
    const clientSecret = settings[names.clientSecret]
    const issuer = 'issuer' in names ? settings[names.issuer] : null
    if (!clientId || !clientSecret || issuer === undefined) return []
    return [{ id, name: providerName(id, settings), clientId, clientSecret, issuer }]
  })
}

/** Returns the settings that are missing of providers of which some are there, such as `GOOGLE_CLIENT_SECRET`. */
export function missingSettings(settings: ProviderSettings): string[] {
  return PROVIDER_IDS.flatMap((id) => {
    const names = Object.values(SETTINGS[id])
    const missing = names.filter((name) => !settings[name])
    return missing.length < names.length ? missing : []
  })
}

/** Returns the name of a provider for people, also of one that is not configured any more. */
export function providerName(id: ProviderId, { OIDC_NAME }: Pick<ProviderSettings, 'OIDC_NAME'>): string {
  if (id === 'google') return 'Google'
  return id === 'github' ? 'GitHub' : OIDC_NAME || 'Single sign-on'
}

/**
 * Returns whether an account may be joined with this person's account here because both have the same address. Only if
 * the provider says that it has confirmed the address; of GitHub's addresses, that is never taken for granted.
 */
export const mayLinkByEmail = ({ provider, isEmailVerified }: { provider: ProviderId; isEmailVerified: boolean }) =>
  isEmailVerified && provider !== 'github'
