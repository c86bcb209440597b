import { useEffect, useSyncExternalStore } from 'react'

// Each change of filters adds a history entry that stores the listing's address, and the entry of a page that the server
// rendered gets it too: after a reload elsewhere, the router may restore that entry with the data of another listing.

const CHANGED = 'listingchange'

/** Adds a history entry for this listing, which also changes the address bar. */
export function pushListing(href: string): void {
  history.pushState({ listing: href }, '', href)
  dispatchEvent(new Event(CHANGED))
}

/**
 * Returns the address of the listing in the current history entry; `served` if that is the page that the server
 * rendered.
 */
export function useListingAddress(served: string): string {
  useEffect(() => {
    // With the router's own state in it, this changes neither the address nor the page.
    if (listingOf(history.state) === null) history.replaceState({ ...history.state, listing: served }, '')
  }, [served])
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
