import { listingUrl, parseSearchParams, type SearchParams } from '@/lib/domain/listing/listing-url'
import { seeOther } from './form-post'

/**
 * Handles the form of filters and sort order when it is submitted without a script. Redirects to the listing's
 * canonical address.
 */
export function answerListingForm(request: Request): Response {
  const { searchParams } = new URL(request.url)
  const params: SearchParams = Object.create(null)
  for (const key of new Set(searchParams.keys())) params[key] = searchParams.getAll(key)
  return seeOther(listingUrl(parseSearchParams(params).state))
}
