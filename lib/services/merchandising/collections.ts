import { z } from 'zod'
import { slugSchema } from '@/lib/contracts/common'
import {
  type CollectionDocument,
  type CollectionInput,
  type CollectionLink,
  collectionDocumentSchema,
  collectionInputSchema,
  type SavedFilter,
  savedFilterSchema,
} from '@/lib/contracts/merchandising/collection'
import { collections, MAX_TIME_MS, merchandising, parseDocument } from '@/lib/db/mongo'
import { formerSlugs } from '@/lib/domain/catalog/former-slugs'
import { listingState } from '@/lib/domain/listing/listing'
import { listingUrl } from '@/lib/domain/listing/listing-url'
import { DomainError } from '@/lib/errors'
import { searchEngine } from '@/lib/search/process-engine'
import { writeForPages } from '../catalog/page-changes'
import { collectionScope } from './collection-scope'

const MOST_LISTED = 200

/** A collection as listings use it: JSON-safe. Either `products` or `filter`. */
export type Collection = Omit<CollectionDocument, '_id' | 'updatedAt' | 'formerSlugs'>

/** The active collection of that address; null where there is none. */
export async function findCollection(slug: string): Promise<Collection | null> {
  const document = await collections().findOne({ slug, status: 'active' }, { maxTimeMS: MAX_TIME_MS })
  return document && toCollection(parseDocument(collectionDocumentSchema, document))
}

/** The slug today of the active collection that had this one before, of several the one that changed last; null where none had. */
export async function findMovedCollection(formerSlug: string): Promise<string | null> {
  const document = await collections().findOne(
    { formerSlugs: formerSlug, status: 'active' },
    { projection: { slug: 1 }, sort: { updatedAt: -1 }, maxTimeMS: MAX_TIME_MS },
  )
  return document && slugSchema.parse(document.slug)
}

function toCollection({ _id, updatedAt, formerSlugs, ...collection }: CollectionDocument): Collection {
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
  const absent = OPTIONAL.filter((field) => collection[field] === undefined).map((field) => [field, ''])
  await writeForPages({ collections: [collection.slug] }, () =>
    collections().updateOne(
      { slug: collection.slug },
      {
        $set: { ...collection, updatedAt: new Date() },
        ...(absent.length > 0 && { $unset: Object.fromEntries(absent) }),
      },
      { upsert: true, maxTimeMS: MAX_TIME_MS },
    ),
  )
}

const OPTIONAL = ['image', 'products', 'filter'] as const

/**
 * Gives a collection another slug; its old address leads on, and its placements follow. Throws `not_found` for an unknown
 * collection, `invalid_input` where the slug is taken.
 */
export async function renameCollection({ from, to }: { from: string; to: string }): Promise<void> {
  const slug = slugSchema.parse(to)
  const document = await collections().findOne({ slug: from }, { maxTimeMS: MAX_TIME_MS })
  if (!document) throw new DomainError('not_found', 'There is no such collection.')
  if (await collections().findOne({ slug }, { projection: { _id: 1 }, maxTimeMS: MAX_TIME_MS }))
    throw new DomainError('invalid_input', 'There is a collection of that name already. Nothing was renamed.')
  const former = formerSlugs({ slug: from, former: document.formerSlugs }, { slug })
  await writeForPages({ collections: [from, slug] }, async () => {
    await merchandising().updateMany(
      { 'scope.type': 'collection', 'scope.key': from },
      { $set: { 'scope.key': slug, updatedAt: new Date() } },
      { maxTimeMS: MAX_TIME_MS },
    )
    await collections().updateOne(
      { slug: from },
      { $set: { slug, updatedAt: new Date(), ...(former && { formerSlugs: former }) } },
      { maxTimeMS: MAX_TIME_MS },
    )
  })
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
