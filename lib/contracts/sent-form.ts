import { z } from 'zod'

/** Why a form was refused. `message` is written for shoppers. */
export const refusalSchema = z.object({
  message: z.string(),
  fieldErrors: z.record(z.string(), z.string()).optional(),
  /** JSON-safe facts, such as the lines that exceed stock. */
  details: z.record(z.string(), z.unknown()).optional(),
})

/** A refused plain form: the typed values, and what was wrong with them. */
export const sentFormSchema = z.object({
  /** Repeated in the address as `?sent=`. With it, the page shows the refusal; without it, only the typed values. */
  id: z.string(),
  values: z.record(z.string(), z.string()),
  refusal: refusalSchema.optional(),
})

export type Refusal = z.infer<typeof refusalSchema>
export type SentForm = z.infer<typeof sentFormSchema>
