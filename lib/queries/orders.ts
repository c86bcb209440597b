import { cache } from 'react'
import { type OrderView, orderIdSchema } from '@/lib/contracts/orders'
import type { Settings } from '@/lib/contracts/settings'
import { getOrder, orderExists } from '@/lib/services/orders/orders'
import { getSetting } from '@/lib/services/settings'

/** Returns the current order, read once per request; null for an unknown or malformed id. */
export const readOrder = cache(async (id: string): Promise<OrderView | null> => {
  const parsed = orderIdSchema.safeParse(id)
  return parsed.success ? getOrder(parsed.data) : null
})

/** Returns whether the order exists; false for malformed ids. */
export const isOrder = (id: string): Promise<boolean> => orderExists(id)

/** Returns the bank account for transfers. Throws `unavailable` if none is configured. */
export async function readBankAccount(): Promise<Settings['bank']> {
  return getSetting('bank')
}
