import { listingUrl, parseSearchParams, type SearchParams } from '@/lib/domain/listing/listing-url'
import { seeOther } from './form-post'

/** Answers the plain form of filters and sort order with a redirect to the canonical address. */
export function answerListingForm(request: Request): Response {
  const { searchParams } = new URL(request.url)
  const params: SearchParams = Object.create(null)
  for (const key of new Set(searchParams.keys())) params[key] = searchParams.getAll(key)
  return seeOther(listingUrl(parseSearchParams(params).state))
}
