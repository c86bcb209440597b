import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { Thumb } from '@/components/ui/picture'
import { Stars } from '@/components/ui/stars'
import type { PersonReviews } from '@/lib/contracts/reviews'
import { REVIEW_RIGHT } from '@/lib/domain/reviews/review-right'
import { fullDateText } from '@/lib/domain/shipping/day'
import { PostButton } from './parts'

/** What a person can review, and what they have written. */
export function OwnReviews({ waiting, written }: PersonReviews) {
  if (waiting.length === 0 && written.length === 0)
    return <EmptyState title="Nothing to review yet" text={REVIEW_RIGHT} object="tin" />
  return (
    <>
      {waiting.length > 0 && (
        <section className="pb-8" aria-labelledby="waiting">
          <h2 id="waiting" className="text-d4 pb-3">
            Waiting for your word
          </h2>
          <ul className="rows">
            {waiting.map(({ orderId, position, name, image, optionsText }) => (
              <li key={`${orderId} ${position}`}>
                <Thumb src={image ?? '/look/box.webp'} size={56} />
                <div className="min-w-0">
                  <b className="who-name">{name}</b>
                  <p className="hint">{optionsText}</p>
                </div>
                <a className="btn btn-sm" href={`/orders/${orderId}#review-${position}`} aria-label={`Review ${name}`}>
                  Review
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {written.length > 0 && (
        <section aria-labelledby="written">
          <h2 id="written" className="text-d4 pb-3">
            Written by you
          </h2>
          <ul className="rows is-top">
            {written.map((review) => (
              <Written key={review.id} review={review} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Written({ review }: { review: PersonReviews['written'][number] }) {
  const { id, orderId, position, name, image, rating, title, text, hiddenWhy, at } = review
  return (
    <li>
      <Thumb src={image ?? '/look/box.webp'} size={56} />
      <div className="min-w-0 grid gap-1">
        <b className="who-name">{name}</b>
        <p>
          <Stars average={rating} /> <b className="who-name">{title}</b>
        </p>
        <p className="who-name">{text}</p>
        <p className="hint">
          {fullDateText(at)} {hiddenWhy && <Badge tone="warn">Not public: {hiddenWhy}</Badge>}
        </p>
      </div>
      <div className="grid gap-2 justify-items-end">
        {orderId && (
          <a
            className="btn btn-sm"
            href={`/orders/${orderId}#review-${position}`}
            aria-label={`Edit your review of ${name}`}
          >
            Edit
          </a>
        )}
        <PostButton form="delete-review" fields={{ id }}>
          <button className="btn btn-quiet btn-sm" type="submit" aria-label={`Delete your review of ${name}`}>
            Delete
          </button>
        </PostButton>
      </div>
    </li>
  )
}
