import { postgres, transaction } from '@/lib/db/postgres'
import type { ReportReason } from '@/lib/domain/reviews/review'
import { DomainError } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'

// For staff only. The caller must check that the user may moderate reviews.

/** Hides a review and stores the reason, which its author can read. Idempotent. Throws not_found. */
export async function hideReview(input: { reviewId: string; why: string; actor: string }): Promise<void> {
  const { reviewId, why, actor } = input
  await change(reviewId, { isHidden: false }, { hiddenAt: new Date(), hiddenWhy: why, hiddenBy: actor })
}

/** Shows a hidden review again, or keeps a reported one visible. Settles its reports. Throws not_found. */
export async function showReview({ reviewId }: { reviewId: string }): Promise<void> {
  await change(reviewId, { isHidden: true }, { hiddenAt: null, hiddenWhy: null, hiddenBy: null })
}

interface Hidden {
  hiddenAt: Date | null
  hiddenWhy: string | null
  hiddenBy: string | null
}

async function change(reviewId: string, from: { isHidden: boolean }, to: Hidden): Promise<void> {
  await transaction(async (tx) => {
    const review = await tx.review.findUnique({ where: { id: reviewId }, select: { productId: true } })
    if (!review) throw new DomainError('not_found', 'This review no longer exists.')
    const { productId } = review
    const { count } = await tx.review.updateMany({
      where: { id: reviewId, hiddenAt: from.isHidden ? { not: null } : null },
      data: to,
    })
    // Uses the database's clock, as edits do: reports made after the last decision and the last edit count anew.
    await tx.$executeRaw`
      UPDATE "Review" SET "reportedAt" = NULL, "moderatedAt" = clock_timestamp() WHERE id = ${reviewId}::uuid`
    if (count > 0) await enqueue(tx, { name: 'reviews.changed', data: { productId } })
  })
}

const MAX_REPORTED = 100

/** A review waiting for moderation. JSON-safe. */
export interface ReportedReview {
  id: string
  productId: string
  title: string
  text: string
  author: string
  /** ISO 8601. */
  reportedAt: string
  reasons: ReportReason[]
}

/** Returns the reviews reported since the last decision about them, oldest first; at most a hundred. */
export async function reportedReviews(): Promise<ReportedReview[]> {
  const rows = await postgres().review.findMany({
    where: { reportedAt: { not: null } },
    orderBy: { reportedAt: 'asc' },
    take: MAX_REPORTED,
    include: { reports: { select: { reason: true }, take: MAX_REPORTED } },
  })
  return rows.flatMap(({ id, productId, title, text, author, reportedAt, reports }) =>
    reportedAt
      ? [
          {
            id,
            productId,
            title,
            text,
            author,
            reportedAt: reportedAt.toISOString(),
            reasons: reports.map(({ reason }) => reason),
          },
        ]
      : [],
  )
}
