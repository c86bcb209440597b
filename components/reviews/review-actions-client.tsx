'use client'

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { showToast } from '@/components/ui/feedback/toasts'
import { Button } from '@/components/ui/form/button'
import { REPORT_REASONS, type ReviewChoice, reviewPairs } from '@/lib/domain/reviews/review'
import { sendReviewForm } from './send-review-form'
import { hasVoted, rememberVote } from './votes'
import { REASON_NAMES } from './words'

/** The page of reviews to which a form without a script returns. */
interface Place {
  slug: string
  choice: ReviewChoice
}

/**
 * The buttons that vote for a review as helpful or report it. They are forms, so that they also work without
 * client-side scripts.
 */
export function ReviewActions({
  reviewId,
  helpful,
  voted,
  ...place
}: {
  reviewId: string
  /** Number of votes when the page was rendered. */
  helpful: number
  /** Whether this visitor has voted for the review; undefined if unknown. */
  voted?: boolean | undefined
} & Place) {
  return (
    <div className="review-actions">
      <Vote reviewId={reviewId} helpful={helpful} voted={voted} {...place} />
      <Report reviewId={reviewId} {...place} />
    </div>
  )
}

function Vote({ reviewId, helpful, voted, ...place }: Parameters<typeof ReviewActions>[0]) {
  const [vote, setVote] = useState({ isOn: voted ?? false, count: helpful })
  const isTouched = useRef(false)
  useEffect(() => {
    if (!isTouched.current) setVote({ isOn: voted ?? hasVoted(reviewId), count: helpful })
  }, [reviewId, voted, helpful])
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    isTouched.current = true // from here on, the page's data is older than the vote
    const before = vote
    const isOn = !before.isOn
    // Send the form before the state changes, because the button's value changes with it.
    const answering = sendReviewForm(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    setVote({ isOn, count: Math.max(0, before.count + (isOn ? 1 : -1)) })
    const answer = await answering
    if (!answer.ok) {
      setVote(before)
      showToast({ tone: 'bad', text: answer.message })
      return
    }
    rememberVote(reviewId, isOn)
    if (answer.helpful !== undefined) setVote({ isOn, count: answer.helpful })
  }
  return (
    <form action="/reviews/vote" method="post" onSubmit={onSubmit}>
      <PlaceFields reviewId={reviewId} {...place} />
      <Button type="submit" size="sm" name="helpful" value={vote.isOn ? 'no' : 'yes'} aria-pressed={vote.isOn}>
        Helpful {vote.count > 0 && <span className="count">{vote.count}</span>}
      </Button>
    </form>
  )
}

function Report({ reviewId, ...place }: { reviewId: string } & Place) {
  const id = useId()
  const [isSent, setSent] = useState(false)
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = await sendReviewForm(event.currentTarget)
    if (answer.ok) setSent(true)
    else showToast({ tone: 'bad', text: answer.message })
  }
  return (
    <details className="report">
      <summary className="more text-sm">Report</summary>
      {isSent ? (
        <p className="hint" role="status">
          Thank you. We will look at it.
        </p>
      ) : (
        <form
          action="/reviews/report"
          method="post"
          onSubmit={onSubmit}
          className="flex flex-wrap gap-2 items-end pt-2"
        >
          <PlaceFields reviewId={reviewId} {...place} />
          <div className="field">
            <label className="label" htmlFor={id}>
              What is wrong with it?
            </label>
            <select id={id} className="select" name="reason">
              {REPORT_REASONS.map((reason) => (
                <option key={reason} value={reason}>
                  {REASON_NAMES[reason]}
                </option>
              ))}
            </select>
          </div>
          <Button type="submit">Report it</Button>
        </form>
      )}
    </details>
  )
}

/** Hidden fields that say to which page of reviews a form without a script returns. */
function PlaceFields({ reviewId, slug, choice }: { reviewId: string } & Place) {
  return (
    <>
      <input type="hidden" name="review" value={reviewId} />
      <input type="hidden" name="slug" value={slug} />
      {reviewPairs(choice).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
