import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import { popularSlugs, type SitemapEntry, siteMap } from '@/lib/services/content/site-map'

/** Every address that may be crawled. */
export async function getSiteMap(): Promise<SitemapEntry[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(tags.everything, tags.menu)
  return siteMap()
}

/** Slugs of the best-liked products: the pages that the build makes. */
export async function getProductSlugs(count: number): Promise<string[]> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.all)
  return popularSlugs(count)
}
