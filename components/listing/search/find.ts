import { findUrl } from '@/lib/domain/listing/find-url'

const PATIENCE_MS = 4_000

/** The address of what was typed, as it was understood; as it stands where that cannot be asked for just now. */
export async function addressOf(text: string): Promise<string> {
  try {
    const response = await fetch(findUrl(text), {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const answer: unknown = await response.json()
    const href = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'href') : undefined
    if (typeof href === 'string' && href.startsWith('/')) return href
  } catch {
    // The page of the words as they stand says what is wrong.
  }
  return text ? `/search?${new URLSearchParams({ q: text })}` : '/search'
}
