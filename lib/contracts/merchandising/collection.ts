import { ObjectId } from 'mongodb'
import { z } from 'zod'
import { MAX_FORMER_SLUGS } from '@/lib/domain/catalog/former-slugs'
import { isFilterKey, isOpen, LISTING_LIMITS, SCOPES } from '@/lib/domain/listing/listing'
import { categoryPathSchema, lineSchema, productIdSchema, slugSchema, specKeySchema, textSchema } from '../common'

export const MAX_PICKED = 1_000

const rangeSchema = z.object({ min: z.number().optional(), max: z.number().optional() })
const filterKeySchema = specKeySchema.refine(isFilterKey, 'this word is reserved in addresses')

/**
 * The filter of an automatic collection, with the same fields as ListingState. A missing field does not restrict it.
 */
export const savedFilterSchema = z.object({
  category: categoryPathSchema.optional(),
  q: z.string().max(LISTING_LIMITS.text).optional(),
  /** `new`: only recently launched products; `deals`: only reduced ones. */
  scope: z.enum(SCOPES).optional(),
  /** Slugs of the accepted values of each filter. Keys are specs or `brand`. */
  filters: z.record(filterKeySchema, z.array(slugSchema).min(1).max(LISTING_LIMITS.values)).optional(),
  ranges: z.record(filterKeySchema, rangeSchema).optional(),
  /** Price range in minor units. */
  price: rangeSchema.optional(),
  inStock: z.boolean().optional(),
})
export type SavedFilter = z.infer<typeof savedFilterSchema>

const isNarrow = ({ category, q, scope = 'all', filters = {}, ranges = {}, price = {}, inStock }: SavedFilter) =>
  Boolean(category || q?.trim() || inStock) ||
  scope !== 'all' ||
  Object.keys(filters).length > 0 ||
  Object.values(ranges).some((range) => !isOpen(range)) ||
  !isOpen(price)

const contentSchema = z.object({
  slug: slugSchema,
  name: lineSchema({ max: 60, missing: 'must not be empty' }),
  /** Introduction on the collection's page. */
  description: textSchema({ max: 300 }),
  image: z.string().max(500).optional(),
  tint: z.enum(['shell', 'butter', 'mint', 'sky', 'lilac', 'rose']),
  order: z.int().min(0).max(10_000),
  status: z.enum(['draft', 'active']),
  /** Ids of a manual collection's products, in display order. */
  products: z.array(productIdSchema).max(MAX_PICKED).optional(),
  /** The filter that selects an automatic collection's products. */
  filter: savedFilterSchema.optional(),
})

const hasOneKind = ({ products, filter }: { products?: unknown; filter?: unknown }) =>
  (products === undefined) !== (filter === undefined)
const ONE_KIND = 'must have either products or a filter'

/** A collection as MongoDB stores it. */
export const collectionDocumentSchema = contentSchema
  .extend({
    _id: z.instanceof(ObjectId),
    /** Former slugs of the collection, oldest first. Their addresses redirect to it. */
    formerSlugs: z.array(slugSchema).max(MAX_FORMER_SLUGS).optional(),
    updatedAt: z.date(),
  })
  .refine(hasOneKind, ONE_KIND)
export type CollectionDocument = z.infer<typeof collectionDocumentSchema>

/** A collection as merchants save it. */
export const collectionInputSchema = contentSchema
  .refine(hasOneKind, ONE_KIND)
  .refine(({ products = [] }) => new Set(products).size === products.length, {
    path: ['products'],
    message: 'must not repeat an id',
  })
  .refine(({ filter }) => !filter || isNarrow(filter), { path: ['filter'], message: 'must filter something' })
export type CollectionInput = z.infer<typeof collectionInputSchema>

/** A collection on the page that lists all of them. JSON-safe. */
export interface CollectionLink {
  slug: string
  name: string
  description: string
  href: string
  /** Number of products in the collection. */
  count: number
  image?: string
  tint: string
}
