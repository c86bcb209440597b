import { headers } from 'next/headers'
import { trackOrderSchema } from '@/lib/contracts/order'
import { DomainError } from '@/lib/errors'
import { trackOrder as find } from '@/lib/services/orders'
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

/**
 * The address of who asks: the last one that was noted on the way here. A proxy in front of the store appends it; where
 * there is none, a visitor can make it up, so guesses are counted by number and e-mail address too.
 */
async function visitorAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for')
  return forwarded?.split(',').at(-1)?.trim() || 'unknown'
}
