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

/**
 * Handles the form with which a buyer reviews an order line, and expires the product page. Responds with 404 if the
 * order id is malformed.
 */
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

/** Handles the form with which a shopper votes for a review as helpful. */
export const answerVoteForm = (request: Request): Promise<Response> => answerAmongReviews(request, voteOnReview)

/** Handles the form with which a shopper reports a review. */
export const answerReportForm = (request: Request): Promise<Response> =>
  answerAmongReviews(request, reportReview, 'reported')

/**
 * Handles the vote and report forms below a review. For a new visitor, first sets the visitor cookie and asks the
 * browser to post again; otherwise a browser that refuses cookies could vote any number of times. A script gets the
 * result as JSON. Without a script, the browser is redirected to the page of reviews that it came from (form fields
 * `slug` and those of `reviewPairs`), where `?told=` reports the outcome.
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
  const url = reviewsUrl(place.data.slug, place.data.choice)
  const query = notice ? `${url.includes('?') ? '&' : '?'}told=${notice}` : ''
  return seeOther(`${url}${query}#reviews`)
}
