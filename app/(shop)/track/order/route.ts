import { trackOrder } from '@/lib/actions/track'
import { answerForm } from '@/lib/http/plain-form'

export const POST = (request: Request) =>
  answerForm(request, {
    page: '/track',
    keep: ['number', 'email'],
    run: trackOrder,
    next: ({ orderId }) => `/orders/${orderId}`,
  })
