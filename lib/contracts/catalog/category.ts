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

/** Definition of a spec that a category's products have: its label, unit, display and filter. */
export const specDefinitionSchema = z
  .object({
    key: specKeySchema,
    label: z.string().min(1).max(60),
    type: z.enum(['string', 'number', 'boolean', 'list']),
    /** `variant`: an option that shoppers choose; `product`: a value that all variants of a product share. */
    level: z.enum(['product', 'variant']),
    unit: z.string().max(20).optional(),
    /** Heading under which the spec table shows the spec. */
    group: z.string().max(40).optional(),
    filterable: z.boolean(),
    /** Whether the option must fit a body (a size, a length), so that shoppers have to choose it themselves. */
    fits: z.boolean().optional(),
    /** Possible values in display order. A number without values is filtered by range. */
    values: z.array(specDefinitionValueSchema).max(300).optional(),
  })
  .refine(
    ({ values = [] }) => new Set(values.map(({ slug }) => slug)).size === values.length,
    'slugs must be unique within a spec',
  )
  .refine(
    ({ key, filterable }) => !filterable || (key !== 'brand' && !RESERVED_KEYS.has(key)),
    'this word is reserved in addresses',
  )
  .refine(({ level, type }) => level === 'product' || type === 'string', 'an option must be a string')

/** A category as MongoDB stores it. Only categories without subcategories contain products and specs. */
export const categoryDocumentSchema = z.object({
  _id: z.instanceof(ObjectId),
  path: categoryPathSchema,
  slug: slugSchema,
  /** Former paths of the category, oldest first. Their addresses redirect to it. */
  formerPaths: z.array(categoryPathSchema).max(MAX_FORMER_SLUGS).optional(),
  name: z.string().min(1).max(60),
  /** One-line introduction on the category's page. */
  description: z.string().max(300),
  parent: categoryPathSchema.nullable(),
  order: z.int().min(0),
  image: z.string().max(500).optional(),
  tint: z.enum(['shell', 'butter', 'mint', 'sky', 'lilac', 'rose']),
  taxClass: z.enum(TAX_CLASSES),
  /** The reason why the category's products cannot be returned; missing if they can. */
  returnExcluded: z.enum(RETURN_EXCLUSIONS).optional(),
  specs: z.array(specDefinitionSchema).max(60),
  updatedAt: z.date(),
})

export type CategoryDocument = z.infer<typeof categoryDocumentSchema>
export type SpecDefinition = z.infer<typeof specDefinitionSchema>

/** A category as pages use it. JSON-safe. */
export type Category = Omit<CategoryDocument, '_id' | 'updatedAt'>
