import { postgres } from '@/lib/db/postgres'
import type { ReportReason } from '@/lib/domain/reviews/review'
import { DomainError } from '@/lib/errors'
import { countAttempt, countAttempts, forgiveAttempts } from '../rate-limit'

// `visitorId` comes from the signed cookie; each has one vote per review. Votes are also limited per `visitor` (such as
// an IP address), because a new cookie is easier to get than a new address.

const HOUR = 60 * 60
const VOTES = { name: 'vote network', max: 30, windowSeconds: HOUR }
// Enough for a household, too few to manipulate a review's votes.
const VOTES_EACH = { name: 'vote review', max: 5, windowSeconds: 24 * HOUR }
const REPORTS = { name: 'report network', max: 10, windowSeconds: HOUR }

interface VisitorInput {
  reviewId: string
  visitorId: string
  visitor: string
}

/**
 * Adds the visitor's "helpful" vote to a review, or removes it if `isHelpful` is false. Idempotent. Returns the number
 * of votes. Throws too_many_requests, and not_found for a review that is not visible.
 */
export async function voteOnReview(vote: VisitorInput & { isHelpful: boolean }): Promise<{ helpful: number }> {
  const { reviewId, visitorId, visitor, isHelpful } = vote
  if (isHelpful) await addVote({ reviewId, visitorId, visitor })
  else await postgres().reviewVote.deleteMany({ where: { reviewId, visitorId } })
  const review = await postgres().review.findFirst({
    where: { id: reviewId, hiddenAt: null },
    select: { helpful: true },
  })
  return review ?? gone()
}

/** Adds a vote. Only a new vote counts towards the rate limits. */
async function addVote({ reviewId, visitorId, visitor }: VisitorInput): Promise<void> {
  const attempts = [
    { limit: VOTES, subject: visitor },
    { limit: VOTES_EACH, subject: `${visitor} ${reviewId}` },
  ]
  await countAttempts(attempts)
  const added = await postgres().$executeRaw`
    INSERT INTO "ReviewVote" ("reviewId", "visitorId")
    SELECT id, ${visitorId}::uuid FROM "Review" WHERE id = ${reviewId}::uuid AND "hiddenAt" IS NULL
    ON CONFLICT DO NOTHING`
  if (added === 0) await forgiveAttempts(attempts)
}

/** Returns those of the given review ids for which the visitor has voted. */
export async function votesOf(visitorId: string, reviewIds: string[]): Promise<string[]> {
  if (reviewIds.length === 0) return []
  const votes = await postgres().reviewVote.findMany({
    where: { visitorId, reviewId: { in: reviewIds } },
    select: { reviewId: true },
  })
  return votes.map(({ reviewId }) => reviewId)
}

/**
 * Reports a review to staff. It stays visible until they decide, because complaints alone must not hide a review.
 * Another report by the same visitor replaces the reason, and counts again if the review was edited since the last
 * decision. Throws not_found, too_many_requests.
 */
export async function reportReview(report: VisitorInput & { reason: ReportReason }): Promise<void> {
  const { reviewId, visitorId, visitor, reason } = report
  await countAttempt({ limit: REPORTS, subject: visitor })
  const written = await postgres().$executeRaw`
    INSERT INTO "ReviewReport" ("reviewId", "visitorId", reason)
    SELECT id, ${visitorId}::uuid, ${reason}::"ReportReason" FROM "Review" WHERE id = ${reviewId}::uuid AND "hiddenAt" IS NULL
    ON CONFLICT ("reviewId", "visitorId") DO UPDATE SET reason = excluded.reason`
  if (written === 0) gone()
}

function gone(): never {
  throw new DomainError('not_found', 'This review no longer exists.')
}
