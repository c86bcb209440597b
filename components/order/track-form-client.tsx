'use client'

import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { ErrorSummary, Notice } from '@/components/ui/notice'
import { type TrackState, trackOrder } from '@/lib/actions/track'

const NAMES = { number: 'order number', email: 'e-mail' }
const FIELDS = ['number', 'email'] as const
const NOT_REACHED = {
  ok: false,
  code: 'unavailable',
  message: 'That did not reach the shop. Please try again.',
} as const

/** Finds an order by its number and the e-mail address that it was placed with. */
export function TrackForm() {
  // Without scripts the form is sent by itself, and comes back as `came`.
  const [came, plainAction] = useActionState(trackOrder, { values: {} })
  const [state, setState] = useState<TrackState>(came)
  const [isSending, startSending] = useTransition()
  const message = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.failure) message.current?.focus()
  }, [state])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending) return
    const data = new FormData(event.currentTarget)
    startSending(async () => {
      try {
        setState(await trackOrder(state, data))
      } catch (error) {
        unstable_rethrow(error) // a redirect to the order comes this way
        setState({ ...state, failure: NOT_REACHED })
      }
    })
  }
  const { values, failure } = state
  const errors = failure?.fieldErrors ?? {}
  return (
    <form className="box p-4 md:p-6 grid gap-4" action={plainAction} onSubmit={onSubmit} noValidate>
      <ErrorSummary
        ref={message}
        errors={FIELDS.flatMap((field) => (errors[field] ? [{ field, label: NAMES[field] }] : []))}
      />
      {failure && !failure.fieldErrors && (
        <Notice tone="danger" live ref={message}>
          <p>{failure.message}</p>
        </Notice>
      )}
      <TextField
        name="number"
        label="Order number"
        placeholder="NX-20417"
        defaultValue={values.number ?? ''}
        error={errors.number}
        autoComplete="off"
        autoCapitalize="characters"
        required
      />
      <TextField
        name="email"
        label="E-mail"
        hint="The one that the confirmation went to."
        defaultValue={values.email ?? ''}
        error={errors.email}
        type="email"
        autoComplete="email"
        required
      />
      <div>
        <Button type="submit" tone="accent" size="lg" busy={isSending}>
          {isSending ? 'Looking' : 'Show my order'}
        </Button>
      </div>
    </form>
  )
}
