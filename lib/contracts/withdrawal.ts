import { z } from 'zod'
import { emailSchema, lineSchema, textSchema } from './common'

/** Characters. Together they fit into the cookie that brings the statement to the page which confirms it. */
export const WITHDRAWAL_LENGTHS = { name: 100, order: 200, part: 400 } as const

export const WITHDRAWAL_FIELDS = ['name', 'order', 'email', 'part'] as const

/** What a consumer states: who, which contract, and where the acknowledgement goes. The order is taken as it is called. */
export const withdrawalFormSchema = z.object({
  name: lineSchema({ max: WITHDRAWAL_LENGTHS.name, missing: 'Please fill in your name.' }),
  order: lineSchema({
    max: WITHDRAWAL_LENGTHS.order,
    missing: 'Please say which order: its number, or what you bought and when.',
  }),
  email: emailSchema,
  part: textSchema({ max: WITHDRAWAL_LENGTHS.part }).default(''),
})

/** The statement as the second page confirms it; the same key again is the same withdrawal. */
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

/** What was received, as page and mail acknowledge it. `number` is "W-2026-000087", `submittedAt` ISO 8601. */
export const withdrawalReceiptSchema = withdrawalDraftSchema
  .omit({ idempotencyKey: true })
  .extend({ number: z.string(), submittedAt: z.iso.datetime() })
export type WithdrawalReceipt = z.infer<typeof withdrawalReceiptSchema>

/** The data of a withdrawal's mails. JSON-safe. */
export interface WithdrawalView extends WithdrawalReceipt {
  /** The order with the number and the e-mail address; null if there is none. Days are ISO. */
  match: { orderId: string; number: string; lastDay: string | null; isLate: boolean } | null
  /** Too many were sent to this address recently: staff answer it instead of an automatic mail. */
  isMailHeldBack: boolean
}
