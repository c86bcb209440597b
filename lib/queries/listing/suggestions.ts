import { SUGGESTIONS } from '@/lib/cache'
import { cleanText } from '@/lib/domain/listing/listing'
import { suggest } from '@/lib/services/listing/suggestions'
import { ShortMemory } from '@/lib/services/short-memory'

/** Returns suggestions for a text being typed, as JSON. */
export function getWrittenSuggestions(text: string): Promise<string> {
  const q = cleanText(text)
  return kept.get(q, async () => JSON.stringify(await suggest(q)))
}

// Cached, because many shoppers type the same first letters. Suggestions contain no stock, so they may be as old as the
// search index may be.
const kept = new ShortMemory<string>({ forMs: SUGGESTIONS.seconds * 1000, max: SUGGESTIONS.texts })
