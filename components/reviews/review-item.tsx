import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { checkIcon } from '@/components/ui/icons'
import { Stars } from '@/components/ui/stars'
import type { ReviewView } from '@/lib/contracts/review'
import { fullDateText } from '@/lib/domain/day'

/** One review; `children` is what can be done with it. */
export function ReviewItem({ review, children }: { review: ReviewView; children: ReactNode }) {
  const { id, rating, title, text, author, variant, at, isBought, isEdited } = review
  return (
    <article className="review" aria-labelledby={`title-${id}`}>
      <div className="flex flex-wrap items-center gap-2">
        <Stars average={rating} />
        {isBought && (
          <Badge tone="good" icon={checkIcon}>
            Bought here
          </Badge>
        )}
      </div>
      <h3 id={`title-${id}`} className="text-d5 wrap-anywhere" dir="auto">
        {title}
      </h3>
      <p className="wrap-anywhere whitespace-pre-line" dir="auto">
        {text}
      </p>
      <p className="hint wrap-anywhere">
        <bdi>{author}</bdi>
        {variant && `, ${variant}`}, <time dateTime={at}>{fullDateText(at)}</time>
        {isEdited && ', corrected since'}
      </p>
      {children}
    </article>
  )
}
