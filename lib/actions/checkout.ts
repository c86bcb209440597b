'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { CHECKOUT_FIELDS, type CheckoutValues, checkoutFieldOf } from '@/lib/contracts/checkout-fields'
import { checkoutFormSchema } from '@/lib/contracts/checkout-form'
import { skuSchema } from '@/lib/contracts/common'
import { textFields } from '@/lib/contracts/form-fields'
import * as cart from '@/lib/services/cart'
import { placeOrder as place } from '@/lib/services/checkout'
import { type ActionFailure, defineAction } from './define-action'
import { holderOfCart } from './policies'

/** The checkout after it was sent and came back: what was typed, and what was wrong with it. */
export interface CheckoutState {
  values: CheckoutValues
  idempotencyKey?: string
  failure?: ActionFailure
}

/**
 * Sends the checkout. A form in its own right, also without scripts: it goes on to the order, or comes back with all
 * that was typed. With `fix` (a SKU) it only puts that line right: takes what is left of it, else takes it out.
 */
export async function placeOrder(_before: CheckoutState, form: FormData): Promise<CheckoutState> {
  const fields = textFields(form)
  const result = await (fields.fix === undefined
    ? order({ form: fields, pricesTold: fields.pricesTold === 'yes' })
    : fixLine(fields.fix))
  if (result.ok && result.orderId) redirect(`/orders/${result.orderId}`)
  // What has come to light about the cart stands in the page itself.
  if (result.ok || result.code !== 'invalid_input') refresh()
  return {
    values: Object.fromEntries(CHECKOUT_FIELDS.flatMap((name) => (name in fields ? [[name, fields[name]]] : []))),
    idempotencyKey: fields.idempotencyKey,
    ...(!result.ok && { failure: byField(result) }),
  }
}

const order = defineAction({
  policy: holderOfCart,
  schema: z.object({ form: checkoutFormSchema, pricesTold: z.boolean() }),
  call: async ({ form, pricesTold }, cartId) => {
    // The page said which prices have changed, and its total is with the new ones.
    if (pricesTold) await cart.acceptPrices(cartId)
    return { orderId: (await place({ cartId, input: form })).id }
  },
})

const fixLine = defineAction({
  policy: holderOfCart,
  schema: skuSchema.transform((sku) => ({ sku })),
  call: async ({ sku }, cartId): Promise<{ orderId?: undefined }> => {
    const line = (await cart.getCart(cartId)).lines.find((line) => line.sku === sku)
    const short = line?.issues.find((issue) => issue.type === 'short')
    if (short) await cart.changeQuantity({ cartId, sku, quantity: short.left })
    else await cart.removeFromCart({ cartId, sku })
    return {}
  },
})

/** Faults by the names of the form's fields; one that no person can mend is told as a whole. */
function byField(failure: ActionFailure): ActionFailure {
  if (!failure.fieldErrors) return failure
  const faults = Object.entries(failure.fieldErrors).map(([path, message]) => [checkoutFieldOf(path), message] as const)
  if (faults.some(([field]) => field === undefined))
    return { ok: false, code: 'invalid_input', message: 'This page is out of date. Please reload it and try again.' }
  return { ...failure, fieldErrors: Object.fromEntries(faults) }
}
