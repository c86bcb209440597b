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
  /** What is shown: the listing of the address, or the one before while that is on its way. */
  view: ListingView
  /** What is asked for. */
  state: ListingState
  /** What is listed: "laptops". */
  noun: string
  isPending: boolean
  /** The listing that was asked for could not be fetched. */
  isFailed: boolean
  /** Asks for another state of this listing, without loading a page. */
  go: (next: ListingState) => void
  /** The same for a link that was clicked, unless the shopper wants a tab of its own; `toTop` for what comes after the end. */
  follow: (event: MouseEvent, next: ListingState, toTop?: boolean) => void
  retry: () => void
}

const Context = createContext<ListingControl | null>(null)

/** The listing around; throws outside one. */
export function useListing(): ListingControl {
  const control = use(Context)
  if (!control) throw new Error('There is no listing around')
  return control
}

const FRESH_FOR_MS = 30_000
const client = new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_FOR_MS, retry: 1 } } })

/** A listing that changes without loading pages: filters, sort and page are fetched as JSON, and the address follows. */
export function LiveListing({
  json,
  title,
  noun,
  children,
}: {
  /** A ListingView. */
  json: string
  /** Of the whole listing, without what narrows it. */
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

/** The window is called what the listing is, as soon as it is not any more what the server sent. */
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

/** "135 in the shop, 41 match what you asked for." */
export function ListingCount() {
  return <>{countSentence(useListing().view)}</>
}

/** How many it shows. */
export function ListingTotal() {
  return <>{numberText(useListing().view.total)}</>
}

/** What belongs to the listing as a whole, gone as soon as it is narrowed or leafed through. */
export function WhileWhole({ children }: { children: ReactNode }) {
  const { state } = useListing()
  return activeFilters(state) === 0 && state.page === 1 ? children : null
}
