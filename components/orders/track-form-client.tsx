'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, startTransition, useEffect, useRef, useState, useTransition } from 'react'
import { ErrorSummary, Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { TextField } from '@/components/ui/form/field'
import { postForm } from '@/components/ui/request/post-form'
import type { Refusal } from '@/lib/contracts/sent-form'

const FIELDS = [
  { field: 'number', label: 'order number' },
  { field: 'email', label: 'e-mail' },
]

/** The form that finds an order by its number and e-mail address. Also works without client-side scripts. */
export function TrackForm({
  values,
  refusal: first,
}: {
  values: Record<string, string>
  refusal: Refusal | undefined
}) {
  const router = useRouter()
  const [refusal, setRefusal] = useState(first)
  const [isSending, startSending] = useTransition()
  const message = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal) message.current?.focus()
  }, [refusal])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (isSending) return
    startSending(async () => {
      const answer = await postForm(form, {
        unreached: 'We did not hear back from the shop. Nothing you typed is lost. Please try again.',
        contract: async () => (await import('@/lib/contracts/orders')).foundOrderAnswerSchema,
      })
      startTransition(() => (answer.ok ? router.push(`/orders/${answer.orderId}`) : setRefusal(answer)))
    })
  }
  const errors = refusal?.fieldErrors ?? {}
  return (
    <form className="box p-4 md:p-6 grid gap-4" action="/track/order" method="post" onSubmit={onSubmit} noValidate>
      <ErrorSummary ref={message} errors={FIELDS.filter(({ field }) => errors[field])} />
      {refusal && !refusal.fieldErrors && (
        <Notice tone="danger" live ref={message}>
          <p>{refusal.message}</p>
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
        hint="The address your confirmation was sent to."
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
