import { postgres, transaction } from '@/lib/db/postgres'
import type { ReportReason } from '@/lib/domain/reviews/review'
import { DomainError } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'

// For the staff: who may call these is decided by whoever does.

/** Takes a review down, and says why to its author. Once is enough: again changes nothing. Throws not_found. */
export async function hideReview(wish: { reviewId: string; why: string; actor: string }): Promise<void> {
  const { reviewId, why, actor } = wish
  await change(reviewId, { isHidden: false }, { hiddenAt: new Date(), hiddenWhy: why, hiddenBy: actor })
}

/** Shows a review, again or, where it was reported, still: what it was reported for is settled. Throws not_found. */
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
    if (!review) throw new DomainError('not_found', 'This review is no longer here.')
    const { productId } = review
    const { count } = await tx.review.updateMany({
      where: { id: reviewId, hiddenAt: from.isHidden ? { not: null } : null },
      data: to,
    })
    // By the clock of the database, as the time of an edit is: reports are heard again after the later of the two.
    await tx.$executeRaw`
      UPDATE "Review" SET "reportedAt" = NULL, "moderatedAt" = clock_timestamp() WHERE id = ${reviewId}::uuid`
    if (count > 0) await enqueue(tx, { name: 'reviews.changed', data: { productId } })
  })
}

const MOST_REPORTED = 100

/** A review that waits for the staff to look at it. JSON-safe. */
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

/** Reviews that were reported since somebody last looked, the oldest first; a hundred at most. */
export async function reportedReviews(): Promise<ReportedReview[]> {
  const rows = await postgres().review.findMany({
    where: { reportedAt: { not: null } },
    orderBy: { reportedAt: 'asc' },
    take: MOST_REPORTED,
    include: { reports: { select: { reason: true }, take: MOST_REPORTED } },
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
