import { suggestQuerySchema } from '@/lib/contracts/listing/listing'
import type { ListingNotice } from '@/lib/domain/listing/listing-draft'
import { parseSearchParams } from '@/lib/domain/listing/listing-url'
import { DomainError } from '@/lib/errors'
import { getWrittenListing } from '@/lib/queries/listing/listing'
import { getWrittenSuggestions } from '@/lib/queries/listing/suggestions'
import { answerJsonText, parseQuery } from './answer-json'

/**
 * Returns a page of a listing and its facets as JSON, for the same parameters as `/search`:
 * `?in=electronics/laptops&page=2`. Unlike pages, which ignore unknown parameters, it refuses them with
 * `invalid_filter` and names each of them.
 */
export const answerListing = (request: Request): Promise<Response> =>
  answerJsonText(async () => {
    const { state, notices } = parseSearchParams(Object.fromEntries(new URL(request.url).searchParams))
    const listing = await getWrittenListing(state)
    if (!listing) throw new DomainError('not_found', 'There is no such category.')
    const faults = [...notices.map(faultOf), ...listing.unknown.map((key) => `${key} is not known`)]
    if (faults.length > 0) throw new DomainError('invalid_filter', `${faults.join('; ')}.`, { faults })
    return listing.json
  })

/** Returns suggestions for a text being typed as JSON: `?q=lem` gives completions, categories and products. */
export const answerSuggestions = (request: Request): Promise<Response> =>
  answerJsonText(async () => getWrittenSuggestions(parseQuery(request, suggestQuerySchema).q))

function faultOf(notice: ListingNotice): string {
  if (notice.type === 'unknown') return `${notice.key} is not known`
  if (notice.type === 'not_a_number') return `${notice.key} must be a number`
  if (notice.type === 'text_shortened') return 'q is too long'
  return `${notice.dropped} filter values are too many`
}
