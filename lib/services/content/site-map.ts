import { liveIndex } from '@/lib/search/live'
import { findCategories, findProductAddresses, findShelfProducts } from '../catalog/documents'
import { collectionSlugs } from '../merchandising/collections'

export interface SitemapEntry {
  path: string
  /** ISO 8601; of products. */
  changedAt?: string
}

const MOST = 45_000 // a sitemap holds 50,000

/** Every address that may be crawled: the fixed pages, categories, collections, products. */
export async function siteMap(): Promise<SitemapEntry[]> {
  const [categories, collections, products] = await Promise.all([
    findCategories(),
    collectionSlugs(),
    findProductAddresses(MOST),
  ])
  return [
    ...['/', '/new', '/deals', '/departments', '/collections'].map((path) => ({ path })),
    ...categories.map(({ path }) => ({ path: `/c/${path}` })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...collections.map((slug) => ({ path: `/collections/${slug}` })),
    ...products.map(({ slug, updatedAt }) => ({ path: `/p/${slug}`, changedAt: updatedAt.toISOString() })),
  ]
}

/** Slugs of the most popular products. */
export async function popularSlugs(count: number): Promise<string[]> {
  const { hits } = await (await liveIndex()).search({ perPage: count, facets: false })
  return (await findShelfProducts(hits.map(({ id }) => id))).map(({ slug }) => slug)
}
