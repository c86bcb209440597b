'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react'
import { ErrorSummary, Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { Option } from '@/components/ui/form/choice'
import { Field, TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { alertIcon } from '@/components/ui/icons'
import { Link } from '@/components/ui/navigation/link'
import type { Refusal } from '@/lib/contracts/sent-form'
import { REVIEW_LENGTHS } from '@/lib/domain/reviews/review'
import { sendReviewForm } from '../reviews/send-review-form'

const FIELDS = [
  { name: 'rating', label: 'stars' },
  { name: 'title', label: 'title' },
  { name: 'text', label: 'review' },
  { name: 'author', label: 'name' },
] as const

const CHOICES = [
  ['5', 'Great'],
  ['4', 'Good'],
  ['3', 'Fine'],
  ['2', 'So-so'],
  ['1', 'Poor'],
] as const

type Values = Partial<Record<(typeof FIELDS)[number]['name'], string>>

/** The form in which a buyer reviews an order line. Also works without client-side scripts. */
export function ReviewForm({
  orderId,
  position,
  values,
  refusal: first,
  href,
  isFirst,
}: {
  orderId: string
  position: number
  values: Values
  refusal: Refusal | undefined
  /** The address of the product's page; null if the product has left the shop. */
  href: string | null
  isFirst: boolean
}) {
  const router = useRouter()
  const [refusal, setRefusal] = useState(first)
  const [isDone, setDone] = useState(false)
  const [isSending, startSending] = useTransition()
  const message = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal || isDone) message.current?.focus()
  }, [refusal, isDone])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (isSending) return
    startSending(async () => {
      const answer = await sendReviewForm(form)
      setRefusal(answer.ok ? undefined : answer)
      setDone(answer.ok)
      if (answer.ok) router.refresh()
    })
  }
  const errors = refusal?.fieldErrors ?? {}
  const faults = FIELDS.filter(({ name }) => errors[name])
  const idOf = (name: string) => `${name}-${position}`
  return (
    <form action={`/orders/${orderId}/review`} method="post" onSubmit={onSubmit} noValidate className="grid gap-4">
      <input type="hidden" name="position" value={position} />
      <ErrorSummary ref={message} errors={faults.map(({ name, label }) => ({ field: idOf(name), label }))} />
      {refusal && faults.length === 0 && (
        <Notice tone="danger" live ref={message}>
          <p>{refusal.message}</p>
        </Notice>
      )}
      {isDone && (
        <Notice tone="good" live ref={message}>
          <p>
            Thank you. Your review is public now
            {href ? (
              <>
                :{' '}
                <Link className="more" href={href}>
                  see it
                </Link>
              </>
            ) : (
              '.'
            )}
          </p>
        </Notice>
      )}
      <fieldset aria-describedby={errors.rating ? `${idOf('rating')}-error` : undefined}>
        <legend className="label pb-2">How many stars?</legend>
        <div className="options">
          {CHOICES.map(([stars, note]) => (
            <Option
              key={stars}
              name="rating"
              value={stars}
              id={stars === '5' ? idOf('rating') : undefined}
              defaultChecked={values.rating === stars}
              label={stars === '1' ? '1 star' : `${stars} stars`}
              note={note}
            />
          ))}
        </div>
        {errors.rating && (
          <p className="error pt-2" id={`${idOf('rating')}-error`}>
            <Icon d={alertIcon} /> {errors.rating}
          </p>
        )}
      </fieldset>
      <TextField
        name="title"
        id={idOf('title')}
        label="In a few words"
        defaultValue={values.title ?? ''}
        error={errors.title}
        maxLength={REVIEW_LENGTHS.title}
        autoComplete="off"
        required
      />
      <Field name="text" id={idOf('text')} label="Your review" error={errors.text}>
        {(wiring) => (
          <textarea
            className="textarea"
            rows={4}
            maxLength={REVIEW_LENGTHS.text}
            defaultValue={values.text ?? ''}
            required
            {...wiring}
          />
        )}
      </Field>
      <TextField
        name="author"
        id={idOf('author')}
        label="Your name"
        hint="Shown with your review. Initials are fine."
        defaultValue={values.author ?? ''}
        error={errors.author}
        maxLength={REVIEW_LENGTHS.author}
        autoComplete="off"
        required
      />
      <div>
        <Button type="submit" tone="accent" busy={isSending}>
          {isFirst ? 'Publish' : 'Publish the change'}
        </Button>
      </div>
    </form>
  )
}
