import { z } from 'zod'

/** Why a form was refused. `message` is written for shoppers. */
export const refusalSchema = z.object({
  message: z.string(),
  fieldErrors: z.record(z.string(), z.string()).optional(),
  /** Further facts about the refusal, such as the lines that exceed the stock. JSON-safe. */
  details: z.record(z.string(), z.unknown()).optional(),
})

export type Refusal = z.infer<typeof refusalSchema>

/** Returns the sentences that say why, of refusals whose message says only what did not happen. */
export const whyOf = ({ details }: Pick<Refusal, 'details'>): string | undefined =>
  typeof details?.why === 'string' ? details.why : undefined

/** The values typed into a form that was submitted without a script and refused, and the refusal. */
export const sentFormSchema = z.object({
  /**
   * Also in the address as `?sent=`. A page with this parameter shows the refusal; without it, it shows only the typed
   * values.
   */
  id: z.string(),
  values: z.record(z.string(), z.string()),
  refusal: refusalSchema.optional(),
})

export type SentForm = z.infer<typeof sentFormSchema>
