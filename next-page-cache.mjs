import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js'
import { areTagsExpired } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'

const FileSystemCache = fileSystemCache.default ?? fileSystemCache

/** Next.js keeps the lifetime of every page it ever cached, although each cached page has its own copy. */
const MAX_LIFETIMES = 10_000

/**
 * Next.js' page cache with three fixes: a page whose tag expires during rendering is not cached (Next.js stamps pages when
 * it stores them, so it would count as fresh), only pages are cached (arbitrary addresses are unbounded), and its memory of
 * pages is bounded.
 */
export default class PageCache extends FileSystemCache {
  /** Created for each request before rendering. Expiries have whole milliseconds. */
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
