import { SUGGESTIONS } from '@/lib/cache'
import { cleanText } from '@/lib/domain/listing/listing'
import { suggest } from '@/lib/services/listing/suggestions'
import { ShortMemory } from '@/lib/services/short-memory'

/** Returns suggestions for a text being typed, as JSON text. */
export function getWrittenSuggestions(text: string): Promise<string> {
  const q = cleanText(text)
  return kept.get(q, async () => JSON.stringify(await suggest(q)))
}

// Many shoppers type the same first letters. Entries contain no stock, and are no older than the index may be.
const kept = new ShortMemory<string>({ forMs: SUGGESTIONS.seconds * 1000, max: SUGGESTIONS.texts })
