import { ObjectId } from 'mongodb'
import { z } from 'zod'
import { cleanText, LISTING_LIMITS } from '@/lib/domain/listing/listing'
import { categoryPathSchema, productIdSchema, slugSchema } from '../common'

/** How a search text is called in a scope: in one case, without needless space. */
export const searchKey = (text: string) => cleanText(text).slice(0, LISTING_LIMITS.text).trim().toLowerCase()

/** The one listing whose first and last shelf a merchant sets: of a category itself, a collection or a search text. */
export const merchandisingScopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('category'), key: categoryPathSchema }),
  z.object({ type: z.literal('collection'), key: slugSchema }),
  z.object({ type: z.literal('search'), key: z.string().transform(searchKey).pipe(z.string().min(1)) }),
])
export type MerchandisingScope = z.infer<typeof merchandisingScopeSchema>

export const MOST_PINNED = 24
export const MOST_BURIED = 200

const idsSchema = (most: number) =>
  z
    .array(productIdSchema)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, 'must be different ones')

/** What a merchant saves; without products the listing is as it would be. */
export const merchandisingInputSchema = z
  .object({
    scope: merchandisingScopeSchema,
    /** First, in this order. */
    pinned: idsSchema(MOST_PINNED),
    /** Last. */
    buried: idsSchema(MOST_BURIED),
  })
  .refine(({ pinned, buried }) => !pinned.some((id) => buried.includes(id)), {
    path: ['buried'],
    message: 'must not hold what is pinned',
  })
export type MerchandisingInput = z.infer<typeof merchandisingInputSchema>

/** As MongoDB keeps it, one for each scope. */
export const merchandisingDocumentSchema = z.object({
  _id: z.instanceof(ObjectId),
  scope: z.object({ type: z.enum(['category', 'collection', 'search']), key: z.string().min(1).max(200) }),
  pinned: z.array(productIdSchema).max(MOST_PINNED),
  buried: z.array(productIdSchema).max(MOST_BURIED),
  updatedAt: z.date(),
})
export type MerchandisingDocument = z.infer<typeof merchandisingDocumentSchema>
