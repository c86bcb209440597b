import defaultHandler from 'next/dist/server/lib/cache-handlers/default.js'
import { areTagsExpired, tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'

const MAX_BYTES = 128 * 1024 * 1024
/** As lib/cache.ts names it. */
const ABSENT = 'absent'

const cache = defaultHandler.createDefaultCacheHandler(MAX_BYTES)

/**
 * Next.js' own cache of `use cache` functions without two of its faults: answers about what does not exist are not kept,
 * and an answer that expired while it was worked out makes no fresh page.
 */
export default {
  ...cache,
  set: (key, pending) => cache.set(key, pending.then(settled)),
}

function settled(entry) {
  expireAgain(entry)
  // Next.js stores nothing that expires at once; the render that asked has its answer all the same.
  return entry.tags.includes(ABSENT) ? { ...entry, expire: 0 } : entry
}

/** A request that came after the expiry may have joined this call, and its page would count as younger than the expiry. */
function expireAgain({ tags, timestamp }) {
  for (const tag of tags)
    if (areTagsExpired([tag], timestamp)) tagsManifest.set(tag, { ...tagsManifest.get(tag), expired: Date.now() })
}
