import { currentActor } from '@/lib/auth/current-actor'
import { trackOrder } from '@/lib/operations/orders'
import { answerForm } from './plain-form'

/** Answers the tracking form: redirects to the order, or back with the reason. */
export const answerTrackForm = (request: Request): Promise<Response> =>
  answerForm(request, {
    page: '/track',
    keep: ['number', 'email'],
    run: async (fields) => trackOrder.execute(fields, await currentActor()),
    next: ({ orderId }) => `/orders/${orderId}`,
  })
