import { z } from 'zod'
import {
  type CollectionDocument,
  type CollectionInput,
  type CollectionLink,
  collectionDocumentSchema,
  collectionInputSchema,
  type SavedFilter,
  savedFilterSchema,
} from '@/lib/contracts/merchandising/collection'
import { collections, MAX_TIME_MS, parseDocument } from '@/lib/db/mongo'
import { listingState } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { searchEngine } from '@/lib/search/process-engine'
import { writeForPages } from '../catalog/page-changes'
import { collectionScope } from './collection-scope'

const MOST_LISTED = 200

/** A collection as listings use it: JSON-safe. Either `products` or `filter`. */
export type Collection = Omit<CollectionDocument, '_id' | 'updatedAt'>

/** The active collection of that address; null where there is none. */
export async function findCollection(slug: string): Promise<Collection | null> {
  const document = await collections().findOne({ slug, status: 'active' }, { maxTimeMS: MAX_TIME_MS })
  return document && toCollection(parseDocument(collectionDocumentSchema, document))
}

function toCollection({ _id, updatedAt, ...collection }: CollectionDocument): Collection {
  return collection
}

/** The way to a collection. */
export const collectionTrail = ({ slug, name }: Pick<Collection, 'slug' | 'name'>) => [
  { name: 'Collections', href: '/collections' },
  { name, href: listingUrl(listingState({ collection: slug })) },
]

/** The active collections in their order, each with what is in it now; empty ones are left out. */
export async function listCollections(): Promise<CollectionLink[]> {
  const documents = await collections()
    .find({ status: 'active' }, { sort: { order: 1, slug: 1 }, limit: MOST_LISTED, maxTimeMS: MAX_TIME_MS })
    .toArray()
  const engine = await searchEngine()
  const links = await Promise.all(
    documents.map(async (document): Promise<CollectionLink> => {
      const { slug, name, description, image, tint, ...content } = parseDocument(collectionDocumentSchema, document)
      const { query } = await collectionScope(content)
      const { total } = await engine.search({ ...query, perPage: 0, facets: false })
      const href = listingUrl(listingState({ collection: slug }))
      return { slug, name, description, href, count: total, image, tint }
    }),
  )
  return links.filter(({ count }) => count > 0)
}

/** Addresses of all active collections, for crawlers. */
export async function collectionSlugs(): Promise<string[]> {
  const documents = await collections()
    .find({ status: 'active' }, { projection: { slug: 1 }, sort: { order: 1, slug: 1 }, maxTimeMS: MAX_TIME_MS })
    .limit(MOST_LISTED)
    .toArray()
  return documents.map(({ slug }) => slug)
}

/**
 * Writes the collection of that slug, new or not, and has its pages rendered anew. Throws a ZodError where it is not
 * sound.
 */
export async function saveCollection(input: CollectionInput): Promise<void> {
  const collection = collectionInputSchema.parse(input)
  const document = { ...collection, updatedAt: new Date() }
  await writeForPages({ collections: [collection.slug] }, () =>
    collections().replaceOne({ slug: collection.slug }, document, { upsert: true, maxTimeMS: MAX_TIME_MS }),
  )
}

/** Takes the collection away, if there is one; its address is a 404 from then on. */
export async function deleteCollection(slug: string): Promise<void> {
  await writeForPages({ collections: [slug] }, () => collections().deleteOne({ slug }, { maxTimeMS: MAX_TIME_MS }))
}

const filledSchema = z.object({ slug: z.string(), filter: savedFilterSchema.pick({ category: true }) })

/**
 * Slugs of the collections that show, or could show, any of the products that changed: those that picked one of them, and
 * those filled by a filter that reaches into one of their categories.
 */
export async function collectionsTouchedBy(change: { productIds: string[]; categories: string[] }): Promise<string[]> {
  const { productIds, categories } = change
  if (productIds.length === 0 && categories.length === 0) return []
  const options = { projection: { slug: 1, 'filter.category': 1 }, limit: MOST_TOUCHED, maxTimeMS: MAX_TIME_MS }
  const [picked, filled] = await Promise.all([
    productIds.length === 0
      ? []
      : collections()
          .find({ products: { $in: productIds } }, options)
          .toArray(),
    categories.length === 0
      ? []
      : collections()
          .find({ status: 'active', filter: { $exists: true } }, options)
          .toArray(),
  ])
  const reached = filled
    .map((document) => parseDocument(filledSchema, document))
    .filter(({ filter: { category = null } }) => categories.some((path) => isWithin(path, category)))
  return [...new Set([...picked, ...reached].map(({ slug }) => slug))]
}

const MOST_TOUCHED = 1_000

const isWithin = (path: string, category: SavedFilter['category'] | null) =>
  !category || path === category || path.startsWith(`${category}/`)
