import type { PlaceOrderInput } from '@/lib/contracts/checkout/checkout'
import { postgres } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import { countAttempts, forgiveAttempts } from '../rate-limit'
import { placeOrder } from './checkout'
import type { PlacedOrder } from './placed-order'

const TEN_MINUTES = 10 * 60
const message = (wait: string) =>
  'There have been many orders from your network or for this e-mail address. This one was not placed and you have ' +
  `not been charged; your cart is kept. Please try again in ${wait}.`
const BY_NETWORK = { name: 'order network', max: 10, windowSeconds: TEN_MINUTES, message }
const BY_EMAIL = { name: 'order e-mail', max: 5, windowSeconds: TEN_MINUTES, message }

/**
 * Places a shopper's order. Orders are limited per network (`visitor`) and per e-mail address, because every order
 * sends an e-mail. Only placed orders count towards the limits, each of them once. Errors: too_many_requests, and those
 * of placeOrder.
 */
export async function placeShopperOrder(request: {
  cartId: string
  userId?: string | null
  input: PlaceOrderInput
  visitor: string
}): Promise<PlacedOrder> {
  const { visitor, ...order } = request
  const { email, idempotencyKey } = order.input
  // If the response to a placed order was lost, repeating the request does not count as another order.
  if ((await postgres().order.count({ where: { idempotencyKey } })) > 0) return placeOrder(order)
  const attempts = [
    { limit: BY_NETWORK, subject: visitor },
    { limit: BY_EMAIL, subject: foldEmail(email) },
  ]
  await countAttempts(attempts)
  try {
    return await placeOrder(order)
  } catch (error) {
    await forgiveAttempts(attempts)
    throw error
  }
}
