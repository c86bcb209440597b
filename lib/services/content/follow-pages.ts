import { subjectsOf, tags } from '@/lib/cache'
import { env } from '@/lib/env'
import { collectionsTouchedBy } from '../merchandising/collections'
import { ExpiryFollower } from './expiry-follower'
import { mayBeShownAtHome } from './shown-at-home'

// On globalThis, for the follower and the health check are bundled apart.
const shared = globalThis as typeof globalThis & { nexusPages?: ExpiryFollower }

/**
 * Has this process follow the log of expired pages, once. `expire` expires tags in this process when its index has
 * everything up to that moment. A process that serves a build first expires everything in it.
 */
export function followPages(expire: (tags: string[], at: Date) => Promise<void>): void {
  const { DATABASE_URL, NODE_ENV } = env()
  const startsStale = NODE_ENV === 'production'
  shared.nexusPages ??= new ExpiryFollower({ databaseUrl: DATABASE_URL, expire, alsoListed, startsStale }).start()
}

/** Whether this process may answer with pages: those that were made before it started are expired. */
export const arePagesFresh = (): boolean => shared.nexusPages?.isReady ?? true

/** Tags of the collections that could show what changed, and of the home page where it does. */
async function alsoListed(changed: string[]): Promise<string[]> {
  const subjects = subjectsOf(changed)
  const touched = await collectionsTouchedBy(subjects)
  return [...touched.map(tags.collection), ...(mayBeShownAtHome(subjects.productIds) ? [tags.home] : [])]
}
