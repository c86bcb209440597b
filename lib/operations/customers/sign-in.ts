import { z } from 'zod'
import { anyone, customer } from '@/lib/auth/policies'
import {
  changePasswordSchema,
  codeSchema,
  enteredSchema,
  linkRequestSchema,
  newPasswordSchema,
  recoveryCodeSchema,
  registerSchema,
  renewedSchema,
  sessionIdSchema,
  signInSchema,
  tokenSchema,
} from '@/lib/contracts/customers'
import { proveByPassword, signInWithPassword } from '@/lib/services/customers/sign-in/by-password'
import * as links from '@/lib/services/customers/sign-in/mail-links'
import * as registration from '@/lib/services/customers/sign-in/registration'
import { showSecondFactor } from '@/lib/services/customers/sign-in/second-factor'
import * as sessions from '@/lib/services/customers/sign-in/sessions'
import { operation } from '../operation'
import { clientOf } from './client'
import { entered } from './entered'

/** Registers a person. The answer is the same whether or not the address has an account. */
export const register = operation({
  name: 'customers.register',
  who: [anyone],
  input: registerSchema,
  output: z.object({ challengeId: z.uuid() }),
  run: async (input, { address }) => ({ challengeId: await registration.register(input, address) }),
})

/** Confirms a registration with the code of its mail, and signs in. */
export const confirmRegistrationByCode = operation({
  name: 'customers.confirmByCode',
  who: [anyone],
  input: z.object({ challengeId: z.uuid(), code: codeSchema }),
  output: enteredSchema,
  run: async (input, actor) => entered(await registration.confirmRegistration(input, clientOf(actor)), actor),
})

/** Confirms a registration with the token of its mail's link, and signs in. */
export const confirmRegistrationByLink = operation({
  name: 'customers.confirmByLink',
  who: [anyone],
  input: z.object({ token: tokenSchema }),
  output: enteredSchema,
  run: async (input, actor) => entered(await registration.confirmRegistration(input, clientOf(actor)), actor),
})

/** Signs in with e-mail and password. */
export const signIn = operation({
  name: 'customers.signIn',
  who: [anyone],
  input: signInSchema,
  output: enteredSchema,
  run: async (input, actor) => entered(await signInWithPassword(input, clientOf(actor)), actor, input.to),
})

/** Sends a mail with a link that signs in or sets a new password. The answer is the same for every address. */
export const requestLink = operation({
  name: 'customers.requestLink',
  who: [anyone],
  input: linkRequestSchema,
  output: z.object({}),
  run: async ({ kind, email }, { address }) => {
    await links.requestLink(kind, email, address)
    return {}
  },
})

/** Signs in with the token of a link. */
export const signInByLink = operation({
  name: 'customers.signInByLink',
  who: [anyone],
  input: z.object({ token: tokenSchema }),
  output: enteredSchema,
  run: async ({ token }, actor) => entered(await links.signInByLink(token, clientOf(actor)), actor),
})

/** Sets a new password with the token of a link, and signs in. */
export const resetPassword = operation({
  name: 'customers.resetPassword',
  who: [anyone],
  input: newPasswordSchema,
  output: enteredSchema,
  run: async (input, actor) => entered(await links.resetPassword(input, clientOf(actor)), actor),
})

/** Finishes a sign-in with a code of the authenticator app, or with a recovery code. */
export const finishSignIn = operation({
  name: 'customers.finishSignIn',
  who: [anyone],
  input: z.object({
    challengeId: z.uuid(),
    factor: z.union([z.object({ code: codeSchema }), z.object({ recoveryCode: recoveryCodeSchema })]),
    to: z.string().optional(),
  }),
  output: enteredSchema,
  run: async ({ challengeId, factor, to }, actor) =>
    entered(await showSecondFactor(challengeId, factor, clientOf(actor)), actor, to),
})

/** Ends the session of this browser. */
export const signOut = operation({
  name: 'customers.signOut',
  who: [anyone],
  input: z.object({}),
  output: z.object({}),
  run: async (_, actor) => {
    if (actor.customer) await sessions.endSession({ ...actor.customer, client: clientOf(actor) })
    return {}
  },
})

/** Ends one of the person's sessions. */
export const endSession = operation({
  name: 'customers.endSession',
  who: [customer],
  input: z.object({ sessionId: sessionIdSchema }),
  output: z.object({}),
  run: async ({ sessionId }, actor) => {
    await sessions.endSession({ userId: actor.customer.userId, sessionId, client: clientOf(actor) })
    return {}
  },
})

/** Ends all of the person's sessions but this one. */
export const endOtherSessions = operation({
  name: 'customers.endOtherSessions',
  who: [customer],
  input: z.object({}),
  output: z.object({ ended: z.int() }),
  run: async (_, { customer }) => ({ ended: await sessions.endOtherSessions(customer) }),
})

/** Changes the password, which ends all other sessions. */
export const changePassword = operation({
  name: 'customers.changePassword',
  who: [customer],
  input: changePasswordSchema,
  output: renewedSchema,
  run: async (input, actor) => ({ token: await links.changePassword(actor.customer, input, clientOf(actor)) }),
})

/** Proves with the password that it is still the same person, for ten minutes. */
export const confirmPerson = operation({
  name: 'customers.confirmPerson',
  who: [customer],
  input: signInSchema.pick({ password: true }),
  output: z.object({}),
  run: async ({ password }, actor) => {
    await proveByPassword(actor.customer, password)
    return {}
  },
})
