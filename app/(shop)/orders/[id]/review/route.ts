import { writeReview } from '@/lib/actions/reviews'
import { orderIdSchema } from '@/lib/contracts/orders'
import { REVIEW_FIELDS } from '@/lib/contracts/reviews'
import { answerForm } from '@/lib/http/plain-form'

export async function POST(request: Request, { params }: RouteContext<'/orders/[id]/review'>): Promise<Response> {
  const { id } = await params
  if (!orderIdSchema.safeParse(id).success) return new Response('There is no such order.\n', { status: 404 })
  return answerForm(request, {
    page: `/orders/${id}`,
    part: ({ position }) => `review-${Number(position) || 0}`,
    keep: ['position', ...Object.keys(REVIEW_FIELDS)],
    run: (fields) => writeReview({ ...fields, orderId: id }),
    next: ({ position }) => `/orders/${id}?reviewed=${position}#review-${position}`,
  })
}
