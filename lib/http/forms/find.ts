import { cleanText, LISTING_LIMITS } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { NAMED_KINDS, understand } from '@/lib/services/listing/understanding/understanding'
import { seeOther, wantsJson } from './form-post'

/**
 * Answers the search form (`q`; `words` names kinds that stay words) with the address of the interpreted listing: JSON to
 * scripts, a redirect to plain forms. Never fails: if the query cannot be interpreted, it leads to the plain words.
 */
export async function answerFind(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const text = cleanText(searchParams.get('q') ?? '')
  const asWords = new Set(NAMED_KINDS.filter((kind) => searchParams.getAll('words').includes(kind)))
  const href = await addressOf(text, asWords).catch((error: Error) => {
    console.error('[find] A query could not be interpreted:', error.message)
    return asItStands(text)
  })
  return wantsJson(request) ? Response.json({ href }, { headers: { 'cache-control': 'no-store' } }) : seeOther(href)
}

async function addressOf(text: string, asWords: Parameters<typeof understand>[1]): Promise<string> {
  // The page reports that only the beginning was searched.
  if (text.length > LISTING_LIMITS.text) return asItStands(text.slice(0, LISTING_LIMITS.text + 1))
  return listingUrl(await understand(text, asWords))
}

const asItStands = (text: string) => (text ? `/search?${new URLSearchParams({ q: text })}` : '/search')
