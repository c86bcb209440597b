import { ObjectId } from 'mongodb'
import { searchEngine } from '@/lib/search/process-engine'
import { findCategories, findShelfProducts, productAddresses } from '../catalog/documents'
import { collectionSlugs } from '../merchandising/collections'

export interface SitemapEntry {
  path: string
  /** ISO 8601; only where it is known. */
  changedAt?: string
}

/** Some of the active products: ids (24 hexadecimal digits) from `from` on, below `below`; the last part has no end. */
export interface SitemapPart {
  from: string
  below: string | null
  /** ISO 8601: when the latest of its products changed. */
  changedAt: string
}

/** The protocol allows no more in one file (https://www.sitemaps.org/protocol.html). */
export const MAX_ENTRIES = 50_000
// What comes in between two outlines still has room.
const PLANNED_ENTRIES = 45_000

/** Returns every address that may be crawled but the products: fixed pages, categories, collections. */
export async function pageEntries(): Promise<SitemapEntry[]> {
  const [categories, collections] = await Promise.all([findCategories(), collectionSlugs()])
  return [
    ...['/', '/new', '/deals', '/departments', '/collections'].map((path) => ({ path })),
    ...categories.map(({ path }) => ({ path: `/c/${path}` })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...collections.map((slug) => ({ path: `/collections/${slug}` })),
  ]
}

/** Divides the active products into parts of `size`, in the order of their ids. Reads each once, some at a time. */
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

/** Yields the products of a part as they are now, at most 50,000. */
export async function* productEntries({
  from,
  below,
}: Pick<SitemapPart, 'from' | 'below'>): AsyncGenerator<SitemapEntry> {
  const part = { from: new ObjectId(from), ...(below && { below: new ObjectId(below) }), limit: MAX_ENTRIES }
  for await (const { slug, updatedAt } of productAddresses(part))
    yield { path: `/p/${slug}`, changedAt: updatedAt.toISOString() }
}

/** Slugs of the most popular products. */
export async function popularSlugs(count: number): Promise<string[]> {
  const { hits } = await (await searchEngine()).search({ perPage: count, facets: false })
  return (await findShelfProducts(hits.map(({ id }) => id))).map(({ slug }) => slug)
}
