'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState, useTransition } from 'react'
import { SEARCH_PLACEHOLDER } from '@/components/layout/search-form'
import { rememberSearch } from './recent-searches'
import type { Offer } from './suggestions-client'

const MOST_TEXT = 200
// What it takes to suggest is loaded when somebody is about to search.
const load = () => import('./suggestions-client')
const Suggestions = lazy(() => load().then(({ Suggestions }) => ({ default: Suggestions })))

/**
 * The field of the header's search form: a combobox whose list has completions, categories and products. Enter without a
 * choice searches for the text, as the plain form does without scripts.
 */
export function InstantSearch() {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const list = useId()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [offers, setOffers] = useState<Offer[]>([])
  const [isPending, startTransition] = useTransition()

  useEffect(() => {
    // The text that the page was found with stays in the field.
    if (location.pathname === '/search')
      setText(new URLSearchParams(location.search).get('q')?.slice(0, MOST_TEXT) ?? '')
  }, [])

  useEffect(() => {
    const form = field.current?.form
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault()
      const q = field.current?.value.trim() ?? ''
      setOpen(false)
      if (q) rememberSearch(q)
      startTransition(() => router.push(q ? `/search?${new URLSearchParams({ q })}` : '/search'))
    }
    form?.addEventListener('submit', onSubmit)
    return () => form?.removeEventListener('submit', onSubmit)
  }, [router])

  const hasList = isOpen && offers.length > 0
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = isOpen ? offers[active] : undefined
    if (event.key === 'Escape' && hasList) {
      event.preventDefault() // or the browser would clear the field as well
      close()
    }
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      close()
      startTransition(() => router.push(chosen.href))
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && offers.length > 0) {
      event.preventDefault()
      setOpen(true)
      // The place before the first is the text itself.
      const places = offers.length + 1
      setActive((at) => ((at + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1)
    }
  }
  return (
    <>
      <input
        ref={field}
        id="q"
        name="q"
        type="search"
        placeholder={SEARCH_PLACEHOLDER}
        autoComplete="off"
        maxLength={MOST_TEXT}
        data-pending={isPending || undefined}
        role="combobox"
        aria-expanded={hasList}
        aria-controls={hasList ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={hasList && active >= 0 ? `${list}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(-1)
          setOpen(true)
        }}
        onPointerEnter={load}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <Suspense>
          <Suggestions id={list} text={text} active={active} onOffers={setOffers} onPick={close} />
        </Suspense>
      )}
    </>
  )
}
