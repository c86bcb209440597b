import { z } from 'zod'
import { anyone, staffWithoutFactor } from '@/lib/auth/policies'
import { codeSchema, recoveryCodeSchema, signInSchema } from '@/lib/contracts/customers'
import { passkeySignInSchema } from '@/lib/contracts/customers/passkeys'
import { acceptSchema, type StaffEntered, staffEnteredSchema } from '@/lib/contracts/staff'
import { proveByPassword } from '@/lib/services/customers/sign-in/by-password'
import * as passkeys from '@/lib/services/customers/sign-in/passkeys'
import { showSecondFactor } from '@/lib/services/customers/sign-in/second-factor'
import * as sessions from '@/lib/services/customers/sign-in/sessions'
import { acceptInvitation } from '@/lib/services/staff/accepting'
import { admitStaff, type StaffAdmission, signInStaff } from '@/lib/services/staff/sign-in'
import { clientOf } from '../customers/client'
import { operation } from '../operation'

/** Signs in to the office with e-mail and password. */
export const signIn = operation({
  name: 'staff.signIn',
  who: [anyone],
  input: signInSchema,
  output: staffEnteredSchema,
  run: async (input, actor) => entered(await signInStaff(input, clientOf(actor))),
})

/** Finishes a sign-in to the office with a code of the authenticator app, or with a recovery code. */
export const finishSignIn = operation({
  name: 'staff.finishSignIn',
  who: [anyone],
  input: z.object({
    challengeId: z.uuid(),
    factor: z.union([z.object({ code: codeSchema }), z.object({ recoveryCode: recoveryCodeSchema })]),
  }),
  output: staffEnteredSchema,
  run: async ({ challengeId, factor }, actor) =>
    entered(await showSecondFactor(challengeId, factor, clientOf(actor), 'STAFF')),
})

/** Signs in to the office with a passkey. */
export const signInByPasskey = operation({
  name: 'staff.signInByPasskey',
  who: [anyone],
  input: passkeySignInSchema,
  output: staffEnteredSchema,
  run: async (input, actor) => entered(await passkeys.enterByPasskey(input, clientOf(actor), admitStaff)),
})

/** Accepts an invitation, and signs in. */
export const accept = operation({
  name: 'staff.acceptInvitation',
  who: [anyone],
  input: acceptSchema,
  output: staffEnteredSchema,
  run: async (input, actor) => entered(await acceptInvitation(input, clientOf(actor))),
})

/** Proves with the password that it is still the same person, for ten minutes. */
export const confirmPerson = operation({
  name: 'staff.confirmPerson',
  who: [staffWithoutFactor],
  input: signInSchema.pick({ password: true }),
  output: z.object({}),
  run: async ({ password }, actor) => {
    await proveByPassword(actor.staff, password)
    return {}
  },
})

/** Ends the office session of this browser. */
export const signOut = operation({
  name: 'staff.signOut',
  who: [anyone],
  input: z.object({}),
  output: z.object({}),
  run: async (_, actor) => {
    if (actor.staff) await sessions.endSession({ ...actor.staff, client: clientOf(actor) })
    return {}
  },
})

const entered = (admission: StaffAdmission): StaffEntered => ({
  session: 'session' in admission ? admission.session : null,
  secondFactor: 'secondFactor' in admission ? admission.secondFactor : null,
  needsPasskey: 'needsPasskey' in admission,
})
