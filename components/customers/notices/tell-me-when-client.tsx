'use client'

import { type FormEvent, useState, useSyncExternalStore, useTransition } from 'react'
import { meStore } from '@/components/customers/who/me-store'
import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import { TextField } from '@/components/ui/form/field'
import { Icon } from '@/components/ui/icon'
import { bellIcon } from '@/components/ui/icons'
import { postForm } from '@/components/ui/request/post-form'
import type { Refusal } from '@/lib/contracts/sent-form'

/**
 * The form that asks for one mail when a sold-out variant is back: one press for who is signed in, an address for
 * guests. Also works without client-side scripts.
 */
export function TellMeWhen({ sku, slug }: { sku: string; slug: string }) {
  // While the answer is awaited, the form is that of somebody who is signed in, so that it does not move later.
  const isGuest = useSyncExternalStore(
    meStore.subscribe,
    () => meStore.get().is === 'out',
    () => true,
  )
  const [result, setResult] = useState<{ sku: string; isSet: boolean } | { sku: string; refusal: Refusal } | null>(null)
  const [isSending, startSending] = useTransition()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (isSending) return
    startSending(async () => {
      const answer = await postForm(form, {
        unreached: 'We did not hear back from the shop. What you typed is still here. Please try again.',
        contract: async () => (await import('@/lib/contracts/customers/notices')).tellMeWhenAnswerSchema,
      })
      startSending(() => setResult(answer.ok ? { sku, isSet: answer.isSet } : { sku, refusal: answer }))
    })
  }
  const current = result?.sku === sku ? result : null
  if (current && 'isSet' in current)
    return (
      <Notice tone={current.isSet ? 'good' : 'info'} live>
        <p>
          {current.isSet ? (
            <b>We write to you when it is back, once.</b>
          ) : (
            <>
              <b>Check your mail.</b> Press the button in it, and you get one mail when this can be had again.
            </>
          )}
        </p>
      </Notice>
    )
  const refusal = current?.refusal
  return (
    <form
      className="box p-4 grid gap-3"
      action="/tell-me-when/do/ask"
      method="post"
      onSubmit={onSubmit}
      noValidate
      aria-label="Tell me when it is back"
    >
      <p>
        <b>Sold out.</b> You get one mail when it can be had again.
      </p>
      {refusal && !refusal.fieldErrors && (
        <Notice tone="danger" live>
          <p>{refusal.message}</p>
        </Notice>
      )}
      <input type="hidden" name="sku" value={sku} autoComplete="off" />
      {isGuest && (
        <TextField
          id={`tell-${slug}`}
          name="email"
          label="E-mail"
          type="email"
          error={refusal?.fieldErrors?.email}
          autoComplete="email"
          autoCapitalize="off"
          required
        />
      )}
      <Button type="submit" className="justify-self-start" busy={isSending}>
        <Icon d={bellIcon} /> {isSending ? 'Asking' : 'Tell me when'}
      </Button>
    </form>
  )
}
