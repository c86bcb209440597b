import { useSyncExternalStore } from 'react'

// A change of filters is an entry of the browser's history that knows its listing. Entries of whole pages know none: what
// they show is what the server sent.

const CHANGED = 'listingchange'

/** Makes this listing the present entry of the history; the address follows at once. */
export function pushListing(href: string): void {
  history.pushState({ listing: href }, '', href)
  dispatchEvent(new Event(CHANGED))
}

/** The address of the listing that the present entry of the history shows; `served` where the server made it. */
export function useListingAddress(served: string): string {
  return useSyncExternalStore(
    subscribe,
    () => listingOf(history.state) ?? served,
    () => served,
  )
}

function listingOf(entry: unknown): string | null {
  const isOurs = typeof entry === 'object' && entry !== null && 'listing' in entry
  return isOurs && typeof entry.listing === 'string' ? entry.listing : null
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(CHANGED, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(CHANGED, listener)
  }
}
