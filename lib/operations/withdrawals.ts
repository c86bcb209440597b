import { randomUUID } from 'node:crypto'
import { anyone } from '@/lib/auth/policies'
import {
  withdrawalDraftSchema,
  withdrawalFormSchema,
  withdrawalReceiptSchema,
  withdrawalSchema,
} from '@/lib/contracts/withdrawal'
import * as withdrawals from '@/lib/services/orders/withdrawals'
import { operation } from './operation'

/**
 * Checks a statement and returns it with a new idempotency key, with which it can be confirmed once. Records nothing.
 */
export const prepareWithdrawal = operation({
  name: 'withdrawals.prepare',
  who: [anyone],
  input: withdrawalFormSchema,
  output: withdrawalDraftSchema,
  run: async (statement) => ({ ...statement, idempotencyKey: randomUUID() }),
})

/**
 * Records that a consumer withdraws from a contract, and acknowledges it by e-mail. The answer never reveals details of
 * an order.
 */
export const submitWithdrawal = operation({
  name: 'withdrawals.submit',
  who: [anyone],
  input: withdrawalSchema,
  output: withdrawalReceiptSchema,
  run: (statement, { address }) => withdrawals.submitWithdrawal(statement, address),
})
