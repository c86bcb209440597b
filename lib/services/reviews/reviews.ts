import { storedOptionsSchema } from '@/lib/contracts/orders'
import type { OwnReview, ReviewForm, ReviewPage, ReviewsQuery, ReviewView } from '@/lib/contracts/reviews'
import type { Prisma, Review } from '@/lib/db/generated/client'
import { postgres, transaction } from '@/lib/db/postgres'
import { optionsText } from '@/lib/domain/catalog/variant'
import { MAX_REVIEW_PAGES, REVIEWS_PER_PAGE, type ReviewSort } from '@/lib/domain/reviews/review'
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
 * Returns a page of a product's reviews, and the summary of all its reviews. If the page number is too high, returns
 * the last page.
 */
export async function reviewPage(query: ReviewsQuery): Promise<ReviewPage> {
  const { product: productId, stars, sort } = query
  const summary = await ratingOf(productId)
  const total = stars === null ? summary.count : (summary.histogram[stars - 1] ?? 0)
  const pages = Math.min(Math.max(1, Math.ceil(total / REVIEWS_PER_PAGE)), MAX_REVIEW_PAGES)
  const page = Math.min(query.page, pages)
  const rows =
    total === 0
      ? []
      : await postgres().review.findMany({
          where: { productId, hiddenAt: null, ...(stars !== null && { rating: stars }) },
          orderBy: ORDERS[sort],
          skip: (page - 1) * REVIEWS_PER_PAGE,
          take: REVIEWS_PER_PAGE,
        })
  return { stars, sort, page, pages, total, summary, reviews: rows.map(toReviewView) }
}

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
