import { listingState } from '@/lib/domain/listing/listing'
import { listingUrl, parseSearchParams } from '@/lib/domain/listing/listing-url'
import { queryAddress } from '@/lib/services/listing/understanding/query-address'

/**
 * Returns the address to redirect a bare query to (`/search?q=red+shoes`, as a browser's keyword or another site sends
 * it), which means the same as in the search box; null for every other listing, and if it is that address already.
 */
export async function addressOfBareQuery(parameters: URLSearchParams): Promise<string | null> {
  const { state, notices } = parseSearchParams(Object.fromEntries(parameters))
  const own = listingUrl(state)
  const isBare = state.q !== '' && notices.length === 0 && own === listingUrl(listingState({ q: state.q }))
  if (!isBare) return null
  const address = await queryAddress(state.q)
  return address === own ? null : address
}
