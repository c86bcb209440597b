import { ObjectId } from 'mongodb'
import { z } from 'zod'
import { cleanText } from '@/lib/domain/listing/listing'
import { productIdSchema } from '../common'

const MOST_TERMS = 20
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
const termsSchema = z.array(termSchema).max(MOST_TERMS, `must be at most ${MOST_TERMS}`)

/**
 * A rule of what shoppers call the same, in the form in which MongoDB Search reads its synonyms
 * (https://www.mongodb.com/docs/atlas/atlas-search/synonyms/): `equivalent` terms stand for one another; `explicit` ones
 * of `input` stand for those of `synonyms` as well, not the other way round.
 */
export const synonymSchema = z.discriminatedUnion('mappingType', [
  z.object({ mappingType: z.literal('equivalent'), synonyms: termsSchema.min(2, 'must be two at least') }),
  z.object({
    mappingType: z.literal('explicit'),
    input: termsSchema.min(1, 'must not be empty'),
    synonyms: termsSchema.min(1, 'must not be empty'),
  }),
])
export type Synonym = z.infer<typeof synonymSchema>

/** A rule as MongoDB keeps it. */
export const synonymDocumentSchema = z.object({
  _id: z.instanceof(ObjectId),
  mappingType: z.enum(['equivalent', 'explicit']),
  input: z.array(z.string().min(1).max(60)).max(MOST_TERMS).optional(),
  synonyms: z.array(z.string().min(1).max(60)).min(1).max(MOST_TERMS),
  updatedAt: z.date(),
})
export type SynonymDocument = z.infer<typeof synonymDocumentSchema>

/** 24 hexadecimal digits, as those of products. */
export const synonymIdSchema = productIdSchema
