import { Notice } from '@/components/ui/feedback/notice'
import { Thumb } from '@/components/ui/picture'
import { Stars } from '@/components/ui/stars'
import type { OrderView } from '@/lib/contracts/orders'
import type { OwnReview } from '@/lib/contracts/reviews'
import type { SentForm } from '@/lib/contracts/sent-form'
import { signature } from '@/lib/domain/customers/person-name'
import { canReview, REVIEW_RIGHT } from '@/lib/domain/reviews/review-right'
import { ReviewForm } from './review-form-client'

interface Asked {
  order: OrderView
  own: OwnReview[]
  /** The values and the refusal of a review form that was refused, if there is one. */
  sent: Pick<SentForm, 'values' | 'refusal'>
  /** Index of the order line whose review has just been saved; null if there is none. */
  written: number | null
}

/** A review form for each line of an order; before the order may be reviewed, says when that will be. */
export function OrderReviews({ order, own, sent, written }: Asked) {
  const { status, expectedOn, events, items } = order
  const wasDelivered = events.some(({ type }) => type === 'DELIVERED')
  if (status === 'CANCELLED') return null
  if (!canReview({ status, expectedOn, wasDelivered }, new Date())) return <p className="muted">{REVIEW_RIGHT}</p>
  return (
    <section aria-labelledby="how-was-it" id="reviews">
      <h2 id="how-was-it" className="text-d3 pb-1">
        How was it?
      </h2>
      <p className="muted pb-4">
        Your review is public at once, marked “Bought here”. You can edit it here at any time.
      </p>
      {items.map((item, position) => (
        <Line
          key={item.sku}
          order={order}
          position={position}
          review={own.find((review) => review.position === position)}
          sent={Number(sent.values.position ?? -1) === position ? sent : undefined}
          isWritten={written === position}
        />
      ))}
    </section>
  )
}

function Line({
  order,
  position,
  review,
  sent,
  isWritten,
}: {
  order: OrderView
  position: number
  review: OwnReview | undefined
  sent: Asked['sent'] | undefined
  isWritten: boolean
}) {
  const { id, address, items } = order
  const item = items[position]
  if (!item) return null
  const known = review ? { ...review, rating: String(review.rating) } : undefined
  const first = { author: signature(address) }
  return (
    <details className="acc" id={`review-${position}`} open={Boolean(sent?.refusal) || isWritten || items.length === 1}>
      <summary>
        <span className="flex items-center gap-3 min-w-0">
          <span className="w-12 flex-none">{item.image && <Thumb src={item.image} size={48} />}</span>
          <span className="min-w-0">
            <span className="block wrap-anywhere">{item.name}</span>
            <span className="hint font-sans font-normal flex items-center gap-2">
              {review ? (
                <>
                  <Stars average={review.rating} /> {review.hiddenWhy ? 'Taken down' : 'Change your review'}
                </>
              ) : (
                'Write a review'
              )}
            </span>
          </span>
        </span>
      </summary>
      <div className="acc-body grid gap-4">
        {isWritten && (
          <Notice tone="good">
            <p>Thank you. Your review is public now.</p>
          </Notice>
        )}
        {review?.hiddenWhy && (
          <Notice tone="warn">
            <p>We took it down: {review.hiddenWhy}</p>
          </Notice>
        )}
        <ReviewForm
          orderId={id}
          position={position}
          values={{ ...first, ...known, ...sent?.values }}
          refusal={sent?.refusal}
          href={item.slug ? `/p/${item.slug}` : null}
          isFirst={!review}
        />
      </div>
    </details>
  )
}
