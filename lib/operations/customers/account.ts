import { z } from 'zod'
import { anyone, customer, recentCustomer } from '@/lib/auth/policies'
import {
  addressFormSchema,
  codeSchema,
  nameSchema,
  newEmailSchema,
  noticeFormSchema,
  renewedSchema,
  tokenSchema,
} from '@/lib/contracts/customers'
import { orderIdSchema, storedAddressSchema, trackOrderSchema } from '@/lib/contracts/orders'
import * as addresses from '@/lib/services/customers/addresses'
import * as claims from '@/lib/services/customers/claims'
import * as profile from '@/lib/services/customers/profile'
import * as totp from '@/lib/services/customers/sign-in/totp'
import { requireOwnFactor } from '@/lib/services/staff/factors'
import { operation } from '../operation'
import { clientOf } from './client'

const nothing = z.object({})

/** Changes how the person is addressed. */
export const rename = operation({
  name: 'customers.rename',
  who: [customer],
  input: nameSchema,
  output: nothing,
  run: async ({ name }, actor) => {
    await profile.rename(actor.customer.userId, name)
    return {}
  },
})

/** Switches a kind of mail on or off. */
export const setNotice = operation({
  name: 'customers.setNotice',
  who: [customer],
  input: noticeFormSchema,
  output: nothing,
  run: async ({ notice, isOn }, actor) => {
    await profile.setNotice(actor.customer.userId, notice, isOn)
    return {}
  },
})

/** Asks a new e-mail address to confirm that it is the person's. */
export const changeEmail = operation({
  name: 'customers.changeEmail',
  who: [recentCustomer],
  input: newEmailSchema,
  output: nothing,
  run: async ({ email }, actor) => {
    await requireOwnFactor(actor.customer)
    await profile.requestEmailChange(actor.customer, email)
    return {}
  },
})

/** Keeps the old e-mail address after all. */
export const keepEmail = operation({
  name: 'customers.keepEmail',
  who: [customer],
  input: nothing,
  output: nothing,
  run: async (_, actor) => {
    await profile.keepEmail(actor.customer.userId)
    return {}
  },
})

/** Changes the e-mail address with the token of the link that was sent to the new one. */
export const confirmEmail = operation({
  name: 'customers.confirmEmail',
  who: [anyone],
  input: z.object({ token: tokenSchema }),
  output: z.object({ email: z.string() }),
  run: ({ token }, actor) => profile.confirmEmailChange(token, clientOf(actor)),
})

/** Adds an address, or changes the one with the given id. */
export const saveAddress = operation({
  name: 'customers.saveAddress',
  who: [customer],
  input: addressFormSchema,
  output: z.object({ id: z.uuid() }),
  run: async ({ id, isDefault, isInvoiceDefault, ...address }, actor) => {
    const input = { userId: actor.customer.userId, address, isDefault, isInvoiceDefault }
    if (!id) return addresses.addAddress(input)
    await addresses.changeAddress({ ...input, id })
    return { id }
  },
})

const savedAddressSchema = z.object({
  id: z.uuid(),
  address: storedAddressSchema,
  isDefault: z.boolean(),
  isInvoiceDefault: z.boolean(),
})

/** Deletes an address. `deleted` is what was deleted, for putting it back. */
export const deleteAddress = operation({
  name: 'customers.deleteAddress',
  who: [customer],
  input: z.object({ id: z.uuid() }),
  output: z.object({ deleted: savedAddressSchema.nullable(), newDefault: savedAddressSchema.nullable() }),
  run: async ({ id }, actor) =>
    (await addresses.deleteAddress(actor.customer.userId, id)) ?? { deleted: null, newDefault: null },
})

/** Sends the address of an order a link that adds the order to this account. */
export const claimOrder = operation({
  name: 'customers.claimOrder',
  who: [customer],
  input: trackOrderSchema,
  output: nothing,
  run: async ({ number, email }, actor) => {
    await claims.requestClaim({ userId: actor.customer.userId, number, email })
    return {}
  },
})

/** Adds an order to the account that asked for it, with the token of the link. */
export const confirmClaim = operation({
  name: 'customers.confirmClaim',
  who: [anyone],
  input: z.object({ token: tokenSchema }),
  output: z.object({ orderId: orderIdSchema }),
  run: ({ token }) => claims.confirmClaim(token),
})

/** Starts to set up an authenticator app. */
export const startTotp = operation({
  name: 'customers.startTotp',
  who: [recentCustomer],
  input: nothing,
  output: nothing,
  run: async (_, actor) => {
    await requireOwnFactor(actor.customer)
    await totp.startTotp(actor.customer)
    return {}
  },
})

const codes = z.object({ codes: z.array(z.string()) })

/** Switches the second factor on with a first code. */
export const confirmTotp = operation({
  name: 'customers.confirmTotp',
  who: [recentCustomer],
  input: z.object({ code: codeSchema }),
  output: codes.extend(renewedSchema.shape),
  run: async ({ code }, actor) => {
    await requireOwnFactor(actor.customer)
    return totp.confirmTotp(actor.customer, code, clientOf(actor))
  },
})

/** Makes new recovery codes, which replace the old ones. */
export const renewRecoveryCodes = operation({
  name: 'customers.renewRecoveryCodes',
  who: [recentCustomer],
  input: nothing,
  output: codes,
  run: async (_, actor) => ({ codes: await totp.renewRecoveryCodes(actor.customer.userId, clientOf(actor)) }),
})

/** Switches the second factor off. */
export const removeTotp = operation({
  name: 'customers.removeTotp',
  who: [recentCustomer],
  input: z.object({ code: codeSchema }),
  output: nothing,
  run: async ({ code }, actor) => {
    await totp.removeTotp(actor.customer, code, clientOf(actor))
    return {}
  },
})
