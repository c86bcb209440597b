import { subjectsOf, tags } from '@/lib/cache'
import { env } from '@/lib/env'
import { collectionsTouchedBy } from '../merchandising/collections'
import { ExpiryFollower } from './expiry-follower'
import { canBeShownAtHome } from './shown-at-home'

// On globalThis, because the follower and the health check are bundled separately.
const shared = globalThis as typeof globalThis & { nexusPages?: ExpiryFollower }

/**
 * Starts to follow the log of expired pages, once per process. `expire` expires tags once the process's search index
 * contains all changes up to a given time. In production, the process first expires all pages that the build rendered.
 */
export function followPages(expire: (tags: string[], at: Date) => Promise<void>): void {
  const { DATABASE_URL, NODE_ENV } = env()
  const startsStale = NODE_ENV === 'production'
  shared.nexusPages ??= new ExpiryFollower({ databaseUrl: DATABASE_URL, expire, alsoListed, startsStale }).start()
}

/** Returns whether all pages from before the start of this process have expired, so that it may serve pages. */
export const arePagesFresh = (): boolean => shared.nexusPages?.isReady ?? true

/**
 * Returns the cache tags of the collections that might list a changed product, plus the home page's tag if it might
 * show one.
 */
async function alsoListed(changed: string[]): Promise<string[]> {
  const subjects = subjectsOf(changed)
  const touched = await collectionsTouchedBy(subjects)
  return [...touched.map(tags.collection), ...(canBeShownAtHome(subjects.productIds) ? [tags.home] : [])]
}
