import { listingUrl, parseSearchParams, type SearchParams } from '@/lib/domain/listing/listing-url'

/** Where plain forms send filters and sort: leads on to the one address of that listing. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url)
  const params: SearchParams = Object.create(null)
  for (const key of new Set(searchParams.keys())) params[key] = searchParams.getAll(key)
  return new Response(null, { status: 303, headers: { location: listingUrl(parseSearchParams(params).state) } })
}
