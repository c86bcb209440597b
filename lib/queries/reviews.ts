import { cacheLife, cacheTag } from 'next/cache'
import { currentVisitorId } from '@/lib/auth/visitor'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import {
  type OwnReview,
  type ReviewPage,
  type ReviewsQuery,
  reviewChoiceSchema,
  type VotedReviewPage,
} from '@/lib/contracts/reviews'
import { ALL_REVIEWS } from '@/lib/domain/reviews/review'
import { reviewPage, reviewsOfOrder } from '@/lib/services/reviews/reviews'
import { votesOf } from '@/lib/services/reviews/votes'

/** Returns the newest reviews for a product's static page. */
export async function getReviews(productId: string): Promise<ReviewPage> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.product(productId))
  return reviewPage({ product: productId, ...ALL_REVIEWS })
}

/** Returns current reviews, and the ids of those for which this visitor voted. Never cached. */
export async function readReviews(query: ReviewsQuery): Promise<VotedReviewPage> {
  const [page, visitorId] = await Promise.all([reviewPage(query), currentVisitorId()])
  const ids = page.reviews.map(({ id }) => id)
  return { ...page, voted: visitorId ? await votesOf(visitorId, ids) : [] }
}

/** Returns current reviews as the parameters of an address select them. Invalid parameters are ignored. */
export const readChosenReviews = (productId: string, params: Record<string, string | string[] | undefined>) =>
  readReviews({ product: productId, ...reviewChoiceSchema.parse(params) })

/** Returns a buyer's reviews of an order, including hidden ones. */
export const readOwnReviews = (orderId: string): Promise<OwnReview[]> => reviewsOfOrder(orderId)
