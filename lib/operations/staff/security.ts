import { z } from 'zod'
import { recentStaff, recentStaffMember, staffMember } from '@/lib/auth/policies'
import { changePasswordSchema, codeSchema, renewedSchema, sessionIdSchema } from '@/lib/contracts/customers'
import { newPasskeySchema } from '@/lib/contracts/customers/passkeys'
import * as links from '@/lib/services/customers/sign-in/mail-links'
import * as passkeys from '@/lib/services/customers/sign-in/passkeys'
import * as sessions from '@/lib/services/customers/sign-in/sessions'
import * as totp from '@/lib/services/customers/sign-in/totp'
import * as factors from '@/lib/services/staff/factors'
import { clientOf } from '../customers/client'
import { operation } from '../operation'

const nothing = z.object({})

/** Starts to set up an authenticator app. */
export const startTotp = operation({
  name: 'staff.startTotp',
  who: [recentStaff],
  input: nothing,
  output: nothing,
  run: async (_, actor) => {
    await factors.requireOwnFactor(actor.staff)
    await totp.startTotp(actor.staff)
    return {}
  },
})

/** Switches the authenticator app on with a first code. */
export const confirmTotp = operation({
  name: 'staff.confirmTotp',
  who: [recentStaff],
  input: z.object({ code: codeSchema }),
  output: renewedSchema.extend({ codes: z.array(z.string()) }),
  run: ({ code }, actor) => factors.confirmStaffTotp(actor.staff, code, clientOf(actor)),
})

/** Makes new recovery codes, which replace the old ones. */
export const renewRecoveryCodes = operation({
  name: 'staff.renewRecoveryCodes',
  who: [recentStaffMember],
  input: nothing,
  output: z.object({ codes: z.array(z.string()) }),
  run: async (_, actor) => ({ codes: await totp.renewRecoveryCodes(actor.staff.userId, clientOf(actor)) }),
})

/** Switches the authenticator app off, if a passkey stays. */
export const removeTotp = operation({
  name: 'staff.removeTotp',
  who: [recentStaffMember],
  input: z.object({ code: codeSchema }),
  output: nothing,
  run: async ({ code }, actor) => {
    await factors.requireAnotherFactor(actor.staff.userId, 'app')
    await totp.removeTotp(actor.staff, code, clientOf(actor))
    return {}
  },
})

/** Starts to add a passkey. */
export const startPasskeyRegistration = operation({
  name: 'staff.startPasskeyRegistration',
  who: [recentStaff],
  input: nothing,
  output: z.object({ challengeId: z.uuid(), options: z.looseObject({ challenge: z.string() }) }),
  run: async (_, actor) => {
    await factors.requireOwnFactor(actor.staff)
    const { challengeId, options } = await passkeys.startPasskeyRegistration(actor.staff)
    return { challengeId, options: { ...options } }
  },
})

/** Adds a passkey. */
export const addPasskey = operation({
  name: 'staff.addPasskey',
  who: [recentStaff],
  input: newPasskeySchema,
  output: renewedSchema,
  run: (input, actor) => factors.addStaffPasskey(actor.staff, input, clientOf(actor)),
})

/** Removes a passkey, unless it is the last second factor. */
export const removePasskey = operation({
  name: 'staff.removePasskey',
  who: [recentStaffMember],
  input: z.object({ id: z.string().max(1_400) }),
  output: nothing,
  run: async ({ id }, actor) => {
    await factors.requireAnotherFactor(actor.staff.userId, { passkeyId: id })
    await passkeys.removePasskey({ userId: actor.staff.userId, id }, clientOf(actor))
    return {}
  },
})

/** Changes the password, which ends all other sessions. */
export const changePassword = operation({
  name: 'staff.changePassword',
  who: [staffMember],
  input: changePasswordSchema,
  output: renewedSchema,
  run: async (input, actor) => ({ token: await links.changePassword(actor.staff, input, clientOf(actor)) }),
})

/** Ends one of the person's sessions. */
export const endSession = operation({
  name: 'staff.endSession',
  who: [staffMember],
  input: z.object({ sessionId: sessionIdSchema }),
  output: nothing,
  run: async ({ sessionId }, actor) => {
    await sessions.endSession({ userId: actor.staff.userId, sessionId, client: clientOf(actor) })
    return {}
  },
})

/** Ends all of the person's sessions but this one, those in the shop too. */
export const endOtherSessions = operation({
  name: 'staff.endOtherSessions',
  who: [staffMember],
  input: nothing,
  output: z.object({ ended: z.int() }),
  run: async (_, { staff }) => ({ ended: await sessions.endOtherSessions(staff) }),
})
