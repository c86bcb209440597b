import { z } from 'zod'
import { anyone, identified, recentCustomer } from '@/lib/auth/policies'
import { providerIdSchema, providerOutcomeSchema, startProviderSchema } from '@/lib/contracts/customers/providers'
import { disconnect } from '@/lib/services/customers/providers/accounts'
import { finishVisit, startVisit } from '@/lib/services/customers/providers/visits'
import { operation } from '../operation'
import { clientOf } from './client'
import { entered } from './entered'

const startedSchema = z.object({ visitId: z.uuid() })

/** Starts a visit to a provider, to sign in. */
export const startProviderSignIn = operation({
  name: 'customers.startProviderSignIn',
  who: [anyone],
  input: startProviderSchema,
  output: startedSchema,
  run: async ({ provider, to }, actor) => ({
    visitId: await startVisit({ provider, to, connecting: null }, clientOf(actor)),
  }),
})

/** Starts a visit to a provider, to connect an account there with the one that is signed in. */
export const startConnecting = operation({
  name: 'customers.startConnecting',
  who: [recentCustomer],
  input: startProviderSchema.pick({ provider: true }),
  output: startedSchema,
  run: async ({ provider }, actor) => ({
    visitId: await startVisit({ provider, to: '/account/security', connecting: actor.customer }, clientOf(actor)),
  }),
})

/** Finishes a visit to a provider, which has confirmed who the caller is. */
export const finishProviderVisit = operation({
  name: 'customers.finishProviderVisit',
  who: [identified],
  input: startedSchema,
  output: providerOutcomeSchema,
  run: async ({ visitId }, actor) => {
    const sessionId = actor.customer?.sessionId ?? null
    const { to, ...result } = await finishVisit({ visitId, identity: actor.identity, sessionId }, clientOf(actor))
    const nothing = { to, entered: null, unconfirmed: null, connected: null }
    if (result.kind === 'connected') return { ...nothing, connected: result.session }
    if (result.kind === 'unconfirmed') return { ...nothing, unconfirmed: result }
    const { admission, isNew } = result
    return { ...nothing, entered: { ...(await entered(admission, actor, to)), isNew } }
  },
})

/** Disconnects a provider, unless it is the last way to sign in. */
export const disconnectProvider = operation({
  name: 'customers.disconnectProvider',
  who: [recentCustomer],
  input: z.object({ provider: providerIdSchema }),
  output: z.object({}),
  run: async ({ provider }, actor) => {
    await disconnect({ userId: actor.customer.userId, provider }, clientOf(actor))
    return {}
  },
})
