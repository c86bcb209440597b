import { z } from 'zod'
import { isDocument } from '../storage/document'

/** A BSON document, passed through unchanged. */
export const documentSchema = z.custom<Record<string, unknown>>(isDocument, 'not a document')

/** A boolean, for which some clients send a number. */
export const flagSchema = z.union([z.boolean(), z.number()]).transform(Boolean)

export const countSchema = z.int().nonnegative()

export const sortSchema = z.record(z.string(), z.union([z.literal(1), z.literal(-1)]))

export const collationSchema = z.object({
  locale: z.string(),
  strength: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  caseLevel: z.boolean().optional(),
  caseFirst: z.enum(['upper', 'lower', 'off']).optional(),
  numericOrdering: z.boolean().optional(),
  alternate: z.string().optional(),
})

export const indexSpecSchema = z.looseObject({
  name: z.string(),
  key: documentSchema,
  unique: flagSchema.optional(),
  sparse: flagSchema.optional(),
  partialFilterExpression: documentSchema.optional(),
})

export type Sort = z.infer<typeof sortSchema>
export type IndexSpec = z.infer<typeof indexSpecSchema>
