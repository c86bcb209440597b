import { z } from 'zod'
import {
  MAX_REVIEW_PAGES,
  REPORT_REASONS,
  REVIEW_LENGTHS,
  REVIEW_SORTS,
  type ReviewChoice,
} from '@/lib/domain/reviews/review'
import type { RatingSummary } from '@/lib/domain/reviews/review-summary'
import { answerSchema } from './answer'
import { lineSchema, productIdSchema, skuSchema, slugSchema, textSchema } from './common'
import { orderIdSchema } from './orders'

/** The form in which a buyer writes a review. */
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
    missing: 'Please write your review.',
    long: 'Please write at most 2,000 characters.',
  }),
  author: lineSchema({
    max: REVIEW_LENGTHS.author,
    missing: 'Please enter a name or initials.',
    long: `Please enter a name of at most ${REVIEW_LENGTHS.author} characters.`,
  }),
})
export type ReviewForm = z.infer<typeof reviewFormSchema>

/** Fields of the review form, with the names that its error summary uses. */
export const REVIEW_FIELDS = { rating: 'stars', title: 'title', text: 'text', author: 'name' } as const

export const writeReviewSchema = reviewFormSchema.extend({
  orderId: orderIdSchema,
  position: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
})

const reviewIdSchema = z.uuid()

/** The form of the "helpful" button. `no` removes the visitor's vote. */
export const voteFormSchema = z.object({ review: reviewIdSchema, helpful: z.enum(['yes', 'no']) })

export const reportFormSchema = z.object({
  review: reviewIdSchema,
  reason: z.enum(REPORT_REASONS, 'Please say what is wrong with it.'),
})

/** Answer to the review, vote and report forms. After a vote, `helpful` is the review's number of votes. */
export const reviewAnswerSchema = answerSchema(z.object({ helpful: z.int().optional() }))

const starsSchema = z
  .string()
  .regex(/^[1-5]$/, 'must be 1 to 5')
  .transform(Number)
const sortSchema = z.enum(REVIEW_SORTS, `must be one of ${REVIEW_SORTS.join(', ')}`)
const pageSchema = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, 'must be a number from 1')
  .transform((page) => Math.min(Number(page), MAX_REVIEW_PAGES))

const boughtSchema = z.literal('yes', 'must be yes').transform(() => true)

/** Query parameters of the request for a product's reviews. */
export const reviewsQuerySchema = z
  .object({
    product: productIdSchema,
    stars: starsSchema.nullable().default(null),
    variant: skuSchema.nullable().default(null),
    bought: boughtSchema.default(false),
    sort: sortSchema.default('newest'),
    page: pageSchema.default(1),
  })
  .transform(({ bought, ...query }) => ({ ...query, isBought: bought }))
export type ReviewsQuery = z.infer<typeof reviewsQuerySchema>

/** Query parameters with which a page's address selects reviews. Invalid ones are ignored. */
const choiceParametersSchema = z.object({
  stars: starsSchema.nullable().catch(null),
  variant: skuSchema.nullable().catch(null),
  bought: boughtSchema.catch(false),
  sort: sortSchema.catch('newest'),
  page: pageSchema.catch(1),
})
export const reviewChoiceSchema = choiceParametersSchema.transform(
  ({ bought, ...choice }): ReviewChoice => ({ ...choice, isBought: bought }),
)

/** The page of reviews to which a form returns if it was submitted without a script. */
export const reviewPlaceSchema = choiceParametersSchema
  .extend({ slug: slugSchema })
  .transform(({ bought, slug, ...choice }) => ({ slug, choice: { ...choice, isBought: bought } }))

/** A published review. JSON-safe. */
const reviewViewSchema = z.object({
  id: reviewIdSchema,
  rating: z.int(),
  title: z.string(),
  text: z.string(),
  author: z.string(),
  /** Options of the variant that was bought, such as "Silver, 16 GB". */
  variant: z.string(),
  /** Whether the purchase is verified: the review was written from an order of this shop. */
  isBought: z.boolean(),
  /** Time of the review, ISO 8601. */
  at: z.string(),
  isEdited: z.boolean(),
  /** Number of visitors who found the review helpful. */
  helpful: z.int(),
})
export type ReviewView = z.infer<typeof reviewViewSchema>

/** A page of a product's chosen reviews, the summary of all its reviews, and what each other choice would show. */
const reviewPageSchema = z.object({
  choice: z.object({
    stars: z.int().nullable(),
    variant: skuSchema.nullable(),
    isBought: z.boolean(),
    sort: z.enum(REVIEW_SORTS),
    page: z.int(),
  }) satisfies z.ZodType<ReviewChoice>,
  summary: z.object({
    average: z.number(),
    count: z.int(),
    histogram: z.array(z.int()),
  }) satisfies z.ZodType<RatingSummary>,
  /** Numbers of reviews with 1 to 5 stars, among those that the other filters leave. */
  histogram: z.array(z.int()),
  /** Reviewed variants with their numbers of reviews, likewise; the most reviewed first. */
  variants: z.array(z.object({ sku: skuSchema, name: z.string(), count: z.int() })),
  /** Number of reviews of verified purchases, likewise. */
  bought: z.int(),
  reviews: z.array(reviewViewSchema),
  /** Number of chosen reviews. */
  total: z.int(),
  pages: z.int(),
})
export type ReviewPage = z.infer<typeof reviewPageSchema>

/** A page of reviews, and the ids of those that the visitor voted for. */
export const votedReviewPageSchema = reviewPageSchema.extend({ voted: z.array(reviewIdSchema) })
export type VotedReviewPage = z.infer<typeof votedReviewPageSchema>

/** A buyer's own review, with the position of its line in the order. */
export interface OwnReview {
  position: number
  rating: number
  title: string
  text: string
  author: string
  /** Why staff hid the review; null if it is visible. */
  hiddenWhy: string | null
}

/** What a person can review, and what they have written. Times are ISO 8601. */
export interface PersonReviews {
  waiting: { orderId: string; position: number; name: string; image: string | null; optionsText: string }[]
  written: {
    id: string
    orderId: string | null
    position: number | null
    name: string
    image: string | null
    rating: number
    title: string
    text: string
    /** Why staff have hidden the review; null if it is public. */
    hiddenWhy: string | null
    at: string
  }[]
}
