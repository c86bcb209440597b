import { z } from 'zod'
import { emailSchema, lineSchema, textSchema } from './common'

/**
 * Maximum lengths in characters. Together, the fields fit into the cookie that carries the statement to the
 * confirmation page.
 */
export const WITHDRAWAL_LENGTHS = { name: 100, order: 200, part: 400 } as const

export const WITHDRAWAL_FIELDS = ['name', 'order', 'email', 'part'] as const

/**
 * A consumer's statement: their name, the order in their own words, and where to send the acknowledgement. `part`
 * limits it to a part of the order.
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

/** The statement as confirmed on the second page. The same content with the same key is the same withdrawal. */
export const withdrawalSchema = z.object({ ...withdrawalFormSchema.shape, idempotencyKey: z.uuid() })
export type WithdrawalStatement = z.output<typeof withdrawalSchema>

/** A statement that is ready to be confirmed. */
export const withdrawalDraftSchema = z.object({
  name: z.string(),
  order: z.string(),
  email: z.string(),
  part: z.string(),
  idempotencyKey: z.uuid(),
})

/**
 * The received statement, as the page and the e-mail acknowledge it. `number` is "W-2026-000087", `submittedAt` ISO
 * 8601.
 */
export const withdrawalReceiptSchema = withdrawalDraftSchema
  .omit({ idempotencyKey: true })
  .extend({ number: z.string(), submittedAt: z.iso.datetime() })
export type WithdrawalReceipt = z.infer<typeof withdrawalReceiptSchema>

/** The data for a withdrawal's e-mails. JSON-safe. */
export interface WithdrawalView extends WithdrawalReceipt {
  /** The order with this number and e-mail address; null if there is none. Days are ISO. */
  match: { orderId: string; number: string; lastDay: string | null; isLate: boolean } | null
  /** Whether this address was sent too many e-mails recently, so that staff must answer instead. */
  isMailHeldBack: boolean
}
