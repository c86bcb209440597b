'use client'

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { showToast } from '@/components/ui/feedback/toasts'
import { buttonClass } from '@/components/ui/form/button'
import { readJson } from '@/components/ui/request/read-json'
import type { ReviewPage, VotedReviewPage } from '@/lib/contracts/reviews'
import {
  ALL_REVIEWS,
  productReviewsUrl,
  REVIEW_PARAMETERS,
  type ReviewChoice,
  reviewPairs,
  reviewsUrl,
} from '@/lib/domain/reviews/review'
import { Histogram } from './histogram'
import { PickLink } from './pick-link'
import { ReviewActions } from './review-actions-client'
import { ReviewBar } from './review-bar-client'
import { ReviewItem } from './review-item'
import { hasVoted } from './votes'

type Shown = ReviewPage & Partial<VotedReviewPage>

/**
 * The reviews on a product page, which can be filtered, sorted and extended without leaving it. The page's address
 * contains the choice. Without client-side scripts, the links lead to the page of all reviews. `children` are rendered
 * above the bars, `foot` below them.
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
  /** What the address says, as far as it is shown. */
  const chosen = useRef(keyOf(first.choice))

  /** Loads the chosen reviews and shows them. Resolves to false if loading failed. */
  async function show(choice: ReviewChoice): Promise<boolean> {
    const mine = ++asked.current
    setBusy(true)
    const page = await fetchReviews(productId, choice)
    if (mine !== asked.current) return true // another request has started since
    setBusy(false)
    if (page) {
      chosen.current = keyOf(choice)
      setShown((before) => (choice.page > 1 ? joined(before, page) : page))
    } else showToast({ tone: 'bad', text: 'The reviews could not be loaded. Please try again.' })
    return page !== null
  }
  const pick = async (choice: ReviewChoice): Promise<boolean> => {
    const isShown = await show(choice)
    if (isShown) history.pushState(null, '', productReviewsUrl(slug, choice) + location.hash)
    return isShown
  }

  const follow = useRef(() => {})
  useEffect(() => {
    follow.current = () => {
      if (location.pathname !== `/p/${slug}`) return
      void choiceIn(location.search).then((choice) => {
        // Visitors who have voted load the current numbers, because a vote does not expire the static page.
        const isOutdated = keyOf(choice) === keyOf(first.choice) && first.reviews.some(({ id }) => hasVoted(id))
        if (keyOf(choice) !== chosen.current || (isOutdated && asked.current === 0)) void show(choice)
      })
    }
  })
  useEffect(() => {
    const onBack = () => follow.current()
    onBack()
    addEventListener('popstate', onBack)
    return () => removeEventListener('popstate', onBack)
  }, [])

  const { choice, pages, reviews, voted } = shown
  const next = { ...choice, page: choice.page + 1 }
  const onMore = (event: MouseEvent) => {
    event.preventDefault()
    if (!isBusy) void show(next)
  }
  return (
    <div className="rev" aria-busy={isBusy || undefined}>
      <div className="grid gap-4 content-start">
        {children}
        <Histogram slug={slug} shown={shown} onPick={pick} />
        {foot}
      </div>
      <div className="min-w-0">
        <ReviewBar slug={slug} shown={shown} onPick={pick} />
        {reviews.length === 0 && (
          <NoneChosen>
            <PickLink className={buttonClass()} slug={slug} choice={ALL_REVIEWS} onPick={pick}>
              Show all reviews
            </PickLink>
          </NoneChosen>
        )}
        <div className="rev-list">
          {reviews.map((review) => (
            <ReviewItem key={review.id} review={review} level={3}>
              <ReviewActions
                reviewId={review.id}
                helpful={review.helpful}
                voted={voted?.includes(review.id)}
                slug={slug}
                choice={{ ...choice, page: 1 }}
              />
            </ReviewItem>
          ))}
        </div>
        {choice.page < pages && (
          <p className="pt-6">
            <a className={buttonClass()} href={reviewsUrl(slug, next)} onClick={onMore} aria-busy={isBusy || undefined}>
              More reviews
            </a>
          </p>
        )}
      </div>
    </div>
  )
}

/** Shown instead of a list without reviews. `children` is the link that leads out of it. */
export function NoneChosen({ children }: { children: ReactNode }) {
  return (
    <EmptyState level={3} title="No review like that" text="Nobody has written one with these filters yet.">
      {children}
    </EmptyState>
  )
}

const keyOf = (choice: ReviewChoice) => String(new URLSearchParams(reviewPairs({ ...choice, page: 1 })))

/** Returns the choice in an address. Loads the schema only if there is one. */
async function choiceIn(search: string): Promise<ReviewChoice> {
  const parameters = new URLSearchParams(search)
  if (!REVIEW_PARAMETERS.some((name) => parameters.has(name))) return ALL_REVIEWS
  const { reviewChoiceSchema } = await import('@/lib/contracts/reviews')
  return { ...reviewChoiceSchema.parse(Object.fromEntries(parameters)), page: 1 }
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

async function fetchReviews(product: string, choice: ReviewChoice): Promise<VotedReviewPage | null> {
  return readJson(
    fetch(`/api/reviews?${new URLSearchParams([['product', product], ...reviewPairs(choice)])}`),
    import('@/lib/contracts/reviews').then(({ votedReviewPageSchema }) => votedReviewPageSchema),
  ).catch(() => null)
}
