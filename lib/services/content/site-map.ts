import { ObjectId } from 'mongodb'
import { searchEngine } from '@/lib/search/process-engine'
import { findCardDocuments, findCategories, productAddresses } from '../catalog/documents'
import { collectionSlugs } from '../merchandising/collections'

export interface SitemapEntry {
  path: string
  /** ISO 8601; missing if unknown. */
  changedAt?: string
}

/**
 * A range of active products: those with ids (24 hexadecimal digits) from `from` up to but excluding `below`. `below`
 * is null in the last part.
 */
export interface SitemapPart {
  from: string
  below: string | null
  /** Latest change of any product in the part, ISO 8601. */
  changedAt: string
}

/** Maximum number of entries per file that the sitemap protocol allows (https://www.sitemaps.org/protocol.html). */
export const MAX_ENTRIES = 50_000
// Fewer than MAX_ENTRIES, because an existing part may gain products until the parts are computed again.
const PLANNED_ENTRIES = 45_000

/** Returns all pages to crawl except products: fixed pages, categories and collections. */
export async function pageEntries(): Promise<SitemapEntry[]> {
  const [categories, collections] = await Promise.all([findCategories(), collectionSlugs()])
  return [
    ...['/', '/new', '/deals', '/departments', '/collections'].map((path) => ({ path })),
    ...categories.map(({ path }) => ({ path: `/c/${path}` })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...collections.map((slug) => ({ path: `/collections/${slug}` })),
  ]
}

/** Divides the active products into parts of `size` products, ordered by id. Reads each product once, in batches. */
export async function productParts(size = PLANNED_ENTRIES): Promise<SitemapPart[]> {
  const parts: SitemapPart[] = []
  let from: ObjectId | undefined
  for (;;) {
    let first: ObjectId | undefined
    let next: ObjectId | undefined
    let changedAt = new Date(0)
    let count = 0
    for await (const { _id, updatedAt } of productAddresses({ from, limit: size + 1 })) {
      first ??= _id
      if (count++ === size) next = _id
      else if (updatedAt > changedAt) changedAt = updatedAt
    }
    if (!first) return parts
    parts.push({
      from: first.toHexString(),
      below: next?.toHexString() ?? null,
      changedAt: changedAt.toISOString(),
    })
    if (!next) return parts
    from = next
  }
}

/** Yields the entries of the products that a part contains now, at most 50,000. */
export async function* productEntries({
  from,
  below,
}: Pick<SitemapPart, 'from' | 'below'>): AsyncGenerator<SitemapEntry> {
  const part = { from: new ObjectId(from), ...(below && { below: new ObjectId(below) }), limit: MAX_ENTRIES }
  for await (const { slug, updatedAt } of productAddresses(part))
    yield { path: `/p/${slug}`, changedAt: updatedAt.toISOString() }
}

/** Returns the slugs of the most popular products. */
export async function popularSlugs(count: number): Promise<string[]> {
  const { hits } = await (await searchEngine()).search({ perPage: count, facets: false })
  return (await findCardDocuments(hits.map(({ id }) => id))).map(({ slug }) => slug)
}
