import { momentText } from '@/lib/domain/shipping/day'
import { latestOrders, nextSteps } from '@/lib/services/orders/fulfilment'

/** Returns the latest orders with the steps that each can take next. Development only. */
export async function readLatestOrders(count: number) {
  const orders = await latestOrders(count)
  return orders.map((order) => ({ ...order, placedText: momentText(order.placedAt), steps: nextSteps(order.status) }))
}
