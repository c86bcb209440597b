import { z } from 'zod'
import { anyone, recentCustomer } from '@/lib/auth/policies'
import {
  type AppTokens,
  appSignInSchema,
  appTokensSchema,
  newApiTokenSchema,
  publicKeysSchema,
  refreshSchema,
} from '@/lib/contracts/customers/tokens'
import { DomainError } from '@/lib/errors'
import { type Admission, joinWhatIsTheirs } from '@/lib/services/customers/sign-in/entry'
import { publicKeys } from '@/lib/services/customers/tokens/access-tokens'
import * as apiTokens from '@/lib/services/customers/tokens/api-tokens'
import * as apps from '@/lib/services/customers/tokens/app-sessions'
import * as refreshing from '@/lib/services/customers/tokens/refresh-tokens'
import { operation } from '../operation'
import { clientOf } from './client'

/** Makes an API token. The answer is the only place in which the token ever appears. */
export const createApiToken = operation({
  name: 'customers.createApiToken',
  who: [recentCustomer],
  input: newApiTokenSchema,
  output: z.object({ id: z.uuid(), token: z.string() }),
  run: (input, actor) => apiTokens.createApiToken({ userId: actor.customer.userId, client: clientOf(actor) }, input),
})

/** Revokes an API token. */
export const revokeApiToken = operation({
  name: 'customers.revokeApiToken',
  who: [recentCustomer],
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  run: async ({ id }, actor) => {
    await apiTokens.revokeApiToken({ userId: actor.customer.userId, id, client: clientOf(actor) })
    return {}
  },
})

/** Signs a person in with an app. A person with a second factor gets a challenge first (second_factor_needed). */
export const signInApp = operation({
  name: 'customers.signInApp',
  who: [anyone],
  input: appSignInSchema,
  output: appTokensSchema,
  run: async (input, actor) => {
    const client = clientOf(actor)
    if (input.grant === 'password') return tokensOf(await apps.signInApp(input, client))
    const factor = input.grant === 'second_factor' ? { code: input.code } : { recoveryCode: input.recoveryCode }
    return tokensOf(await apps.finishAppSignIn(input.challengeId, factor, client))
  },
})

async function tokensOf(admission: Admission): Promise<AppTokens> {
  if ('secondFactor' in admission)
    throw new DomainError('second_factor_needed', 'Please enter the six digits of your authenticator app.', {
      challengeId: admission.secondFactor,
    })
  const { session } = admission
  await joinWhatIsTheirs({ userId: session.userId, guestCartId: null, isCheckingOut: false })
  return refreshing.startTokens(session)
}

/** Replaces an app's tokens. The refresh token is the proof. */
export const refreshTokens = operation({
  name: 'customers.refreshTokens',
  who: [anyone],
  input: refreshSchema,
  output: appTokensSchema,
  run: ({ refreshToken }, actor) => refreshing.refreshTokens(refreshToken, clientOf(actor)),
})

/** Signs an app out. The answer is the same for a token that does not exist (RFC 7009). */
export const revokeTokens = operation({
  name: 'customers.revokeTokens',
  who: [anyone],
  input: refreshSchema,
  output: z.object({}),
  run: async ({ refreshToken }, actor) => {
    await refreshing.revokeTokens(refreshToken, clientOf(actor))
    return {}
  },
})

/** Returns the public keys of access tokens. */
export const readPublicKeys = operation({
  name: 'customers.readPublicKeys',
  who: [anyone],
  input: z.object({}),
  output: publicKeysSchema,
  run: publicKeys,
})
