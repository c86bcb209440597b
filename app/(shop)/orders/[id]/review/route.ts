import { answerReviewForm } from '@/lib/http/forms/reviews'

export async function POST(request: Request, { params }: RouteContext<'/orders/[id]/review'>): Promise<Response> {
  return answerReviewForm(request, (await params).id)
}
