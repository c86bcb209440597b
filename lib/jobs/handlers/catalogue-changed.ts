import { internalToken } from '@/lib/auth/internal-token'
import type { CatalogueChange } from '@/lib/contracts/catalog/catalogue-change'
import { env } from '@/lib/env'

const MAX_AT_ONCE = 1_000
const TIMEOUT_MS = 30_000

/** Tells the web server which pages are out of date: all changes that were waiting in as few calls as can be. */
export async function expirePages(changes: CatalogueChange[], webServer = env().NEXUS_URL): Promise<void> {
  for (const change of gather(changes)) await tell(change, webServer)
}

/** The union of all changes, in pieces that the route accepts. */
function gather(changes: CatalogueChange[]): CatalogueChange[] {
  const productIds = [...new Set(changes.flatMap((change) => change.productIds))]
  const categories = [...new Set(changes.flatMap((change) => change.categories))]
  const collections = [...new Set(changes.flatMap((change) => change.collections ?? []))]
  const home = changes.some((change) => change.home)
  const everything = changes.some((change) => change.everything)
  const since = changes
    .map((change) => change.since)
    .sort()
    .at(-1)
  if (since === undefined) return []
  const count = Math.max(1, Math.ceil(Math.max(productIds.length, categories.length, collections.length) / MAX_AT_ONCE))
  return Array.from({ length: count }, (_, index) => {
    const piece = <T>(all: T[]) => all.slice(index * MAX_AT_ONCE, (index + 1) * MAX_AT_ONCE)
    const isFirst = index === 0
    return {
      productIds: piece(productIds),
      categories: piece(categories),
      ...(collections.length > 0 && { collections: piece(collections) }),
      home: home && isFirst,
      since,
      ...(everything && isFirst && { everything }),
    }
  })
}

async function tell(change: CatalogueChange, webServer: string): Promise<void> {
  const response = await fetch(new URL('/api/internal/expire', webServer), {
    method: 'POST',
    headers: { authorization: `Bearer ${internalToken()}`, 'content-type': 'application/json' },
    body: JSON.stringify(change),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  await response.arrayBuffer() // frees the connection
  if (!response.ok) throw new Error(`The web server answered ${response.status}`)
}
