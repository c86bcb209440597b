import { currentActor } from '@/lib/auth/current-actor'
import { trackOrder } from '@/lib/operations/orders'
import { answerForm } from './plain-form'

/**
 * Handles the form that finds an order by number and e-mail address. Redirects to the order, or back with the reason
 * for the refusal.
 */
export const answerTrackForm = (request: Request): Promise<Response> =>
  answerForm(request, {
    page: '/track',
    keep: ['number', 'email'],
    run: async (fields) => trackOrder.execute(fields, await currentActor()),
    next: ({ orderId }) => `/orders/${orderId}`,
  })
