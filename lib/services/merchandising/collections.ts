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

const MAX_LISTED = 200

/** A collection without its database fields. JSON-safe. Has either `products` (manual) or `filter` (automatic). */
export type Collection = Omit<CollectionDocument, '_id' | 'updatedAt' | 'formerSlugs'>

/** Returns the active collection with this slug; null if there is none. */
export async function findCollection(slug: string): Promise<Collection | null> {
  const document = await collections().findOne({ slug, status: 'active' }, { maxTimeMS: MAX_TIME_MS })
  return document && toCollection(parseDocument(collectionDocumentSchema, document))
}

/** Returns the current slug of the active collection that most recently had this slug; null if there is none. */
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

/** Returns the breadcrumbs of a collection. */
export const collectionTrail = ({ slug, name }: Pick<Collection, 'slug' | 'name'>) => [
  { name: 'Collections', href: '/collections' },
  { name, href: listingUrl(listingState({ collection: slug })) },
]

/** Returns the active collections in display order, with their product counts. Empty ones are left out. */
export async function listCollections(): Promise<CollectionLink[]> {
  const documents = await collections()
    .find({ status: 'active' }, { sort: { order: 1, slug: 1 }, limit: MAX_LISTED, maxTimeMS: MAX_TIME_MS })
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

/** Returns the slugs of all active collections, for the sitemap. */
export async function collectionSlugs(): Promise<string[]> {
  const documents = await collections()
    .find({ status: 'active' }, { projection: { slug: 1 }, sort: { order: 1, slug: 1 }, maxTimeMS: MAX_TIME_MS })
    .limit(MAX_LISTED)
    .toArray()
  return documents.map(({ slug }) => slug)
}

/**
 * Creates or replaces the collection with this slug and expires its pages. Throws a ZodError if the input is invalid.
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
 * Changes a collection's slug. The old address redirects, and merchandising is updated. Throws `not_found` for an
 * unknown collection, and `invalid_input` if the slug is taken.
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

/** Deletes the collection, if it exists. */
export async function deleteCollection(slug: string): Promise<void> {
  await writeForPages({ collections: [slug] }, () => collections().deleteOne({ slug }, { maxTimeMS: MAX_TIME_MS }))
}

const filledSchema = z.object({ slug: z.string(), filter: savedFilterSchema.pick({ category: true }) })

/**
 * Returns the slugs of collections that contain, or may contain, a changed product: manual ones that list it, and
 * automatic ones whose filter covers one of its categories.
 */
export async function collectionsTouchedBy(change: { productIds: string[]; categories: string[] }): Promise<string[]> {
  const { productIds, categories } = change
  if (productIds.length === 0 && categories.length === 0) return []
  const options = { projection: { slug: 1, 'filter.category': 1 }, limit: MAX_TOUCHED, maxTimeMS: MAX_TIME_MS }
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

const MAX_TOUCHED = 1_000

const isWithin = (path: string, category: SavedFilter['category'] | null) =>
  !category || path === category || path.startsWith(`${category}/`)
