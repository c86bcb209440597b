'use client'

import { useRouter } from 'next/navigation'
import { createContext, type FormEvent, type ReactNode, use, useEffect, useRef, useTransition } from 'react'
import { listingMemory, SHEET } from './listing-memory'

const Go = createContext<(href: string) => void>(() => {})
/** Leads to another address of the listing, from inside a FilterForm. */
export const useGo = () => use(Go)

/**
 * A form of filters: a plain GET without scripts; with them every change leads to its own address at once, and what was
 * focused or opened stays so. A control names its address in `data-href`. `id` tells the forms of a page apart.
 */
export function FilterForm({
  id,
  href,
  className,
  children,
}: {
  id: string
  href: string
  className?: string
  children: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const [isPending, startTransition] = useTransition()

  const controlOf = (name: string | null | undefined) => {
    if (!name?.startsWith(`${id} `)) return null
    const control = form.current?.querySelector(`[data-control="${CSS.escape(name.slice(id.length + 1))}"]`)
    return control instanceof HTMLElement ? control : null
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address brings controls that show its state
  useEffect(() => {
    form.current?.reset()
    const waiting = controlOf(listingMemory.waiting[0])
    if (waiting) listingMemory.waiting.shift()
    if (waiting instanceof HTMLInputElement) waiting.checked = !waiting.checked
    if (waiting?.dataset.href) go(waiting.dataset.href)
    const { focus, facets } = listingMemory
    for (const [key, isOpen] of facets)
      form.current?.querySelector(`details[data-facet="${CSS.escape(key)}"]`)?.toggleAttribute('open', isOpen)
    const control = controlOf(focus)
    if (!control) return
    listingMemory.focus = null
    // After a dialog that opens now has taken the focus for itself.
    requestAnimationFrame(() => control.focus({ preventScroll: true }))
  }, [id, href])

  useEffect(() => {
    const element = form.current
    const onToggle = ({ target }: Event) => {
      if (target instanceof HTMLDetailsElement && target.dataset.facet)
        listingMemory.facets.set(target.dataset.facet, target.open)
    }
    element?.addEventListener('toggle', onToggle, true) // it does not bubble
    return () => element?.removeEventListener('toggle', onToggle, true)
  }, [])

  const go = (next: string) => {
    const control = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.control : undefined
    listingMemory.focus = control ? `${id} ${control}` : null
    listingMemory.isSheetWanted = id === SHEET
    startTransition(() => router.push(next, { scroll: false }))
  }
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const { href: next, control } = event.target instanceof HTMLElement ? event.target.dataset : {}
    if (!next) return
    // Its address was made for the state before the change that is on its way: it comes to its turn with the new one.
    if (isPending && control) listingMemory.waiting.push(`${id} ${control}`)
    else {
      listingMemory.waiting = []
      go(next)
    }
  }
  return (
    <Go value={go}>
      <form
        ref={form}
        action="/listing"
        className={className}
        aria-label="Filters"
        data-pending={isPending || undefined}
        onChange={onChange}
        onSubmit={(event) => event.preventDefault()}
      >
        {children}
      </form>
    </Go>
  )
}
