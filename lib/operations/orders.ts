import { z } from 'zod'
import { anyone } from '@/lib/auth/policies'
import { orderIdSchema, trackOrderSchema } from '@/lib/contracts/orders'
import { DomainError } from '@/lib/errors'
import * as orders from '@/lib/services/orders/orders'
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
