import { findUrl } from '@/lib/domain/listing/find-url'

const PATIENCE_MS = 4_000

/** Returns the address of the interpreted query, or of its plain words if the server does not answer. */
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
    // The page for the plain words reports the problem.
  }
  return text ? `/search?${new URLSearchParams({ q: text })}` : '/search'
}
