import { cleanText, LISTING_LIMITS } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { type NamedKind, understand } from './understanding'

/**
 * Returns the address of the listing that a query means. Kinds of names in `asWords` stay plain words. Never throws: if
 * the query cannot be interpreted, the address searches for its plain words.
 */
export async function queryAddress(typed: string, asWords: ReadonlySet<NamedKind> = new Set()): Promise<string> {
  const text = cleanText(typed)
  // One character too many makes the page report that only the beginning was searched.
  if (text.length > LISTING_LIMITS.text) return asItStands(text.slice(0, LISTING_LIMITS.text + 1))
  try {
    return listingUrl(await understand(text, { asWords }))
  } catch (error) {
    console.error('[find] A query could not be interpreted:', error instanceof Error ? error.message : error)
    return asItStands(text)
  }
}

const asItStands = (text: string) => (text ? `/search?${new URLSearchParams({ q: text })}` : '/search')
