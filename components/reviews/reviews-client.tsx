'use client'

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { showToast } from '@/components/ui/feedback/toasts'
import { Button, buttonClass } from '@/components/ui/form/button'
import { readJson } from '@/components/ui/request/read-json'
import type { ReviewPage, VotedReviewPage } from '@/lib/contracts/reviews'
import { REVIEW_SORTS, type ReviewChoice, type ReviewSort, reviewsUrl } from '@/lib/domain/reviews/review'
import { Histogram } from './histogram'
import { ReviewActions } from './review-actions-client'
import { ReviewItem } from './review-item'
import { hasVoted } from './votes'
import { SORT_NAMES } from './words'

type Shown = ReviewPage & Partial<VotedReviewPage>

/**
 * The reviews on a product page, which can be filtered, sorted and extended without leaving it. Without client-side
 * scripts, the links lead to the page of all reviews. `children` are rendered above the bars, `foot` below them.
 */
export function Reviews({
  productId,
  slug,
  first,
  children,
  foot,
}: {
  productId: string
  slug: string
  first: ReviewPage
  children: ReactNode
  foot: ReactNode
}) {
  const [shown, setShown] = useState<Shown>(first)
  const [isBusy, setBusy] = useState(false)
  const asked = useRef(0)

  // A vote does not expire the static page, so visitors who have voted load the current numbers.
  useEffect(() => {
    if (!first.reviews.some(({ id }) => hasVoted(id))) return
    const mine = ++asked.current
    fetchReviews(productId, first).then((page) => {
      if (page && mine === asked.current) setShown(page)
    })
  }, [productId, first])

  /** Loads the chosen reviews and shows them. Resolves to false if loading failed. */
  async function show(choice: ReviewChoice): Promise<boolean> {
    const mine = ++asked.current
    setBusy(true)
    const page = await fetchReviews(productId, choice)
    if (mine !== asked.current) return true // another request has started since
    setBusy(false)
    if (page) setShown((before) => (choice.page > 1 ? joined(before, page) : page))
    else showToast({ tone: 'bad', text: 'The reviews could not be loaded. Please try again.' })
    return page !== null
  }
  const { stars, sort, page, pages, total, reviews, voted, summary } = shown
  const onMore = (event: MouseEvent) => {
    event.preventDefault()
    if (!isBusy) show({ stars, sort, page: page + 1 })
  }
  return (
    <div className="rev" aria-busy={isBusy || undefined}>
      <div className="grid gap-4 content-start">
        {children}
        <Histogram
          summary={summary}
          stars={stars}
          href={(next) => reviewsUrl(slug, { stars: next, sort })}
          onPick={(next) => show({ stars: next, sort, page: 1 })}
        />
        {foot}
      </div>
      <div className="min-w-0">
        <SortReviews slug={slug} stars={stars} sort={sort} onPick={(next) => show({ stars, sort: next, page: 1 })}>
          <p className="muted text-sm num" role="status">
            {reviews.length} of {total}
            {stars !== null && ` with ${stars} ${stars === 1 ? 'star' : 'stars'}`}
          </p>
        </SortReviews>
        <div className="rev-list">
          {reviews.map((review) => (
            <ReviewItem key={review.id} review={review} level={3}>
              <ReviewActions
                reviewId={review.id}
                helpful={review.helpful}
                voted={voted?.includes(review.id)}
                place={{ slug, stars, sort, page: 1 }}
              />
            </ReviewItem>
          ))}
        </div>
        {page < pages && (
          <p className="pt-6">
            <a
              className={buttonClass()}
              href={reviewsUrl(slug, { stars, sort, page: page + 1 })}
              onClick={onMore}
              aria-busy={isBusy || undefined}
            >
              More reviews
            </a>
          </p>
        )}
      </div>
    </div>
  )
}

/** The choice of the sort order of reviews. Without `onPick` or client-side scripts, it is a form with a button. */
export function SortReviews({
  slug,
  stars,
  sort,
  onPick,
  children,
}: {
  slug: string
  stars: number | null
  sort: ReviewSort
  onPick?: (sort: ReviewSort) => Promise<boolean>
  children?: ReactNode
}) {
  const button = <Button type="submit">Sort</Button>
  return (
    <form action={`/p/${slug}/reviews`} className="rev-bar">
      {stars !== null && <input type="hidden" name="stars" value={stars} />}
      {children}
      <div className="flex gap-2">
        <select
          className="select"
          name="sort"
          aria-label="Sort reviews"
          defaultValue={sort}
          onChange={async ({ currentTarget }) => {
            const next = REVIEW_SORTS.find((one) => one === currentTarget.value)
            const isShown = !next || !onPick || (await onPick(next))
            if (!isShown) currentTarget.value = sort
          }}
        >
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

/**
 * Appends a page of reviews. Leaves out reviews that are already shown, because they have moved to a later page since.
 */
function joined(before: Shown, more: Shown): Shown {
  const known = new Set(before.reviews.map(({ id }) => id))
  return {
    ...more,
    reviews: [...before.reviews, ...more.reviews.filter(({ id }) => !known.has(id))],
    voted: before.voted && more.voted ? [...before.voted, ...more.voted] : undefined,
  }
}

async function fetchReviews(product: string, { stars, sort, page }: ReviewChoice): Promise<VotedReviewPage | null> {
  const query = new URLSearchParams({
    product,
    sort,
    page: String(page),
    ...(stars !== null && { stars: String(stars) }),
  })
  return readJson(
    fetch(`/api/reviews?${query}`),
    import('@/lib/contracts/reviews').then(({ votedReviewPageSchema }) => votedReviewPageSchema),
  ).catch(() => null)
}
