'use client'

import { useRouter } from 'next/navigation'
import {
  type KeyboardEvent,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from 'react'
import { SEARCH_PLACEHOLDER } from '@/components/layout/search-form'
import { addressOf } from './find'
import { forgetSearches, rememberSearch } from './recent-searches'
import type { Offer } from './suggestion-rows'

const MAX_TEXT = 200
// Called when the shopper is about to search, so that the suggestions have loaded by then.
const load = () => import('./suggestions-client')
const Suggestions = lazy(() => load().then(({ Suggestions }) => ({ default: Suggestions })))

/**
 * The search field in the header: a combobox that suggests searches, categories and products. If no suggestion is
 * selected, Enter searches for the typed text, as the form does without client-side scripts.
 */
export function InstantSearch() {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const latest = useRef(0)
  const list = useId()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [offers, setOffers] = useState<Offer[]>([])
  const [isPending, startTransition] = useTransition()

  useEffect(() => {
    // Show the query of the current page, unless the shopper has typed something before scripts ran.
    const params = new URLSearchParams(location.pathname === '/search' ? location.search : '')
    const found = (params.get('asked') ?? params.get('q') ?? '').slice(0, MAX_TEXT)
    setText(field.current?.value || found)
  }, [])

  const find = useCallback(
    (typed: string) => {
      const text = typed.trim()
      if (text) rememberSearch(text)
      latest.current += 1
      const mine = latest.current
      startTransition(async () => {
        const href = await addressOf(text)
        // Do not open the result if another search has started since.
        if (mine === latest.current) startTransition(() => router.push(href))
      })
    },
    [router],
  )

  useEffect(() => {
    const form = field.current?.form
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault()
      setOpen(false)
      find(field.current?.value ?? '')
    }
    form?.addEventListener('submit', onSubmit)
    return () => form?.removeEventListener('submit', onSubmit)
  }, [find])

  const hasList = isOpen && offers.length > 0
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const pick = (offer: Offer) => {
    close()
    latest.current += 1
    if (offer.does === 'forget') forgetSearches()
    else if (offer.does === 'go') startTransition(() => router.push(offer.href))
    else {
      setText(offer.text)
      find(offer.text)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = isOpen ? offers[active] : undefined
    if (event.nativeEvent.isComposing) return // the input method handles these keys
    if (event.key === 'Escape' && hasList) {
      event.preventDefault() // otherwise the browser would clear the field as well
      close()
    }
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      pick(chosen)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      if (offers.length === 0) return
      // One position more than there are suggestions, because -1 is the typed text itself.
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
        autoCapitalize="none"
        enterKeyHint="search"
        maxLength={MAX_TEXT}
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
          <Suggestions id={list} text={text} active={active} onOffers={setOffers} onPick={pick} />
        </Suspense>
      )}
    </>
  )
}
