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
  /** The listing on the page: the requested one, or the previous one while it loads. */
  view: ListingView
  /** State of the requested listing. */
  state: ListingState
  /** Name of the products in a sentence ("laptops"). */
  noun: string
  isPending: boolean
  /** Whether loading the requested listing failed. */
  isFailed: boolean
  /** Loads another state of this listing without a page load. */
  go: (next: ListingState) => void
  /** Loads another state when a link is clicked, unless it opens in a new tab. `toTop` scrolls up, for pagination. */
  follow: (event: MouseEvent, next: ListingState, toTop?: boolean) => void
  retry: () => void
}

const Context = createContext<ListingControl | null>(null)

/** Returns the surrounding listing. Throws outside of one. */
export function useListing(): ListingControl {
  const control = use(Context)
  if (!control) throw new Error('There is no listing around')
  return control
}

const FRESH_FOR_MS = 30_000
const client = new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_FOR_MS, retry: 1 } } })

/**
 * A listing that changes without page loads. Filters, sort order and pages are fetched as JSON, and the address is
 * updated.
 */
export function LiveListing({
  json,
  title,
  noun,
  children,
}: {
  /** A ListingView. */
  json: string
  /** Title of the unfiltered listing. */
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

/** Updates the window's title once the listing differs from the one that the server rendered. */
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

/** The counts as a sentence: "135 in the shop, 41 match your search." */
export function ListingCount() {
  return <>{countSentence(useListing().view)}</>
}

/** The number of results. */
export function ListingTotal() {
  return <>{numberText(useListing().view.total)}</>
}

/** Content shown only on the unfiltered first page. */
export function WhileWhole({ children }: { children: ReactNode }) {
  const { state } = useListing()
  return activeFilters(state) === 0 && state.page === 1 ? children : null
}
