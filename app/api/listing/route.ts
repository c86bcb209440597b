import { parseSearchParams } from '@/lib/domain/listing/listing-url'
import { DomainError } from '@/lib/errors'
import { answerJsonText } from '@/lib/http/json'
import { getWrittenListing } from '@/lib/queries/listing/listing'

/**
 * A page of a listing with all its counts, by the same parameters as `/search`: `?in=electronics/laptops&ram=16-gb&page=2`.
 * A page of people leaves out what it does not know; a program is told.
 */
export const GET = (request: Request): Promise<Response> =>
  answerJsonText(async () => {
    const { state, notices } = parseSearchParams(Object.fromEntries(new URL(request.url).searchParams))
    const listing = await getWrittenListing(state)
    if (!listing) throw new DomainError('not_found', 'There is no such category.')
    const faults = [...notices.map(faultOf), ...listing.unknown.map((key) => `${key} is not known`)]
    if (faults.length > 0) throw new DomainError('invalid_filter', `${faults.join('; ')}.`, { faults })
    return listing.json
  })

type Notice = ReturnType<typeof parseSearchParams>['notices'][number]

function faultOf(notice: Notice): string {
  if (notice.type === 'unknown') return `${notice.key} is not known`
  if (notice.type === 'text_shortened') return 'q is too long'
  return `${notice.dropped} filter values are too many`
}
