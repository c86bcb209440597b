import { z } from 'zod'
import { anyone, recentCustomer } from '@/lib/auth/policies'
import { enteredSchema } from '@/lib/contracts/customers'
import { newPasskeySchema, passkeySignInSchema } from '@/lib/contracts/customers/passkeys'
import * as passkeys from '@/lib/services/customers/sign-in/passkeys'
import { requireOwnFactor } from '@/lib/services/staff/factors'
import { operation } from '../operation'
import { clientOf } from './client'
import { entered } from './entered'

const startedSchema = z.object({ challengeId: z.uuid(), options: z.looseObject({ challenge: z.string() }) })

/** Starts a sign-in with a passkey. */
export const startPasskeySignIn = operation({
  name: 'customers.startPasskeySignIn',
  who: [anyone],
  input: z.object({}),
  output: startedSchema,
  run: async (_, actor) => {
    const { challengeId, options } = await passkeys.startPasskeySignIn(clientOf(actor))
    return { challengeId, options: { ...options } }
  },
})

/** Signs in with a passkey. */
export const signInByPasskey = operation({
  name: 'customers.signInByPasskey',
  who: [anyone],
  input: passkeySignInSchema,
  output: enteredSchema,
  run: async (input, actor) => entered(await passkeys.signInByPasskey(input, clientOf(actor)), actor, input.to),
})

/** Starts to add a passkey. */
export const startPasskeyRegistration = operation({
  name: 'customers.startPasskeyRegistration',
  who: [recentCustomer],
  input: z.object({}),
  output: startedSchema,
  run: async (_, actor) => {
    await requireOwnFactor(actor.customer)
    const { challengeId, options } = await passkeys.startPasskeyRegistration(actor.customer)
    return { challengeId, options: { ...options } }
  },
})

/** Adds a passkey. */
export const addPasskey = operation({
  name: 'customers.addPasskey',
  who: [recentCustomer],
  input: newPasskeySchema,
  output: z.object({ id: z.string() }),
  run: async (input, actor) => {
    await requireOwnFactor(actor.customer)
    return passkeys.addPasskey({ ...input, userId: actor.customer.userId }, clientOf(actor))
  },
})

/** Removes a passkey, unless it is the last way to sign in. */
export const removePasskey = operation({
  name: 'customers.removePasskey',
  who: [recentCustomer],
  input: z.object({ id: z.string().max(1_400) }),
  output: z.object({}),
  run: async ({ id }, actor) => {
    await requireOwnFactor(actor.customer)
    await passkeys.removePasskey({ userId: actor.customer.userId, id }, clientOf(actor))
    return {}
  },
})
