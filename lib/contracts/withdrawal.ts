import { z } from 'zod'
import { emailSchema, lineSchema, textSchema } from './common'

/**
 * Maximum lengths in characters. Short enough for all fields to fit into the cookie that carries the statement to the
 * confirmation page.
 */
export const WITHDRAWAL_LENGTHS = { name: 100, order: 200, part: 400 } as const

export const WITHDRAWAL_FIELDS = ['name', 'order', 'email', 'part'] as const

/**
 * A consumer's statement of withdrawal: their name, the order in their own words, and where to send the
 * acknowledgement. `part` names the goods if only a part of the order is withdrawn; empty for the whole order.
 */
export const withdrawalFormSchema = z.object({
  name: lineSchema({ max: WITHDRAWAL_LENGTHS.name, missing: 'Please fill in your name.' }),
  order: lineSchema({
    max: WITHDRAWAL_LENGTHS.order,
    missing: 'Please say which order: its number, or what you bought and when.',
  }),
  email: emailSchema,
  part: textSchema({ max: WITHDRAWAL_LENGTHS.part }).default(''),
})

/**
 * The statement as confirmed on the second page. Sending the same content with the same key again does not create
 * another withdrawal.
 */
export const withdrawalSchema = z.object({ ...withdrawalFormSchema.shape, idempotencyKey: z.uuid() })
export type WithdrawalStatement = z.output<typeof withdrawalSchema>

/** A statement that the consumer has filled in but not confirmed yet. */
export const withdrawalDraftSchema = z.object({
  name: z.string(),
  order: z.string(),
  email: z.string(),
  part: z.string(),
  idempotencyKey: z.uuid(),
})

/**
 * A received statement, as shown on the page and in the e-mail that acknowledge it. `number` looks like
 * "W-2026-000087"; `submittedAt` is ISO 8601.
 */
export const withdrawalReceiptSchema = withdrawalDraftSchema
  .omit({ idempotencyKey: true })
  .extend({ number: z.string(), submittedAt: z.iso.datetime() })
export type WithdrawalReceipt = z.infer<typeof withdrawalReceiptSchema>

/** The data for a withdrawal's e-mails. JSON-safe. */
export interface WithdrawalView extends WithdrawalReceipt {
  /** The order to which number and e-mail address belong; null if there is none. `lastDay` is YYYY-MM-DD. */
  match: { orderId: string; number: string; lastDay: string | null; isLate: boolean } | null
  /**
   * Whether the e-mail to the consumer is held back because the address got too many recently. Staff must answer
   * instead.
   */
  isMailHeldBack: boolean
}
