import { ObjectId } from 'mongodb'
import { z } from 'zod'
import { cleanText } from '@/lib/domain/listing/listing'
import { productIdSchema } from '../common'

const MAX_TERMS = 20
const termSchema = z
  .string()
  .transform(cleanText)
  .pipe(
    z
      .string()
      .min(1, 'must not be empty')
      .max(60, 'is too long')
      .regex(/[\p{L}\p{N}]/u, 'must have a letter'),
  )
const termsSchema = z.array(termSchema).max(MAX_TERMS, `must have at most ${MAX_TERMS} terms`)

/**
 * A synonym rule in the format of MongoDB Search (https://www.mongodb.com/docs/atlas/atlas-search/synonyms/). With
 * `equivalent`, all terms in `synonyms` are interchangeable; with `explicit`, a search for a term in `input` also finds
 * those in `synonyms`, but not the other way round.
 */
export const synonymSchema = z.discriminatedUnion('mappingType', [
  z.object({ mappingType: z.literal('equivalent'), synonyms: termsSchema.min(2, 'must have at least two terms') }),
  z.object({
    mappingType: z.literal('explicit'),
    input: termsSchema.min(1, 'must not be empty'),
    synonyms: termsSchema.min(1, 'must not be empty'),
  }),
])
export type Synonym = z.infer<typeof synonymSchema>

/** A synonym rule as MongoDB stores it. */
export const synonymDocumentSchema = z.object({
  _id: z.instanceof(ObjectId),
  mappingType: z.enum(['equivalent', 'explicit']),
  input: z.array(z.string().min(1).max(60)).max(MAX_TERMS).optional(),
  synonyms: z.array(z.string().min(1).max(60)).min(1).max(MAX_TERMS),
  updatedAt: z.date(),
})
export type SynonymDocument = z.infer<typeof synonymDocumentSchema>

/** Id of a synonym rule: 24 hexadecimal digits, like ids of products. */
export const synonymIdSchema = productIdSchema
