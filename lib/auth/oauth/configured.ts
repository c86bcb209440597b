import { configuredProviders, missingSettings, type Provider } from '@/lib/domain/customers/providers'
import { env } from '@/lib/env'

/** Returns the providers with which people can sign in. */
export const providers = (): Provider[] => configuredProviders(env())

/** Returns the provider with this id; undefined if there is none, or its settings are not complete. */
export const findProvider = (id: unknown): Provider | undefined => providers().find((provider) => provider.id === id)

/** Warns once of providers that are left out because some of their settings are missing. */
export function warnOfIncompleteProviders(): void {
  const missing = missingSettings(env())
  if (missing.length > 0)
    console.warn(`Sign-in providers without all of their settings are left out. Missing: ${missing.join(', ')}.`)
}
