import { sendCheckout } from '@/lib/actions/checkout'
import { CHECKOUT_FIELDS } from '@/lib/contracts/checkout/fields'
import { answerForm } from '@/lib/http/plain-form'

export const POST = (request: Request) =>
  answerForm(request, {
    page: '/checkout',
    // The key too: the same checkout sent again is the same order.
    keep: [...CHECKOUT_FIELDS, 'idempotencyKey'],
    run: sendCheckout,
    next: ({ orderId }) => orderId && `/orders/${orderId}`,
  })
