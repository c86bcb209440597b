import { orderConfirmation } from '@/lib/mail/order-confirmation'
import { sendMail } from '@/lib/mail/send'
import { getOrder } from '@/lib/services/orders/orders'
import { getSetting, readSettings } from '@/lib/services/settings'
import type { JobData } from '../queues'

/**
 * Sends the e-mail that confirms an order. A retry sends the same Message-ID, so that mail servers can drop the copy.
 */
export async function confirmOrder({ orderId }: JobData<'mail.order-confirmation'>): Promise<void> {
  const [order, bank, { trader }] = await Promise.all([getOrder(orderId), getSetting('bank'), readSettings()])
  if (!order) throw new Error(`There is no order ${orderId}`)
  await sendMail({
    id: `order-confirmation-${orderId}`,
    to: order.email,
    ...orderConfirmation(order, { bank, trader }),
  })
}
