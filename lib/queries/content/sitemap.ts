import { cacheLife, cacheTag } from 'next/cache'
import { tags, UNTIL_CHANGED } from '@/lib/cache'
import {
  pageEntries,
  popularSlugs,
  productEntries,
  productParts,
  type SitemapEntry,
  type SitemapPart,
} from '@/lib/services/content/site-map'

/** Every address that may be crawled but those of products. */
export async function getSitemapPages(): Promise<SitemapEntry[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(tags.everything, tags.menu)
  return pageEntries()
}

/** The parts that the products are announced in. */
export async function getSitemapParts(): Promise<SitemapPart[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(tags.everything, tags.menu)
  return productParts()
}

/** The products of a part, counted from 1, as they are now; null where there is no such part. */
export async function readSitemapPart(number: number): Promise<AsyncIterable<SitemapEntry> | null> {
  const part = (await getSitemapParts())[number - 1]
  return part ? productEntries(part) : null
}

/** Slugs of the best-liked products: the pages that the build makes. */
export async function getProductSlugs(count: number): Promise<string[]> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.all)
  return popularSlugs(count)
}
