import { cleanText, LISTING_LIMITS } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { NAMED_KINDS, understand } from '@/lib/services/listing/understanding/understanding'
import { seeOther, wantsJson } from './form-post'

/**
 * Handles the search form. Interprets the query (`q`) and returns the address of the resulting listing: as JSON to
 * scripts, otherwise as a redirect. `words` lists the kinds of names that must not become filters. Never fails: if the
 * query cannot be interpreted, the address searches for its plain words.
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
  // Keeps one character more than the limit, so that the page reports that it searched only for the beginning.
  if (text.length > LISTING_LIMITS.text) return asItStands(text.slice(0, LISTING_LIMITS.text + 1))
  return listingUrl(await understand(text, asWords))
}

const asItStands = (text: string) => (text ? `/search?${new URLSearchParams({ q: text })}` : '/search')
