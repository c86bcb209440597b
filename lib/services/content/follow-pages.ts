import { subjectsOf, tags } from '@/lib/cache'
import { env } from '@/lib/env'
import { collectionsTouchedBy } from '../merchandising/collections'
import { ExpiryFollower } from './expiry-follower'
import { canBeShownAtHome } from './shown-at-home'

// On globalThis, because the follower and the health check are bundled separately.
const shared = globalThis as typeof globalThis & { nexusPages?: ExpiryFollower }

/**
 * Starts to follow the log of expired pages, once per process. `expire` expires tags once the process's index contains
 * everything up to a given time. A process that serves a build first expires all of its pages.
 */
export function followPages(expire: (tags: string[], at: Date) => Promise<void>): void {
  const { DATABASE_URL, NODE_ENV } = env()
  const startsStale = NODE_ENV === 'production'
  shared.nexusPages ??= new ExpiryFollower({ databaseUrl: DATABASE_URL, expire, alsoListed, startsStale }).start()
}

/** Returns whether this process may serve pages, i.e. has expired all pages from before its start. */
export const arePagesFresh = (): boolean => shared.nexusPages?.isReady ?? true

/** Returns the tags of collections that may show a change, and of the home page if it may. */
async function alsoListed(changed: string[]): Promise<string[]> {
  const subjects = subjectsOf(changed)
  const touched = await collectionsTouchedBy(subjects)
  return [...touched.map(tags.collection), ...(canBeShownAtHome(subjects.productIds) ? [tags.home] : [])]
}
