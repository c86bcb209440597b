import { voteOnReview } from '@/lib/actions/reviews'
import { answerReviewForm } from '@/lib/http/review-form'

export const POST = (request: Request) => answerReviewForm(request, { run: voteOnReview })
