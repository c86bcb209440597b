import { cache } from 'react'
import { type OrderView, orderIdSchema } from '@/lib/contracts/orders'
import type { Settings } from '@/lib/contracts/settings'
import { getOrder, orderExists } from '@/lib/services/orders/orders'
import { getSetting } from '@/lib/services/settings'

/** Returns the current order, which is read once per request; null if the id is unknown or malformed. */
export const readOrder = cache(async (id: string): Promise<OrderView | null> => {
  const parsed = orderIdSchema.safeParse(id)
  return parsed.success ? getOrder(parsed.data) : null
})

/** Returns whether the order exists; false if the id is malformed. */
export const isOrder = (id: string): Promise<boolean> => orderExists(id)

/** Returns the bank account to which shoppers transfer money. Throws `unavailable` if none is configured. */
export async function readBankAccount(): Promise<Settings['bank']> {
  return getSetting('bank')
}
