import { orderConfirmation } from '@/lib/mail/order-confirmation'
import { sendMail } from '@/lib/mail/send'
import { getOrder } from '@/lib/services/orders/orders'
import { getSettings } from '@/lib/services/settings'
import type { JobData } from '../queues'

/** Sends the confirmation. Once for each order, as far as mail allows. */
export async function confirmOrder({ orderId }: JobData<'mail.order-confirmation'>): Promise<void> {
  const [order, { bank }] = await Promise.all([getOrder(orderId), getSettings()])
  if (!order) throw new Error(`There is no order ${orderId}`)
  await sendMail({ id: `order-confirmation-${orderId}`, to: order.email, ...orderConfirmation(order, bank) })
}
