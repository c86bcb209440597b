import { reportReview } from '@/lib/actions/reviews'
import { answerReviewForm } from '@/lib/http/review-form'

export const POST = (request: Request) => answerReviewForm(request, { run: reportReview, done: 'reported' })
