import { z } from 'zod'
import { isCustomerScope, type Scope } from '@/lib/domain/customers/scopes'
import { lineSchema } from '../common'
import { codeSchema, recoveryCodeSchema, signInSchema } from '../customers'

const MAX_NAME = 60
const MAX_SCOPES = 50

/** For how long a token can be good, in days; `never` for one that does not expire. */
export const TOKEN_LIFETIMES = ['30', '90', '365', 'never'] as const

const scopeSchema = z
  .string()
  .max(60)
  .refine((scope): scope is Scope => isCustomerScope(scope), 'This is not yours to give.')

/** The form in which somebody makes an API token. `expiresInDays` is null for a token that does not expire. */
export const newApiTokenSchema = z
  .object({
    name: lineSchema({ max: MAX_NAME, missing: 'Please name it, so that you know it later.' }),
    scopes: z.array(scopeSchema).min(1, 'Please tick at least one.').max(MAX_SCOPES),
    ends: z.enum(TOKEN_LIFETIMES),
  })
  .transform(({ name, scopes, ends }) => ({
    name,
    scopes: [...new Set(scopes)],
    expiresInDays: ends === 'never' ? null : Number(ends),
  }))
export type NewApiToken = z.output<typeof newApiTokenSchema>

/** An API token, as its owner sees it. Times are ISO 8601. */
export interface ApiTokenView {
  id: string
  name: string
  /** Such as `nxs_…c41f`. */
  short: string
  scopes: string[]
  /** Null if it has not been used yet. */
  lastUsedAt: string | null
  /** Null if it does not expire. */
  expiresAt: string | null
  /** Days until it expires, rounded up; 0 if it has expired, null if it does not. */
  daysLeft: number | null
}

/** The request with which an app signs a person in: with e-mail and password, or with the second factor after these. */
export const appSignInSchema = z.discriminatedUnion('grant', [
  z.object({ grant: z.literal('password'), ...signInSchema.pick({ email: true, password: true }).shape }),
  z.object({ grant: z.literal('second_factor'), challengeId: z.uuid(), code: codeSchema }),
  z.object({ grant: z.literal('recovery_code'), challengeId: z.uuid(), recoveryCode: recoveryCodeSchema }),
])
export type AppSignIn = z.output<typeof appSignInSchema>

/** The request with which an app gets its next tokens, or gives them back. */
export const refreshSchema = z.object({ refreshToken: z.string().max(200) })

/** The tokens of an app. Each refresh replaces both. */
export const appTokensSchema = z.object({
  tokenType: z.literal('Bearer'),
  accessToken: z.string(),
  /** Seconds for which the access token is good. */
  expiresIn: z.int(),
  refreshToken: z.string(),
  /** Time (ISO 8601) at which the person has to sign in again, however often the tokens are refreshed. */
  sessionExpiresAt: z.string(),
})
export type AppTokens = z.infer<typeof appTokensSchema>

/** The public keys of access tokens (RFC 7517). */
export const publicKeysSchema = z.object({
  keys: z.array(
    z.object({
      ...{ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() },
      ...{ kid: z.string(), alg: z.literal('EdDSA'), use: z.literal('sig') },
    }),
  ),
})
export type PublicKeys = z.infer<typeof publicKeysSchema>
