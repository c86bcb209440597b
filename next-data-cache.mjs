import defaultHandler from 'next/dist/server/lib/cache-handlers/default.js'
import { areTagsExpired, tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import PageCache from './next-page-cache.mjs'

const MAX_BYTES = 128 * 1024 * 1024
/** Must equal the constant in lib/cache.ts. */
const ABSENT = 'absent'

// Next.js loads this module once, before it handles a page, but would import a configured `cacheHandler` on every
// request, and that import is a tenth of the cost of serving a cached page. It uses the page cache registered here
// instead (see IncrementalCache's constructor).
globalThis[Symbol.for('@next/cache-handlers')] = { FetchCache: PageCache }

const cache = defaultHandler.createDefaultCacheHandler(MAX_BYTES)

/**
 * Next.js's cache for `use cache` functions, with two changes: results for things that do not exist are not cached, and
 * a result does not count as fresh if one of its tags expired while it was computed.
 */
export default {
  ...cache,
  set: (key, pending) => cache.set(key, pending.then(settled)),
}

function settled(entry) {
  expireAgain(entry)
  // Next.js does not store an entry that expires at once, but still uses it for the current render.
  return entry.tags.includes(ABSENT) ? { ...entry, expire: 0 } : entry
}

/**
 * Expires tags again that expired while this entry was computed. A request that came after the expiry may have shared
 * this computation, and its page would otherwise seem newer than the expiry.
 */
function expireAgain({ tags, timestamp }) {
  for (const tag of tags)
    if (areTagsExpired([tag], timestamp)) tagsManifest.set(tag, { ...tagsManifest.get(tag), expired: Date.now() })
}
