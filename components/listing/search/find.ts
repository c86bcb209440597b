import { readJson } from '@/components/ui/request/read-json'
import { findUrl } from '@/lib/domain/listing/find-url'

const PATIENCE_MS = 4_000

/** Returns the address of the interpreted query, or of a search for its plain words if the server does not answer. */
export async function addressOf(text: string): Promise<string> {
  try {
    const { href } = await readJson(
      fetch(findUrl(text), { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE_MS) }),
      import('@/lib/contracts/listing/listing').then(({ foundSchema }) => foundSchema),
    )
    return href
  } catch {
    // The page for the plain words then reports the problem.
    return text ? `/search?${new URLSearchParams({ q: text })}` : '/search'
  }
}
