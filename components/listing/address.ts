import { useSyncExternalStore } from 'react'

// Each change of filters adds a history entry that stores its listing. Entries of full page loads store none and show
// the listing sent by the server.

const CHANGED = 'listingchange'

/** Adds a history entry for this listing; the address changes at once. */
export function pushListing(href: string): void {
  history.pushState({ listing: href }, '', href)
  dispatchEvent(new Event(CHANGED))
}

/** Returns the address of the listing in the current history entry, or `served` if the server rendered it. */
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
