import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'
import { Stars } from '@/components/ui/stars'
import type { ReviewPage } from '@/lib/contracts/reviews'
import { numberText } from '@/lib/domain/locale'
import { REVIEW_RIGHT } from '@/lib/domain/reviews/review-right'
import { likedPercent, type RatingSummary } from '@/lib/domain/reviews/review-summary'
import { Reviews } from './reviews-client'

/** The section of a product page that contains its reviews. */
export function ReviewsSection({ product, reviews }: { product: { id: string; slug: string }; reviews: ReviewPage }) {
  const { id, slug } = product
  const { summary } = reviews
  return (
    <section className="pt-14 md:pt-20" id={`reviews-${slug}`} aria-labelledby={`said-${slug}`}>
      <h2 id={`said-${slug}`} className="text-d2 pb-5">
        {headline(summary)}
      </h2>
      {summary.count === 0 ? (
        <EmptyState level={3} object="tin" title="Still quiet here" text={REVIEW_RIGHT}>
          <ButtonLink href="/track">Find my order</ButtonLink>
        </EmptyState>
      ) : (
        <Reviews productId={id} slug={slug} first={reviews} foot={<WriteOne />}>
          <Average summary={summary} />
        </Reviews>
      )}
    </section>
  )
}

export const headline = ({ count }: RatingSummary): string => {
  if (count === 0) return 'Nobody has said anything yet'
  return count === 1 ? 'What one person says' : `What ${numberText(count)} people say`
}

/** The average rating in large type, and the percentage of good ratings. */
export function Average({ summary }: { summary: RatingSummary }) {
  return (
    <div className="flex items-end gap-3">
      <span className="font-display font-black leading-none wd-70 rev-average" aria-hidden="true">
        {summary.average.toFixed(1)}
      </span>
      <span className="pb-2">
        <Stars average={summary.average} />
        <br />
        <span className="muted text-sm">
          {summary.count === 1 ? 'from the only one so far' : `${likedPercent(summary)} % give 4 stars or more`}
        </span>
      </span>
    </div>
  )
}

/** Explains who can write a review, and which reviews are verified. */
export function WriteOne() {
  return (
    <div className="grid gap-3 justify-items-start">
      <ButtonLink href="/track">Find my order</ButtonLink>
      <p className="hint">
        {REVIEW_RIGHT} Reviews written there are marked “Bought here”; the others come from an older shop system, so we
        cannot verify them.
      </p>
    </div>
  )
}
