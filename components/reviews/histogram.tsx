import type { MouseEvent } from 'react'
import { Meter } from '@/components/ui/meter'
import { Link } from '@/components/ui/navigation/link'
import type { RatingSummary } from '@/lib/domain/reviews/review-summary'
import { starsText } from './words'

const FALLING = [5, 4, 3, 2, 1]

/**
 * A bar for each number of stars with its number of reviews. Each bar is a link to the reviews with these stars; the
 * active bar leads back to all reviews.
 */
export function Histogram({
  summary: { histogram, count },
  stars: chosen,
  href,
  onPick,
}: {
  summary: RatingSummary
  stars: number | null
  href: (stars: number | null) => string
  /** Filters the reviews on the page instead of following the link. */
  onPick?: (stars: number | null) => void
}) {
  return (
    <ul className="bars" aria-label="Reviews by stars">
      {FALLING.map((stars) => {
        const reviews = histogram[stars - 1] ?? 0
        const row = (
          <>
            <span className="num">{starsText(stars)}</span>
            <Meter value={reviews} max={count} />
            <span className="num text-right">
              {reviews}
              <span className="vh"> {reviews === 1 ? 'review' : 'reviews'}</span>
            </span>
          </>
        )
        const isOn = chosen === stars
        const next = isOn ? null : stars
        const onClick =
          onPick &&
          ((event: MouseEvent) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onPick(next)
          })
        return (
          <li key={stars}>
            {reviews > 0 || isOn ? (
              <Link className="bar" href={href(next)} aria-current={isOn || undefined} onClick={onClick} scroll={false}>
                {row}
              </Link>
            ) : (
              <span className="bar is-none">{row}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
