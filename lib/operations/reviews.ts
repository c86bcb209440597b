import { z } from 'zod'
import { anyone, customer, visitor } from '@/lib/auth/policies'
import { productIdSchema } from '@/lib/contracts/common'
import { reportFormSchema, voteFormSchema, writeReviewSchema } from '@/lib/contracts/reviews'
import { deleteOwnReview } from '@/lib/services/reviews/of-person'
import * as reviews from '@/lib/services/reviews/reviews'
import * as votes from '@/lib/services/reviews/votes'
import { operation } from './operation'

/** Creates or edits the review of an order line. Knowing the order's id proves the purchase. */
export const writeReview = operation({
  name: 'reviews.write',
  who: [anyone],
  input: writeReviewSchema,
  output: z.object({ position: z.int(), productId: productIdSchema }),
  run: async ({ orderId, position, ...review }, { address }) => {
    const { productId } = await reviews.writeReview({ orderId, position, review, visitor: address })
    return { position, productId }
  },
})

/** Records a visitor's vote that a review is helpful, or removes it. */
export const voteOnReview = operation({
  name: 'reviews.vote',
  who: [visitor],
  input: voteFormSchema,
  output: z.object({ helpful: z.int(), isHelpful: z.boolean() }),
  run: async ({ review: reviewId, helpful }, { visitorId, address }) => {
    const isHelpful = helpful === 'yes'
    return { ...(await votes.voteOnReview({ reviewId, isHelpful, visitorId, visitor: address })), isHelpful }
  },
})

/** Reports a review to staff. */
export const reportReview = operation({
  name: 'reviews.report',
  who: [visitor],
  input: reportFormSchema,
  output: z.object({}),
  run: async ({ review: reviewId, reason }, { visitorId, address }) => {
    await votes.reportReview({ reviewId, reason, visitorId, visitor: address })
    return {}
  },
})

/** Deletes one of the person's reviews. */
export const deleteReview = operation({
  name: 'reviews.delete',
  who: [customer],
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  run: async ({ id }, actor) => {
    await deleteOwnReview(actor.customer.userId, id)
    return {}
  },
})
