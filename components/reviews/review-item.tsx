import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { checkIcon } from '@/components/ui/icons'
import { Stars } from '@/components/ui/stars'
import type { ReviewView } from '@/lib/contracts/reviews'
import { fullDateText } from '@/lib/domain/shipping/day'

/** One review. `children` are the buttons below it. */
export function ReviewItem({
  review,
  level,
  children,
}: {
  review: ReviewView
  /** Heading level of the review's title. */
  level: 2 | 3
  children: ReactNode
}) {
  const Heading = `h${level}` as const
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
      <Heading id={`title-${id}`} className="text-d5 wrap-anywhere" dir="auto">
        {title}
      </Heading>
      <p className="wrap-anywhere whitespace-pre-line" dir="auto">
        {text}
      </p>
      <p className="hint wrap-anywhere">
        <bdi>{author}</bdi>
        {variant && `, ${variant}`}, <time dateTime={at}>{fullDateText(at)}</time>
        {isEdited && ', edited'}
      </p>
      {children}
    </article>
  )
}
