import { z } from 'zod'
import { checkoutFieldOf } from '@/lib/contracts/checkout/fields'
import { checkoutFormSchema } from '@/lib/contracts/checkout/form'
import { skuSchema } from '@/lib/contracts/common'
import type { Failure } from '@/lib/errors'
import * as cart from '@/lib/services/cart/cart'
import { placeOrder } from '@/lib/services/checkout/checkout'
import { type ActionResult, defineAction } from './define-action'
import { holderOfCart } from './policies'

/** The order that was placed; none where the checkout only put a line of the cart right. */
export type CheckoutResult = ActionResult<{ orderId: string | null }>

/**
 * The checkout as its form sends it, called by the route under /checkout. It places the order; with `fix` (a SKU) it only
 * puts that line right: takes what is left of it, else takes it out.
 */
export async function sendCheckout(fields: Record<string, string>): Promise<CheckoutResult> {
  if (fields.fix !== undefined) return fixLine({ sku: fields.fix })
  const result = await order({ form: fields, pricesTold: fields.pricesTold === 'yes' })
  return result.ok ? result : byField(result)
}

const order = defineAction({
  policy: holderOfCart,
  schema: z.object({ form: checkoutFormSchema, pricesTold: z.boolean() }),
  call: async ({ form, pricesTold }, cartId) => {
    // The page said which prices have changed, and its total is with the new ones.
    if (pricesTold) await cart.acceptPrices(cartId)
    return { orderId: (await placeOrder({ cartId, input: form })).id }
  },
})

const fixLine = defineAction({
  policy: holderOfCart,
  schema: z.object({ sku: skuSchema }),
  call: async ({ sku }, cartId) => {
    const line = (await cart.getCart(cartId)).lines.find((line) => line.sku === sku)
    const short = line?.issues.find((issue) => issue.type === 'short')
    if (short) await cart.changeQuantity({ cartId, sku, quantity: short.left })
    else await cart.removeFromCart({ cartId, sku })
    return { orderId: null }
  },
})

/** Faults by the names of the form's fields; one that no person can mend is told as a whole. */
function byField(failure: Failure): Failure {
  if (!failure.fieldErrors) return failure
  const faults = Object.entries(failure.fieldErrors).map(([path, message]) => [checkoutFieldOf(path), message] as const)
  if (faults.some(([field]) => field === undefined))
    return { ok: false, code: 'invalid_input', message: 'This page is out of date. Please reload it and try again.' }
  return { ...failure, fieldErrors: Object.fromEntries(faults) }
}
