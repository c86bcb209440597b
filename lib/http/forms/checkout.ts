import { randomUUID } from 'node:crypto'
import { currentActor } from '@/lib/auth/current-actor'
import type { Answer } from '@/lib/contracts/answer'
import { checkoutRefusalSchema } from '@/lib/contracts/checkout/checkout'
import { CHECKOUT_FIELDS, checkoutFieldOf } from '@/lib/contracts/checkout/fields'
import type { Failure } from '@/lib/errors'
import { fixLines, placeOrder } from '@/lib/operations/checkout'
import type { Fields } from './form-post'
import { answerForm } from './plain-form'
import { readSentForm } from './sent-form'

/** Answers the checkout form: redirects to the order, or back to the checkout with the typed values and the reason. */
export const answerCheckoutForm = (request: Request): Promise<Response> =>
  answerForm(request, {
    page: '/checkout',
    // Keeps the key, so that sending the same checkout again returns the same order, unless its content has changed.
    keep: [...CHECKOUT_FIELDS, 'idempotencyKey'],
    drop: (answer) => (isOutOfDate(answer) ? ['idempotencyKey'] : []),
    run: sendCheckout,
    next: ({ orderId }) => orderId && `/orders/${orderId}`,
  })

/** Returns the checkout form as `readSentForm` does, with the refusal's details. */
export async function readSentCheckout(id: unknown) {
  const { refusal, ...form } = await readSentForm(id)
  return { ...form, refusal: refusal && checkoutRefusalSchema.parse(refusal) }
}

/**
 * Places the order. An `out_of_date` answer contains a new idempotency key for scripts. If the form has `fix` (a SKU or
 * `all`), only makes these lines buyable, without an order.
 */
async function sendCheckout(fields: Fields): Promise<Answer<{ orderId: string | null }>> {
  const actor = await currentActor()
  if (fields.fix !== undefined) {
    const fixed = await fixLines.execute({ sku: fields.fix }, actor)
    return fixed.ok ? { ok: true, orderId: null } : fixed
  }
  const placed = await placeOrder.execute({ form: fields, pricesTold: fields.pricesTold === 'yes' }, actor)
  if (isOutOfDate(placed)) return { ...placed, details: { ...placed.details, idempotencyKey: randomUUID() } }
  return placed.ok ? placed : byField(placed)
}

const isOutOfDate = (answer: Answer): answer is Failure => !answer.ok && answer.code === 'out_of_date'

/** Maps errors to the form's fields. The shopper cannot fix errors outside of them. */
function byField(failure: Failure): Failure {
  if (!failure.fieldErrors) return failure
  const faults = Object.entries(failure.fieldErrors).map(([path, message]) => [checkoutFieldOf(path), message] as const)
  if (faults.some(([field]) => field === undefined))
    return {
      ok: false,
      code: 'invalid_input',
      message: 'This page is out of date. You have not been charged. Please reload it and try again.',
    }
  return { ...failure, fieldErrors: Object.fromEntries(faults) }
}
