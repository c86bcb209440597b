import { reportReview } from '@/lib/actions/reviews'
import { answerReviewForm } from '@/lib/api/review-form'

export const POST = (request: Request) => answerReviewForm(request, { run: reportReview, done: 'reported' })
