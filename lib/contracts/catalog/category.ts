import { ObjectId } from 'mongodb'
import { z } from 'zod'
import { MAX_FORMER_SLUGS } from '@/lib/domain/catalog/former-slugs'
import { RESERVED_KEYS } from '@/lib/domain/listing/listing'
import { RETURN_EXCLUSIONS } from '@/lib/domain/orders/withdrawal-exclusion'
import { TAX_CLASSES } from '@/lib/domain/pricing/tax'
import { categoryPathSchema, slugSchema, specKeySchema } from '../common'

const specDefinitionValueSchema = z.object({
  value: z.union([z.string().min(1).max(100), z.number()]),
  label: z.string().min(1).max(100),
  slug: slugSchema,
})

/** What a category says of one of its specs: how it is called, measured, shown and filtered. */
export const specDefinitionSchema = z
  .object({
    key: specKeySchema,
    label: z.string().min(1).max(60),
    type: z.enum(['string', 'number', 'boolean', 'list']),
    /** `variant`: an option that the shopper chooses; `product`: true of all variants. */
    level: z.enum(['product', 'variant']),
    unit: z.string().max(20).optional(),
    /** The heading of the spec table under which it stands. */
    group: z.string().max(40).optional(),
    filterable: z.boolean(),
    /** In the order in which they are shown. Without values a number is filtered by range. */
    values: z.array(specDefinitionValueSchema).max(300).optional(),
  })
  .refine(
    ({ values = [] }) => new Set(values.map(({ slug }) => slug)).size === values.length,
    'slugs must be unique within a spec',
  )
  .refine(
    ({ key, filterable }) => !filterable || (key !== 'brand' && !RESERVED_KEYS.has(key)),
    'that word means something else in addresses',
  )
  .refine(({ level, type }) => level === 'product' || type === 'string', 'an option must be a string')

/** A category as MongoDB keeps it. Only leaves hold products and specs. */
export const categoryDocumentSchema = z.object({
  _id: z.instanceof(ObjectId),
  path: categoryPathSchema,
  slug: slugSchema,
  /** Paths that it had before, oldest first: their addresses lead to it. */
  formerPaths: z.array(categoryPathSchema).max(MAX_FORMER_SLUGS).optional(),
  name: z.string().min(1).max(60),
  /** A short line for the head of its page. */
  description: z.string().max(300),
  parent: categoryPathSchema.nullable(),
  order: z.int().min(0),
  image: z.string().max(500).optional(),
  tint: z.enum(['shell', 'butter', 'mint', 'sky', 'lilac', 'rose']),
  taxClass: z.enum(TAX_CLASSES),
  /** Why its products cannot be returned. */
  returnExcluded: z.enum(RETURN_EXCLUSIONS).optional(),
  specs: z.array(specDefinitionSchema).max(60),
  updatedAt: z.date(),
})

export type CategoryDocument = z.infer<typeof categoryDocumentSchema>
export type SpecDefinition = z.infer<typeof specDefinitionSchema>

/** A category as pages use it: JSON-safe. */
export type Category = Omit<CategoryDocument, '_id' | 'updatedAt'>
