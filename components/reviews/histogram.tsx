import { Meter } from '@/components/ui/meter'
import type { ReviewPage } from '@/lib/contracts/reviews'
import { type Pick, PickLink } from './pick-link'
import { starsText } from './words'

const FALLING = [5, 4, 3, 2, 1]

/**
 * The filters of reviews by stars and by verification: a row for each value with its number of reviews. Pressing a
 * chosen row clears its filter.
 */
export function Histogram({
  slug,
  shown: { choice, histogram, bought, total },
  onPick,
}: {
  slug: string
  shown: ReviewPage
  onPick?: Pick | undefined
}) {
  const { stars: chosen, isBought } = choice
  const most = Math.max(1, ...histogram)
  return (
    <>
      <ul className="bars" aria-label="Reviews by stars">
        {FALLING.map((stars) => {
          const reviews = histogram[stars - 1] ?? 0
          const isOn = chosen === stars
          const row = (
            <>
              <span className="tick" aria-hidden="true" />
              <span className="num">{starsText(stars)}</span>
              <Meter value={reviews} max={most} />
              <Count of={reviews} />
            </>
          )
          return (
            <li key={stars}>
              {reviews > 0 || isOn ? (
                <PickLink
                  className="bar"
                  slug={slug}
                  choice={{ ...choice, stars: isOn ? null : stars }}
                  isOn={isOn}
                  onPick={onPick}
                >
                  {row}
                </PickLink>
              ) : (
                <span className="bar is-none">{row}</span>
              )}
            </li>
          )
        })}
      </ul>
      {(isBought || (bought > 0 && bought < total)) && (
        <PickLink
          className="bar is-plain"
          slug={slug}
          choice={{ ...choice, isBought: !isBought }}
          isOn={isBought}
          onPick={onPick}
        >
          <span className="tick" aria-hidden="true" />
          <span>Bought here</span>
          <Count of={bought} />
        </PickLink>
      )}
    </>
  )
}

function Count({ of: reviews }: { of: number }) {
  return (
    <span className="num text-right">
      {reviews}
      <span className="vh"> {reviews === 1 ? 'review' : 'reviews'}</span>
    </span>
  )
}
