import { z } from 'zod'
import {
  MOST_REVIEW_PAGES,
  REPORT_REASONS,
  REVIEW_LENGTHS,
  REVIEW_SORTS,
  type ReviewChoice,
} from '@/lib/domain/reviews/review'
import type { RatingSummary } from '@/lib/domain/reviews/review-summary'
import { answerSchema } from './answer'
import { lineSchema, productIdSchema, slugSchema, textSchema } from './common'
import { orderIdSchema } from './orders'

/** What a buyer says of what they bought, as its form sends it. */
export const reviewFormSchema = z.object({
  rating: z
    .string('Please choose one to five stars.')
    .regex(/^[1-5]$/, 'Please choose one to five stars.')
    .transform(Number),
  title: lineSchema({
    max: REVIEW_LENGTHS.title,
    missing: 'Please sum it up in a few words.',
    long: `Please sum it up in at most ${REVIEW_LENGTHS.title} characters.`,
  }),
  text: textSchema({
    max: REVIEW_LENGTHS.text,
    missing: 'Please say how it was.',
    long: 'Please say it in at most 2,000 characters.',
  }),
  author: lineSchema({
    max: REVIEW_LENGTHS.author,
    missing: 'Please give a name, or initials.',
    long: `Please give a name of at most ${REVIEW_LENGTHS.author} characters.`,
  }),
})
export type ReviewForm = z.infer<typeof reviewFormSchema>

/** The fields of the form by their names, and what an error summary calls them. */
export const REVIEW_FIELDS = { rating: 'stars', title: 'title', text: 'text', author: 'name' } as const

export const writeReviewSchema = reviewFormSchema.extend({
  orderId: orderIdSchema,
  position: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
})

const reviewIdSchema = z.uuid()

/** A vote as its form sends it: `no` takes it back. */
export const voteFormSchema = z.object({ review: reviewIdSchema, helpful: z.enum(['yes', 'no']) })

export const reportFormSchema = z.object({
  review: reviewIdSchema,
  reason: z.enum(REPORT_REASONS, 'Please say what is wrong with it.'),
})

/** What a review, a vote or a report is answered with; `helpful` are the votes after a vote. */
export const reviewAnswerSchema = answerSchema(z.object({ helpful: z.int().optional() }))

const starsSchema = z
  .string()
  .regex(/^[1-5]$/, 'must be 1 to 5')
  .transform(Number)
const sortSchema = z.enum(REVIEW_SORTS, `must be one of ${REVIEW_SORTS.join(', ')}`)
const pageSchema = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, 'must be a number from 1')
  .transform((page) => Math.min(Number(page), MOST_REVIEW_PAGES))

/** What the reviews of a product are asked for by. */
export const reviewsQuerySchema = z.object({
  product: productIdSchema,
  stars: starsSchema.nullable().default(null),
  sort: sortSchema.default('newest'),
  page: pageSchema.default(1),
})
export type ReviewsQuery = z.infer<typeof reviewsQuerySchema>

/** The same from an address that anybody can type: what makes no sense is left out. */
export const reviewChoiceSchema = z.object({
  stars: starsSchema.nullable().catch(null),
  sort: sortSchema.catch('newest'),
  page: pageSchema.catch(1),
}) satisfies z.ZodType<ReviewChoice>

/** Where a plain form of a review goes back to. */
export const reviewPlaceSchema = reviewChoiceSchema.extend({ slug: slugSchema })

/** A review as everybody may read it. JSON-safe. */
export interface ReviewView {
  id: string
  rating: number
  title: string
  text: string
  author: string
  /** What was bought, in words: "Silver, 16 GB". */
  variant: string
  /** Whether it was written from an order of this shop. */
  isBought: boolean
  /** ISO 8601. */
  at: string
  isEdited: boolean
  /** Votes. */
  helpful: number
}

/** Some of a product's reviews, and what all of them add up to. */
export interface ReviewPage extends ReviewChoice {
  summary: RatingSummary
  reviews: ReviewView[]
  /** Reviews with these stars. */
  total: number
  pages: number
}

/** A buyer's own review, by the position of its line in the order. */
export interface OwnReview {
  position: number
  rating: number
  title: string
  text: string
  author: string
  /** Why it was taken down; null while it is shown. */
  hiddenWhy: string | null
}
