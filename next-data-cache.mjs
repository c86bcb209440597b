import defaultHandler from 'next/dist/server/lib/cache-handlers/default.js'
import { areTagsExpired, tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import PageCache from './next-page-cache.mjs'

const MAX_BYTES = 128 * 1024 * 1024
/** Same value as in lib/cache.ts. */
const ABSENT = 'absent'

// Next.js loads this module once, before it handles a page, but imports a configured `cacheHandler` on every request, which
// is a tenth of the cost of a cached page. It takes the page cache registered here instead (IncrementalCache's constructor).
globalThis[Symbol.for('@next/cache-handlers')] = { FetchCache: PageCache }

const cache = defaultHandler.createDefaultCacheHandler(MAX_BYTES)

/**
 * Next.js's cache of `use cache` functions with two fixes: results for missing things are not cached, and a result
 * whose tag expired while it was computed does not count as fresh.
 */
export default {
  ...cache,
  set: (key, pending) => cache.set(key, pending.then(settled)),
}

function settled(entry) {
  expireAgain(entry)
  // Next.js does not store an entry that expires at once. The current render still gets its result.
  return entry.tags.includes(ABSENT) ? { ...entry, expire: 0 } : entry
}

/**
 * Expires a tag again if it expired during this call. A request after the expiry may share the call, and its page would
 * otherwise seem newer than the expiry.
 */
function expireAgain({ tags, timestamp }) {
  for (const tag of tags)
    if (areTagsExpired([tag], timestamp)) tagsManifest.set(tag, { ...tagsManifest.get(tag), expired: Date.now() })
}
