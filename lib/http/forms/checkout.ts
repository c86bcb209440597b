import { randomUUID } from 'node:crypto'
import { currentActor } from '@/lib/auth/current-actor'
import type { Answer } from '@/lib/contracts/answer'
import { checkoutRefusalSchema } from '@/lib/contracts/checkout/checkout'
import { CHECKOUT_FIELDS, checkoutFieldOf } from '@/lib/contracts/checkout/fields'
import { checkoutFormSchema } from '@/lib/contracts/checkout/form'
import { shouldAskForHouseNumber } from '@/lib/domain/shipping/house-number'
import type { Failure } from '@/lib/errors'
import { fixLines, placeOrder } from '@/lib/operations/checkout'
import type { Fields } from './form-post'
import { answerForm } from './plain-form'
import { readSentForm } from './sent-form'

/**
 * Handles the checkout form. Redirects to the order, or back to the checkout page with the typed values and the reason
 * for the refusal.
 */
export const answerCheckoutForm = (request: Request): Promise<Response> =>
  answerForm(request, {
    page: '/checkout',
    // Keeps the idempotency key, so that submitting the same checkout again returns the same order.
    keep: [...CHECKOUT_FIELDS, 'idempotencyKey', 'askedStreet'],
    drop: (answer) => (isOutOfDate(answer) ? ['idempotencyKey'] : []),
    run: sendCheckout,
    next: ({ orderId }) => orderId && `/orders/${orderId}`,
  })

/** Returns what `readSentForm` returns for the checkout form, with the refusal's details parsed. */
export async function readSentCheckout(id: unknown) {
  const { refusal, ...form } = await readSentForm(id)
  return { ...form, refusal: refusal && checkoutRefusalSchema.parse(refusal) }
}

/**
 * Places the order. If the form has the field `fix` (a SKU or `all`), only corrects these cart lines, without an order.
 * An `out_of_date` answer contains a new idempotency key, with which a script can order again.
 */
async function sendCheckout(fields: Fields): Promise<Answer<{ orderId: string | null }>> {
  const actor = await currentActor()
  if (fields.fix !== undefined) {
    const fixed = await fixLines.execute({ sku: fields.fix }, actor)
    return fixed.ok ? { ok: true, orderId: null } : fixed
  }
  if (lacksAnswer(fields)) return HOUSE_NUMBER_ASKED
  const placed = await placeOrder.execute({ form: fields, pricesTold: fields.pricesTold === 'yes' }, actor)
  if (isOutOfDate(placed)) return { ...placed, details: { ...placed.details, idempotencyKey: randomUUID() } }
  return placed.ok ? placed : byField(placed)
}

const isOutOfDate = (answer: Answer): answer is Failure => !answer.ok && answer.code === 'out_of_date'

/**
 * Returns whether the order waits only for the question about a missing house number. `askedStreet` is the street that
 * the page already asked about; pages of older versions do not have this field.
 */
function lacksAnswer(fields: Fields): boolean {
  const { street = '', extra = '', askedStreet } = fields
  if (askedStreet === undefined || !shouldAskForHouseNumber({ street, extra }, askedStreet)) return false
  return checkoutFormSchema.safeParse(fields).success
}

const HOUSE_NUMBER_ASKED: Failure = {
  ok: false,
  code: 'invalid_input',
  message: 'Is there no house number? If the address has none, please order again. You have not been charged.',
}

/**
 * Renames errors after the form's fields. If an error belongs to none of them, the shopper cannot correct it, so the
 * page must be reloaded.
 */
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
