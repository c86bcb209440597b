import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js'
import { areTagsExpired } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'

const FileSystemCache = fileSystemCache.default ?? fileSystemCache

/**
 * Maximum number of page lifetimes kept in memory. Next.js keeps one for every page ever cached, although each cached
 * page contains its own.
 */
const MAX_LIFETIMES = 10_000

/**
 * Next.js's page cache with three changes. A page is not cached if one of its tags expired while it was rendered;
 * Next.js compares with the time at which it is stored, so it would count as fresh. Only pages with status 200 are
 * cached, because the number of addresses without a page is unlimited. The number of page lifetimes kept in memory is
 * limited.
 */
export default class PageCache extends FileSystemCache {
  /**
   * Approximate time at which rendering began: Next.js creates an instance for each request, before it renders. One is
   * subtracted because expiry times are in whole milliseconds.
   */
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
