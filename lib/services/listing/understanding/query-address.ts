import { cleanText, LISTING_LIMITS } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { ShortMemory } from '@/lib/services/short-memory'
import { type NamedKind, understand } from './understanding'

// The search box and the check of the address that it leads to ask the same, and a query that finds nothing takes many
// searches. On globalThis, because bundles may contain this module twice.
const shared = globalThis as typeof globalThis & { nexusQueryAddresses?: ShortMemory<string> }
shared.nexusQueryAddresses ??= new ShortMemory({ forMs: 5_000, max: 1_000 })
const recent = shared.nexusQueryAddresses

/**
 * Returns the address of the listing that a query means. Kinds of names in `asWords` stay plain words. Never throws: if
 * the query cannot be interpreted, the address searches for its plain words. Answers are kept for five seconds.
 */
export async function queryAddress(typed: string, asWords: ReadonlySet<NamedKind> = new Set()): Promise<string> {
  const text = cleanText(typed)
  // One character too many makes the page report that only the beginning was searched.
  if (text.length > LISTING_LIMITS.text) return asItStands(text.slice(0, LISTING_LIMITS.text + 1))
  try {
    const key = [text, ...[...asWords].sort()].join('\0')
    return await recent.get(key, async () => listingUrl(await understand(text, { asWords })))
  } catch (error) {
    console.error('[find] A query could not be interpreted:', error instanceof Error ? error.message : error)
    return asItStands(text)
  }
}

const asItStands = (text: string) => (text ? `/search?${new URLSearchParams({ q: text })}` : '/search')
