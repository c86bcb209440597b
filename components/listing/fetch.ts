import type { ListingView } from '@/lib/contracts/listing/listing'
import { parseListingUrl, searchPairs } from '@/lib/domain/listing/listing-url'

/** Fetches the current listing of an address. Throws if that fails. */
export async function fetchListing(href: string, signal: AbortSignal): Promise<ListingView> {
  const query = new URLSearchParams(searchPairs(parseListingUrl(href)))
  const response = await fetch(`/api/listing?${query}`, { signal })
  const answer: unknown = response.ok ? await response.json() : null
  // The listing no longer has some filter: the full page ignores it and says so.
  if (response.status === 400) location.assign(href)
  if (!isView(answer)) throw new Error(`The listing could not be fetched: ${response.status}`)
  return answer
}

const isView = (answer: unknown): answer is ListingView =>
  typeof answer === 'object' && answer !== null && 'cards' in answer && Array.isArray(answer.cards)
