'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { textFields } from '@/lib/contracts/form-fields'
import { trackOrderSchema } from '@/lib/contracts/order'
import { DomainError } from '@/lib/errors'
import { trackOrder as find } from '@/lib/services/orders'
import { type ActionFailure, defineAction } from './define-action'
import { anyone } from './policies'

/** The form after it was sent and came back: what was typed, and what was wrong with it. */
export interface TrackState {
  values: { number?: string; email?: string }
  failure?: ActionFailure
}

/** Goes to the order with that number and e-mail address. A form in its own right, also without scripts. */
export async function trackOrder(_before: TrackState, form: FormData): Promise<TrackState> {
  const { number, email } = textFields(form)
  const result = await track({ number, email })
  if (result.ok) redirect(`/orders/${result.orderId}`)
  return { values: { number, email }, failure: result }
}

const track = defineAction({
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

/** The address of who asks: the last one that was noted on the way here, which no visitor can make up. */
async function visitorAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for')
  return forwarded?.split(',').at(-1)?.trim() || 'unknown'
}
