import { z } from 'zod'
import { anyone, customer } from '@/lib/auth/policies'
import { emailSchema, skuSchema } from '@/lib/contracts/common'
import { tokenSchema } from '@/lib/contracts/customers'
import { subscriptionFormSchema, tellMeWhenSchema, toldSchema } from '@/lib/contracts/customers/notices'
import { DomainError } from '@/lib/errors'
import * as stockNotices from '@/lib/services/customers/notices/stock-notices'
import { switchSubscription } from '@/lib/services/customers/notices/unsubscribe'
import { operation } from '../operation'

const nothing = z.object({})

/** Asks for one mail when a SKU is in stock again: at once if signed in, otherwise after the address is confirmed. */
export const tellMeWhen = operation({
  name: 'customers.tellMeWhen',
  who: [anyone],
  input: tellMeWhenSchema,
  output: toldSchema,
  run: async ({ sku, email }, { customer: person, address }) => {
    if (person) {
      await stockNotices.requestNotice({ userId: person.userId, sku })
      return { isSet: true }
    }
    const typed = emailSchema.safeParse(email)
    if (!typed.success)
      throw new DomainError('invalid_input', typed.error.issues[0]?.message ?? 'Please check this.', { field: 'email' })
    await stockNotices.requestGuestNotice({ sku, email: typed.data, network: address })
    return { isSet: false }
  },
})

/** Confirms a guest's address with the token of the link, after which the mail will come. */
export const confirmTellMeWhen = operation({
  name: 'customers.confirmTellMeWhen',
  who: [anyone],
  input: z.object({ token: tokenSchema }),
  output: nothing,
  run: async ({ token }) => {
    await stockNotices.confirmGuestNotice(token)
    return {}
  },
})

/** Stops waiting for a SKU. */
export const neverMind = operation({
  name: 'customers.neverMind',
  who: [customer],
  input: z.object({ sku: skuSchema }),
  output: nothing,
  run: async ({ sku }, actor) => {
    await stockNotices.stopNotice({ userId: actor.customer.userId, sku })
    return {}
  },
})

/** Switches a kind of mail off or on again. The token of the mail's link is the proof. */
export const switchMails = operation({
  name: 'customers.switchMails',
  who: [anyone],
  input: subscriptionFormSchema,
  output: nothing,
  run: async ({ token, isOn }) => {
    await switchSubscription(token, isOn)
    return {}
  },
})
