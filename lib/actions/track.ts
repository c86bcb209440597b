import { visitorAddress } from '@/lib/auth/visitor'
import { trackOrderSchema } from '@/lib/contracts/orders'
import { DomainError } from '@/lib/errors'
import { trackOrder as find } from '@/lib/services/orders/orders'
import { defineAction } from './define-action'
import { anyone } from './policies'

/** Finds the order with that number and e-mail address, slowly for whoever guesses. */
export const trackOrder = defineAction({
  policy: anyone,
  schema: trackOrderSchema,
  call: async ({ number, email }) => {
    const orderId = await find({ number, email, visitor: await visitorAddress() })
    // Whether the number or the address is wrong is nobody's business.
    if (!orderId)
      throw new DomainError('not_found', 'No order has this number and this e-mail. Is the number from another shop?')
    return { orderId }
  },
})
