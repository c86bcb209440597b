import { z } from 'zod'
import { anyone, customer } from '@/lib/auth/policies'
import { orderIdSchema, trackOrderSchema } from '@/lib/contracts/orders'
import { DomainError } from '@/lib/errors'
import * as orders from '@/lib/services/orders/orders'
import { reorder } from '@/lib/services/orders/reorder'
import { operation } from './operation'

/** Finds an order by number and e-mail address. Rate-limited. */
export const trackOrder = operation({
  name: 'orders.track',
  who: [anyone],
  input: trackOrderSchema,
  output: z.object({ orderId: orderIdSchema }),
  run: async ({ number, email }, { address }) => {
    const orderId = await orders.trackOrder({ number, email, visitor: address })
    // Must not reveal which of the two was wrong.
    if (!orderId)
      throw new DomainError('not_found', 'No order has this number and this e-mail. Is the number from another shop?')
    return { orderId }
  },
})

/** Adds everything of one of the person's orders that can still be had to their cart. */
export const orderAgain = operation({
  name: 'orders.again',
  who: [customer],
  input: z.object({ orderId: orderIdSchema }),
  output: z.object({ added: z.int() }),
  run: async ({ orderId }, { customer: { userId }, cartId }) => {
    if (!cartId) throw new DomainError('unavailable', 'Your cart is not available. Please try again in a moment.')
    return { added: await reorder({ userId, orderId, cartId }) }
  },
})
