import { z } from 'zod'

/** Why a form was not accepted, as its page shows it. `message` is written for the shopper. */
export const refusalSchema = z.object({
  message: z.string(),
  fieldErrors: z.record(z.string(), z.string()).optional(),
  /** JSON-safe facts, such as the lines that are short. */
  details: z.record(z.string(), z.unknown()).optional(),
})

/** A plain form on its way back to its page: what was typed and what was wrong with it. */
export const sentFormSchema = z.object({
  /** Stands in the address of the one page that tells the refusal; a later visit has only what was typed. */
  id: z.string(),
  values: z.record(z.string(), z.string()),
  refusal: refusalSchema.optional(),
})

export type Refusal = z.infer<typeof refusalSchema>
export type SentForm = z.infer<typeof sentFormSchema>
