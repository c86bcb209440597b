import { queryAddress } from '@/lib/services/listing/understanding/query-address'
import { NAMED_KINDS } from '@/lib/services/listing/understanding/understanding'
import { seeOther, wantsJson } from './form-post'

/**
 * Handles the search form. Interprets the query (`q`) and returns the address of the resulting listing: as JSON to
 * scripts, otherwise as a redirect. `words` lists the kinds of names that must not become filters. Never fails.
 */
export async function answerFind(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const asWords = new Set(NAMED_KINDS.filter((kind) => searchParams.getAll('words').includes(kind)))
  const href = await queryAddress(searchParams.get('q') ?? '', asWords)
  return wantsJson(request) ? Response.json({ href }, { headers: { 'cache-control': 'no-store' } }) : seeOther(href)
}
