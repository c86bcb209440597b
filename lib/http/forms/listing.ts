import { listingUrl, parseSearchParams, type SearchParams, searchPairs } from '@/lib/domain/listing/listing-url'
import { seeOther } from './form-post'

/**
 * Handles the form of filters and sort order when it is submitted without a script. Redirects to the listing's
 * canonical address. If a bound is no number, the address keeps it, so that the page says so.
 */
export function answerListingForm(request: Request): Response {
  const { searchParams } = new URL(request.url)
  const params: SearchParams = Object.create(null)
  for (const key of new Set(searchParams.keys())) params[key] = searchParams.getAll(key)
  const { state, notices } = parseSearchParams(params)
  const invalid = notices.flatMap((notice) => (notice.type === 'not_a_number' ? [[notice.key, notice.text]] : []))
  if (invalid.length === 0) return seeOther(listingUrl(state))
  return seeOther(`/search?${new URLSearchParams([...searchPairs(state), ...invalid])}`)
}
