import { ObjectId } from 'mongodb'
import { z } from 'zod'
import { cleanText, LISTING_LIMITS } from '@/lib/domain/listing/listing'
import { categoryPathSchema, productIdSchema, slugSchema } from '../common'

/**
 * Returns the key under which merchandising for a search text is stored: the text in lower case, without extra spaces.
 */
export const searchKey = (text: string) => cleanText(text).slice(0, LISTING_LIMITS.text).trim().toLowerCase()

/** The listing whose order a merchant changes: that of a category, a collection or a search text. */
export const merchandisingScopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('category'), key: categoryPathSchema }),
  z.object({ type: z.literal('collection'), key: slugSchema }),
  z.object({ type: z.literal('search'), key: z.string().transform(searchKey).pipe(z.string().min(1)) }),
])
export type MerchandisingScope = z.infer<typeof merchandisingScopeSchema>

export const MAX_PINNED = 24
export const MAX_BURIED = 200

const idsSchema = (most: number) =>
  z
    .array(productIdSchema)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, 'must not repeat an id')

/**
 * Pinned and buried products as merchants save them. If both lists are empty, the listing returns to its default order.
 */
export const merchandisingInputSchema = z
  .object({
    scope: merchandisingScopeSchema,
    /** Ids of products to show first, in this order. */
    pinned: idsSchema(MAX_PINNED),
    /** Ids of products to show last. */
    buried: idsSchema(MAX_BURIED),
  })
  .refine(({ pinned, buried }) => !pinned.some((id) => buried.includes(id)), {
    path: ['buried'],
    message: 'must not contain pinned products',
  })
export type MerchandisingInput = z.infer<typeof merchandisingInputSchema>

/** Pinned and buried products as MongoDB stores them, one document per scope. */
export const merchandisingDocumentSchema = z.object({
  _id: z.instanceof(ObjectId),
  scope: z.object({ type: z.enum(['category', 'collection', 'search']), key: z.string().min(1).max(200) }),
  pinned: z.array(productIdSchema).max(MAX_PINNED),
  buried: z.array(productIdSchema).max(MAX_BURIED),
  updatedAt: z.date(),
})
export type MerchandisingDocument = z.infer<typeof merchandisingDocumentSchema>
