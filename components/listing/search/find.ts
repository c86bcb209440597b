import { readJson } from '@/components/ui/request/read-json'
import { findUrl } from '@/lib/domain/listing/find-url'

const PATIENCE_MS = 4_000

/**
 * Returns the address of the listing that the server interprets a query as. If the server does not answer, returns the
 * address of a search for the plain words.
 */
export async function addressOf(text: string): Promise<string> {
  try {
    const { href } = await readJson(
      fetch(findUrl(text), { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE_MS) }),
      import('@/lib/contracts/listing/listing').then(({ foundSchema }) => foundSchema),
    )
    return href
  } catch {
    // If the server has a problem, the page at this address reports it.
    return text ? `/search?${new URLSearchParams({ q: text })}` : '/search'
  }
}
