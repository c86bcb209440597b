'use client'

import { Button } from '@/components/ui/form/button'
import type { ReviewPage } from '@/lib/contracts/reviews'
import { ALL_REVIEWS, isNarrowed, REVIEW_SORTS, reviewPairs } from '@/lib/domain/reviews/review'
import { type Pick, PickLink } from './pick-link'
import { narrowedText, reviewsText, SORT_NAMES } from './words'

/**
 * Says which reviews are shown, and has the choices of variant and order. Without `onPick` or client-side scripts, it is
 * a form with a button.
 */
export function ReviewBar({
  slug,
  shown: { choice, variants, total, reviews },
  onPick,
}: {
  slug: string
  shown: ReviewPage
  onPick?: Pick
}) {
  const { variant, sort } = choice
  const button = <Button type="submit">Show</Button>
  const chosen = (name: 'variant' | 'sort', value: string) =>
    onPick
      ? {
          name,
          value,
          onChange: ({ target }: { target: { value: string } }) =>
            void onPick({
              ...choice,
              page: 1,
              ...(name === 'variant'
                ? { variant: target.value || null }
                : { sort: REVIEW_SORTS.find((one) => one === target.value) ?? sort }),
            }),
        }
      : { name, defaultValue: value }
  return (
    <form action={`/p/${slug}/reviews`} className="rev-bar">
      {reviewPairs({ ...choice, ...kept }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="muted text-sm">
        <span className="num" role="status">
          {onPick && reviews.length < total && `${reviews.length} of `}
          {reviewsText(total)}
          {narrowedText(choice, variants)}
        </span>{' '}
        {isNarrowed(choice) && (
          <PickLink className="more" slug={slug} choice={{ ...ALL_REVIEWS, sort }} onPick={onPick}>
            Clear
          </PickLink>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {variants.length > 1 && (
          <select className="select" aria-label="Reviews of" {...chosen('variant', variant ?? '')}>
            <option value="">Every variant</option>
            {variants.map(({ sku, name, count }) => (
              <option key={sku} value={sku}>
                {name} ({count})
              </option>
            ))}
          </select>
        )}
        <select className="select" aria-label="Sort reviews" {...chosen('sort', sort)}>
          {REVIEW_SORTS.map((one) => (
            <option key={one} value={one}>
              {SORT_NAMES[one]}
            </option>
          ))}
        </select>
        {onPick ? <noscript>{button}</noscript> : button}
      </div>
    </form>
  )
}

// The parameters that the form's own fields have, or that start anew.
const kept = { variant: null, sort: 'newest', page: 1 } as const
