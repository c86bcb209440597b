import { ObjectId } from 'mongodb'
import { z } from 'zod'
import { MAX_FORMER_SLUGS } from '@/lib/domain/catalog/former-slugs'
import { isGtin } from '@/lib/domain/catalog/gtin'
import { RETURN_EXCLUSIONS } from '@/lib/domain/orders/withdrawal-exclusion'
import { TAX_CLASSES } from '@/lib/domain/pricing/tax'
import { amountSchema, categoryPathSchema, skuSchema, slugSchema, specKeySchema } from '../common'
import { imageSchema } from './image'

export const specValueSchema = z.union([
  z.string().min(1).max(300),
  z.number(),
  z.boolean(),
  z.array(z.string().min(1).max(100)).min(1).max(40),
])
export type SpecValue = z.infer<typeof specValueSchema>

const saleSchema = z
  .object({ price: amountSchema, startsAt: z.date(), endsAt: z.date() })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, 'a sale must start before it ends')

export const variantSchema = z.object({
  sku: skuSchema,
  options: z.record(specKeySchema, z.string().min(1).max(60)),
  price: amountSchema,
  sale: saleSchema.optional(),
  /** The `src` of one of the product's images. */
  image: z.string().max(500).optional(),
  gtin: z.string().max(14).refine(isGtin, 'must be a GTIN: 8, 12, 13 or 14 digits with its check digit').optional(),
  /** The manufacturer's part number. */
  mpn: z.string().min(1).max(70).optional(),
  /** Weight in grams, including packaging. */
  weight: z.int().min(1).max(10_000_000).optional(),
})

/** A responsible party: name, postal address, and an e-mail address or web page. */
export const responsiblePartySchema = z.object({
  name: z.string().min(1).max(200),
  address: z.string().min(1).max(300),
  contact: z.union([z.email(), z.url({ protocol: /^https?$/ })]),
})

/** Summary of the product's reviews. The reviews themselves are in Postgres; a job keeps this summary up to date. */
const ratingSchema = z.object({
  average: z.number().min(0).max(5),
  count: z.int().min(0),
  /** Numbers of reviews with 1, 2, 3, 4 and 5 stars. Missing in documents that are older than the review feature. */
  histogram: z.array(z.int().min(0)).length(5).optional(),
})

/** A product as MongoDB stores it. All reads and writes go through this schema. */
export const productDocumentSchema = z.object({
  _id: z.instanceof(ObjectId),
  slug: slugSchema,
  /** Former slugs of the product, oldest first. Their addresses redirect to it. */
  formerSlugs: z.array(slugSchema).max(MAX_FORMER_SLUGS).optional(),
  status: z.enum(['draft', 'active', 'archived']),
  name: z.string().min(1).max(120),
  tagline: z.string().max(200),
  description: z.string().max(20_000),
  brand: z.string().min(1).max(60),
  category: categoryPathSchema,
  images: z.array(imageSchema).max(30),
  specs: z.record(specKeySchema, specValueSchema),
  variants: z.array(variantSchema).min(1).max(250),
  /** Overrides the category's VAT class. */
  taxClass: z.enum(TAX_CLASSES).optional(),
  /** Overrides the category's `returnExcluded`; false means that this product can be returned. */
  returnExcluded: z.union([z.literal(false), z.enum(RETURN_EXCLUSIONS)]).optional(),
  /**
   * The manufacturer. If it is outside the EU, `responsiblePerson` is its representative there (Regulation (EU)
   * 2023/988, article 19).
   */
  manufacturer: responsiblePartySchema.optional(),
  responsiblePerson: responsiblePartySchema.optional(),
  warnings: z.array(z.string().min(1).max(500)).max(20).optional(),
  rating: ratingSchema,
  popularity: z.int().min(0),
  createdAt: z.date(),
  updatedAt: z.date(),
})

export type ProductDocument = z.infer<typeof productDocumentSchema>
export type Variant = z.infer<typeof variantSchema>
export type ResponsibleParty = z.infer<typeof responsiblePartySchema>
