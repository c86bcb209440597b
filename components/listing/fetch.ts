import { readJson } from '@/components/ui/request/read-json'
import type { ListingView } from '@/lib/contracts/listing/listing'
import { parseListingUrl, searchPairs } from '@/lib/domain/listing/listing-url'

/** Fetches the listing at an address. Rejects if that fails. */
export async function fetchListing(href: string, signal: AbortSignal): Promise<ListingView> {
  const query = new URLSearchParams(searchPairs(parseListingUrl(href)))
  const answer = fetch(`/api/listing?${query}`, { signal }).then((response) => {
    // One of the filters no longer exists. The full page ignores it and says so.
    if (response.status === 400) location.assign(href)
    return response
  })
  return readJson(
    answer,
    import('@/lib/contracts/listing/listing').then(({ listingViewSchema }) => listingViewSchema),
  )
}
