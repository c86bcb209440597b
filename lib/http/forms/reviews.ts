import { revalidateTag } from 'next/cache'
import { currentActor } from '@/lib/auth/current-actor'
import { ensureVisitorId } from '@/lib/auth/visitor'
import { tags } from '@/lib/cache'
import { orderIdSchema } from '@/lib/contracts/orders'
import { REVIEW_FIELDS, reviewPlaceSchema } from '@/lib/contracts/reviews'
import { reviewsUrl } from '@/lib/domain/reviews/review'
import type { Operation } from '@/lib/operations/operation'
import { reportReview, voteOnReview, writeReview } from '@/lib/operations/reviews'
import { isPostedAgain, jsonAnswer, postAgain, readFormPost, seeOther, wantsJson } from './form-post'
import { answerForm } from './plain-form'

/** Answers the review form of an order line and expires the product page. 404 for a malformed order id. */
export async function answerReviewForm(request: Request, orderId: string): Promise<Response> {
  if (!orderIdSchema.safeParse(orderId).success) return new Response('This order does not exist.\n', { status: 404 })
  return answerForm(request, {
    page: `/orders/${orderId}`,
    part: ({ position }) => `review-${Number(position) || 0}`,
    keep: ['position', ...Object.keys(REVIEW_FIELDS)],
    run: async (fields) => {
      const written = await writeReview.execute({ ...fields, orderId }, await currentActor())
      if (written.ok) revalidateTag(tags.product(written.productId), { expire: 0 })
      return written
    },
    next: ({ position }) => `/orders/${orderId}?reviewed=${position}#review-${position}`,
  })
}

/** Answers a vote on a review. */
export const answerVoteForm = (request: Request): Promise<Response> => answerAmongReviews(request, voteOnReview)

/** Answers a report of a review. */
export const answerReportForm = (request: Request): Promise<Response> =>
  answerAmongReviews(request, reportReview, 'reported')

/**
 * Answers a small form below a review. For a new visitor it first sets the cookie and asks the browser to post again:
 * without this check, a browser that refuses cookies could vote any number of times. Scripts receive JSON. A plain form
 * is redirected to the list of reviews that it came from (its fields `slug`, `stars`, `sort`, `page`), where `?told=`
 * gives the outcome.
 */
async function answerAmongReviews(request: Request, operation: Operation, done?: string): Promise<Response> {
  const fields = await readFormPost(request)
  if (fields instanceof Response) return fields
  const actor = await currentActor()
  if (actor.visitorId === null && !isPostedAgain(request)) {
    await ensureVisitorId()
    return postAgain(request)
  }
  const answer = await operation.execute(fields, actor)
  if (wantsJson(request)) return jsonAnswer(answer)
  const place = reviewPlaceSchema.safeParse(fields)
  if (!place.success) return seeOther('/')
  const notice = answer.ok ? done : answer.code
  const url = reviewsUrl(place.data.slug, place.data)
  const query = notice ? `${url.includes('?') ? '&' : '?'}told=${notice}` : ''
  return seeOther(`${url}${query}#reviews`)
}
