import { z } from 'zod'
import { PROVIDER_IDS, type ProviderId } from '@/lib/domain/customers/providers'
import { enteredSchema } from '../customers'

export const providerIdSchema = z.enum(PROVIDER_IDS)

/** Who somebody is at a provider that has just confirmed it. */
export interface ProviderIdentity {
  provider: ProviderId
  /** The provider's own id of the account; for OIDC, the issuer comes first. */
  providerAccountId: string
  /** In normal form; null if the provider named none that a mail server would accept. */
  email: string | null
  /** Whether the provider says that the address belongs to the person. */
  isEmailVerified: boolean
  /** Name for greetings, of 1 to 100 characters. */
  name: string
}

/** The form that leads to a provider. */
export const startProviderSchema = z.object({
  provider: providerIdSchema,
  /** The page to which the person wants to go. */
  to: z.string().max(500).optional(),
})

/**
 * What became of a visit to a provider: somebody entered, has to confirm the address by mail first, or connected the
 * provider with the account in which they are signed in. The token must not leave the server but in the cookie.
 */
export const providerOutcomeSchema = z.object({
  to: z.string(),
  entered: enteredSchema.extend({ isNew: z.boolean() }).nullable(),
  unconfirmed: z.object({ challengeId: z.uuid(), email: z.string(), name: z.string() }).nullable(),
  /** The session with its new token. */
  connected: z.object({ sessionId: z.uuid(), token: z.string(), expiresAt: z.date() }).nullable(),
})
export type ProviderOutcome = z.output<typeof providerOutcomeSchema>

/** A provider as its button shows it. */
export interface ProviderButton {
  id: ProviderId
  name: string
}

/** A provider on the security page. */
export interface ProviderView extends ProviderButton {
  isConnected: boolean
  /** The address of the connected account at the provider; null if none is connected, or it has none. */
  email: string | null
}
