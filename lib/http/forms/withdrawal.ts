import { currentActor } from '@/lib/auth/current-actor'
import type { Refusal } from '@/lib/contracts/sent-form'
import {
  WITHDRAWAL_FIELDS,
  WITHDRAWAL_LENGTHS,
  type WithdrawalReceipt,
  type WithdrawalStatement,
  withdrawalReceiptSchema,
  withdrawalSchema,
} from '@/lib/contracts/withdrawal'
import { prepareWithdrawal, submitWithdrawal } from '@/lib/operations/withdrawals'
import { answerForm } from './plain-form'
import { readSentForm } from './sent-form'

const form = { page: '/withdraw', keep: WITHDRAWAL_FIELDS }

/**
 * Handles the first withdrawal form. Redirects to the confirmation page with the statement, or back with the errors.
 */
export const answerWithdrawalForm = (request: Request): Promise<Response> =>
  answerForm(request, {
    ...form,
    run: async (fields) => prepareWithdrawal.execute(fields, await currentActor()),
    carry: ({ ok: _, ...draft }) => draft,
    next: () => '/withdraw/confirm',
  })

/**
 * Handles the button that confirms a withdrawal. Redirects to the acknowledgement, or back to the form with the reason
 * for the refusal.
 */
export const answerWithdrawalConfirmation = (request: Request): Promise<Response> =>
  answerForm(request, {
    ...form,
    run: async (fields) => submitWithdrawal.execute(fields, await currentActor()),
    carry: ({ ok: _, ...receipt }) => receipt,
    next: () => '/withdraw/done',
  })

/**
 * Returns what the first withdrawal form shows: the typed values, the reason for a refusal, and the order number from a
 * link.
 */
export async function readWithdrawalForm({
  sent,
  order,
}: Record<string, unknown>): Promise<{ values: Record<string, string>; refusal: Refusal | undefined }> {
  const { values, refusal } = await readSentForm(sent)
  const isSubmitted = withdrawalReceiptSchema.safeParse(values).success
  const linked = typeof order === 'string' ? order.slice(0, WITHDRAWAL_LENGTHS.order) : ''
  return { values: isSubmitted ? { order: linked } : { order: linked, ...values }, refusal }
}

/** Returns the statement that this browser has yet to confirm; null if there is none. */
export async function readWithdrawalStatement(): Promise<WithdrawalStatement | null> {
  return withdrawalSchema.safeParse((await readSentForm(undefined)).values).data ?? null
}

/** Returns the withdrawal that this browser has just confirmed; null if there is none. */
export async function readWithdrawalReceipt(): Promise<WithdrawalReceipt | null> {
  return withdrawalReceiptSchema.safeParse((await readSentForm(undefined)).values).data ?? null
}
