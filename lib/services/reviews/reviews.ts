import { z } from 'zod'
import { storedOptionsSchema } from '@/lib/contracts/orders'
import type { OwnReview, ReviewForm, ReviewPage, ReviewsQuery, ReviewView } from '@/lib/contracts/reviews'
import type { Prisma, Review } from '@/lib/db/generated/client'
import { postgres, transaction } from '@/lib/db/postgres'
import { optionsText } from '@/lib/domain/catalog/variant'
import { MAX_REVIEW_PAGES, REVIEWS_PER_PAGE, type ReviewSort } from '@/lib/domain/reviews/review'
import { type ReviewCount, reviewCounts } from '@/lib/domain/reviews/review-counts'
import { canReview } from '@/lib/domain/reviews/review-right'
import { DomainError } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { countAttempts } from '../rate-limit'
import { ratingOf } from './summary'

const ORDERS: Record<ReviewSort, Prisma.ReviewOrderByWithRelationInput[]> = {
  newest: [{ createdAt: 'desc' }, { id: 'asc' }],
  helpful: [{ helpful: 'desc' }, { createdAt: 'desc' }, { id: 'asc' }],
  highest: [{ rating: 'desc' }, { createdAt: 'desc' }, { id: 'asc' }],
  lowest: [{ rating: 'asc' }, { createdAt: 'desc' }, { id: 'asc' }],
}

/**
 * Returns a page of a product's chosen reviews, the summary of all its reviews, and what each other choice would show.
 * If the page number is too high, returns the last page.
 */
export async function reviewPage({ product: productId, ...choice }: ReviewsQuery): Promise<ReviewPage> {
  const { stars, variant, isBought, sort } = choice
  const [summary, counts] = await Promise.all([ratingOf(productId), countsOf(productId)])
  const { total, ...others } = reviewCounts(counts, choice)
  const pages = Math.min(Math.max(1, Math.ceil(total / REVIEWS_PER_PAGE)), MAX_REVIEW_PAGES)
  const page = Math.min(choice.page, pages)
  const where = {
    productId,
    hiddenAt: null,
    ...(stars !== null && { rating: stars }),
    ...(variant !== null && { sku: variant }),
    ...(isBought && { orderId: { not: null } }),
  }
  const paging = { skip: (page - 1) * REVIEWS_PER_PAGE, take: REVIEWS_PER_PAGE }
  const rows = total === 0 ? [] : await postgres().review.findMany({ where, orderBy: ORDERS[sort], ...paging })
  return { choice: { ...choice, page }, pages, total, summary, ...others, reviews: rows.map(toReviewView) }
}

const countsSchema = z.array(
  z.object({ rating: z.int(), sku: z.string(), variant: z.string(), isBought: z.boolean(), count: z.int() }),
)

/** Counts a product's public reviews by stars, variant and verification. */
const countsOf = async (productId: string): Promise<ReviewCount[]> =>
  countsSchema.parse(
    await postgres().$queryRaw`
      SELECT rating, sku, max(variant) AS variant, "orderId" IS NOT NULL AS "isBought", count(*)::int AS count
      FROM "Review" WHERE "productId" = ${productId} AND "hiddenAt" IS NULL
      GROUP BY rating, sku, "orderId" IS NOT NULL`,
  )

function toReviewView(row: Review): ReviewView {
  const { id, rating, title, text, author, variant, orderId, createdAt, updatedAt, helpful } = row
  return {
    id,
    rating,
    title,
    text,
    author,
    variant,
    isBought: orderId !== null,
    at: createdAt.toISOString(),
    isEdited: updatedAt > createdAt,
    helpful,
  }
}

/** Returns the reviews of an order's lines, including hidden ones. The caller must know the order's id. */
export async function reviewsOfOrder(orderId: string): Promise<OwnReview[]> {
  const rows = await postgres().review.findMany({ where: { orderId }, orderBy: { position: 'asc' } })
  return rows.flatMap(({ position, rating, title, text, author, hiddenWhy }) =>
    position === null ? [] : [{ position, rating, title, text, author, hiddenWhy }],
  )
}

const BY_ORDER = { name: 'review order', max: 30, windowSeconds: 60 * 60 }
const BY_NETWORK = { name: 'review network', max: 60, windowSeconds: 60 * 60 }

/**
 * Creates or edits the review of an order line; each line has at most one. Knowing the order's id proves the purchase.
 * Calls are limited per `visitor` (such as an IP address). Throws too_many_requests, not_found for an unknown line, and
 * too_early before delivery (lib/domain/reviews/review-right). A hidden review stays hidden.
 */
export async function writeReview(input: {
  orderId: string
  position: number
  review: ReviewForm
  visitor: string
}): Promise<{ productId: string }> {
  const { orderId, position, review, visitor } = input
  await countAttempts([
    { limit: BY_NETWORK, subject: visitor },
    { limit: BY_ORDER, subject: orderId },
  ])
  const line = await postgres().orderItem.findUnique({
    where: { orderId_position: { orderId, position } },
    select: {
      sku: true,
      productId: true,
      options: true,
      order: { select: { status: true, expectedOn: true, events: { where: { type: 'DELIVERED' }, take: 1 } } },
    },
  })
  if (!line) throw new DomainError('not_found', 'That is not in this order.')
  const { status, expectedOn, events } = line.order
  const order = { status, expectedOn: expectedOn.toISOString().slice(0, 10), wasDelivered: events.length > 0 }
  if (!canReview(order, new Date()))
    throw new DomainError('too_early', 'Please wait until it has arrived. Then you can review it.')
  const { productId, sku } = line
  const variant = optionsText(storedOptionsSchema.parse(line.options))
  await transaction(async (tx) => {
    await tx.review.upsert({
      where: { orderId_position: { orderId, position } },
      create: { orderId, position, productId, sku, variant, ...review },
      update: review,
    })
    await enqueue(tx, { name: 'reviews.changed', data: { productId } })
  })
  return { productId }
}
