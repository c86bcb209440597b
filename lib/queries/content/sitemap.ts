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

/** Returns every address that may be crawled, except products. */
export async function getSitemapPages(): Promise<SitemapEntry[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(tags.everything, tags.menu)
  return pageEntries()
}

/** Returns the parts that the products are divided into. */
export async function getSitemapParts(): Promise<SitemapPart[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(tags.everything, tags.menu)
  return productParts()
}

/** Returns the current products of a part (numbered from 1); null if there is no such part. */
export async function readSitemapPart(number: number): Promise<AsyncIterable<SitemapEntry> | null> {
  const part = (await getSitemapParts())[number - 1]
  return part ? productEntries(part) : null
}

/** Returns the slugs of the most popular products, whose pages are rendered at build time. */
export async function getProductSlugs(count: number): Promise<string[]> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.all)
  return popularSlugs(count)
}
