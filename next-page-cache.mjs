import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js'
import { areTagsExpired } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'

const FileSystemCache = fileSystemCache.default ?? fileSystemCache

/** Next.js remembers the lifetime of every page that it ever kept, and each kept page has it too. */
const MAX_LIFETIMES = 10_000

/**
 * Next.js' own page cache without three of its faults: a page whose tag expires while it is rendered is not kept (Next.js
 * stamps a page when it is stored, so that it would count as fresh), nothing that is no page is kept (strangers can type
 * addresses without end), and what it remembers of pages is bounded. A module and not CommonJS: Next.js imports it for
 * every request.
 */
export default class PageCache extends FileSystemCache {
  /** One is made for each request, before anything is rendered. Expiries are stamped in whole milliseconds. */
  #renderBegan = Date.now() - 1

  async set(key, data, context) {
    if (!mayBeKept(data, this.#renderBegan)) {
      SharedCacheControls.cacheControls.delete(key)
      return
    }
    if (SharedCacheControls.cacheControls.size > MAX_LIFETIMES) SharedCacheControls.cacheControls.clear()
    await super.set(key, data, context)
  }
}

function mayBeKept(data, renderBegan) {
  if (data?.kind !== 'APP_PAGE') return true
  if ((data.status ?? 200) !== 200) return false
  const tags = data.headers?.['x-next-cache-tags']
  return typeof tags !== 'string' || !areTagsExpired(tags.split(','), renderBegan)
}
