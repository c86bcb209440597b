'use client'

import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query'
import { createContext, type MouseEvent, type ReactNode, use, useEffect, useMemo, useRef } from 'react'
import { Link } from '@/components/ui/navigation/link'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { activeFilters, type ListingState } from '@/lib/domain/listing/listing'
import { listingUrl, parseListingUrl } from '@/lib/domain/listing/listing-url'
import { numberText } from '@/lib/domain/locale'
import { pushListing, useListingAddress } from './address'
import { fetchListing } from './fetch'
import { countSentence, listingTitle, SITE_TITLE } from './words'

interface ListingControl {
  /** The listing that the page shows: the requested one or, while that loads, the previous one. */
  view: ListingView
  /** State of the requested listing, which may still be loading. */
  state: ListingState
  /** What the products are called in a sentence, such as "laptops". */
  noun: string
  isPending: boolean
  /** Whether loading the requested listing failed. */
  isFailed: boolean
  /** Shows another state of this listing without loading a page. */
  go: (next: ListingState) => void
  /**
   * Handles a click on a link to another state, unless it opens a new tab. `toTop` scrolls to the top, for pagination.
   */
  follow: (event: MouseEvent, next: ListingState, toTop?: boolean) => void
  retry: () => void
}

const Context = createContext<ListingControl | null>(null)

/** Returns the listing that surrounds the component. Throws if there is none. */
export function useListing(): ListingControl {
  const control = use(Context)
  if (!control) throw new Error('There is no listing around')
  return control
}

const FRESH_FOR_MS = 30_000
const client = new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_FOR_MS, retry: 1 } } })

/**
 * Provides a listing that changes without loading a page. When filters, sort order or page change, it fetches the new
 * listing as JSON and updates the address.
 */
export function LiveListing({
  json,
  title,
  noun,
  children,
}: {
  /** The ListingView that the server rendered, as JSON. */
  json: string
  /** Title of the listing when it has no filters. */
  title: string
  noun: string
  children: ReactNode
}) {
  const served = useMemo((): ListingView => JSON.parse(json), [json])
  const href = useListingAddress(served.href)
  const isServed = href === served.href
  const { data, isPlaceholderData, isError, refetch } = useQuery(
    {
      queryKey: ['listing', href],
      queryFn: ({ signal }) => fetchListing(href, signal),
      enabled: !isServed,
      placeholderData: keepPreviousData,
    },
    client,
  )
  const view = isServed ? served : (data ?? served)
  const isPending = !isServed && !isError && (isPlaceholderData || !data)
  useTitle(listingTitle(title, view), isServed)
  const go = (next: ListingState) => pushListing(listingUrl(next))
  const control: ListingControl = {
    view,
    state: parseListingUrl(href),
    noun,
    isPending,
    isFailed: !isServed && isError,
    go,
    follow: (event, next, toTop) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      go(next)
      if (toTop) scrollTo({ top: 0 })
    },
    retry: () => void refetch(),
  }
  return <Context value={control}>{children}</Context>
}

/** Updates the window's title as soon as the listing differs from the one that the server rendered. */
function useTitle(title: string, isServed: boolean) {
  const isOurs = useRef(false)
  useEffect(() => {
    if (!isServed) isOurs.current = true
    if (isOurs.current) document.title = `${title}${SITE_TITLE}`
  }, [title, isServed])
}

/** A link to another state of this listing. */
export function ListingLink({
  to,
  className,
  label,
  children,
}: {
  to: ListingState
  className?: string
  label?: string
  children: ReactNode
}) {
  const { follow } = useListing()
  return (
    <Link href={listingUrl(to)} className={className} aria-label={label} onClick={(event) => follow(event, to)}>
      {children}
    </Link>
  )
}

/** A sentence with the numbers of products: "135 in the shop, 41 match your search." */
export function ListingCount() {
  return <>{countSentence(useListing().view)}</>
}

/** The number of results of the listing. */
export function ListingTotal() {
  return <>{numberText(useListing().view.total)}</>
}

/** Renders `children` only on the first page of the listing, and only if it has no filters. */
export function WhileWhole({ children }: { children: ReactNode }) {
  const { state } = useListing()
  return activeFilters(state) === 0 && state.page === 1 ? children : null
}
