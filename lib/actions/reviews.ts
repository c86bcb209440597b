import { revalidateTag } from 'next/cache'
import { ensureVisitorId, visitorAddress } from '@/lib/auth/visitor'
import { tags } from '@/lib/cache'
import { reportFormSchema, voteFormSchema, writeReviewSchema } from '@/lib/contracts/reviews'
import { writeReview as write } from '@/lib/services/reviews/reviews'
import * as voices from '@/lib/services/reviews/votes'
import { defineAction } from './define-action'
import { anyone } from './policies'

/** Writes or corrects the review of an order's line: who knows the order's id is its buyer. Its page is made anew at once. */
export const writeReview = defineAction({
  policy: anyone,
  schema: writeReviewSchema,
  call: async ({ orderId, position, ...review }) => {
    const { productId } = await write({ orderId, position, review, visitor: await visitorAddress() })
    revalidateTag(tags.product(productId), { expire: 0 })
    return { position }
  },
})

/** Finds a review helpful, or takes that back. */
export const voteOnReview = defineAction({
  policy: anyone,
  schema: voteFormSchema,
  call: async ({ review: reviewId, helpful }) => {
    const who = { visitorId: await ensureVisitorId(), visitor: await visitorAddress() }
    const isHelpful = helpful === 'yes'
    return { ...(await voices.voteOnReview({ reviewId, isHelpful, ...who })), isHelpful }
  },
})

/** Asks the staff to look at a review. */
export const reportReview = defineAction({
  policy: anyone,
  schema: reportFormSchema,
  call: async ({ review: reviewId, reason }) => {
    const who = { visitorId: await ensureVisitorId(), visitor: await visitorAddress() }
    await voices.reportReview({ reviewId, reason, ...who })
    return {}
  },
})
