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

/** Returns every page that may be crawled, except products. */
export async function getSitemapPages(): Promise<SitemapEntry[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(tags.everything, tags.menu)
  return pageEntries()
}

/** Returns the parts into which the sitemap divides the products. */
export async function getSitemapParts(): Promise<SitemapPart[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(tags.everything, tags.menu)
  return productParts()
}

/** Returns the current products of a sitemap part; null if there is no such part. The first part has number 1. */
export async function readSitemapPart(number: number): Promise<AsyncIterable<SitemapEntry> | null> {
  const part = (await getSitemapParts())[number - 1]
  return part ? productEntries(part) : null
}

/** Returns the slugs of the most popular products, whose pages are rendered when the shop is built. */
export async function getProductSlugs(count: number): Promise<string[]> {
  'use cache'
  cacheLife(UNTIL_CHANGED)
  cacheTag(tags.everything, tags.all)
  return popularSlugs(count)
}
