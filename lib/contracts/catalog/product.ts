import { ObjectId } from 'mongodb'
import { z } from 'zod'
import { amountSchema, categoryPathSchema, skuSchema, slugSchema, specKeySchema } from '../common'

export const specValueSchema = z.union([
  z.string().min(1).max(300),
  z.number(),
  z.boolean(),
  z.array(z.string().min(1).max(100)).min(1).max(40),
])
export type SpecValue = z.infer<typeof specValueSchema>

export const imageSchema = z.object({
  src: z.string().min(1).max(500),
  alt: z.string().max(300),
  width: z.int().positive(),
  height: z.int().positive(),
})

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
})

/** What its reviews add up to; Postgres has the reviews, a job follows them here. */
const ratingSchema = z.object({
  average: z.number().min(0).max(5),
  count: z.int().min(0),
  /** Reviews with 1, 2, 3, 4 and 5 stars; documents of before reviews have none. */
  histogram: z.array(z.int().min(0)).length(5).optional(),
})

/** A product as MongoDB keeps it. Everything written or read goes through this schema. */
export const productDocumentSchema = z.object({
  _id: z.instanceof(ObjectId),
  slug: slugSchema,
  status: z.enum(['draft', 'active', 'archived']),
  name: z.string().min(1).max(120),
  tagline: z.string().max(200),
  description: z.string().max(20_000),
  brand: z.string().min(1).max(60),
  category: categoryPathSchema,
  images: z.array(imageSchema).max(30),
  specs: z.record(specKeySchema, specValueSchema),
  variants: z.array(variantSchema).min(1).max(250),
  rating: ratingSchema,
  popularity: z.int().min(0),
  createdAt: z.date(),
  updatedAt: z.date(),
})

export type ProductDocument = z.infer<typeof productDocumentSchema>
export type Variant = z.infer<typeof variantSchema>
export type Image = z.infer<typeof imageSchema>
