import { forgetGuestCart } from '@/lib/auth/cart-session'
import { currentActor } from '@/lib/auth/current-actor'
import { quoteSchema } from '@/lib/contracts/checkout/checkout'
import { joinGuestCart } from '@/lib/operations/cart'
import { hasGuestCart, readCart } from '@/lib/queries/cart'
import { readQuote } from '@/lib/queries/checkout'
import { answerJson, parseQuery } from './answer-json'

/** Returns the visitor's cart as JSON, which static pages load separately. */
export const answerCart = (): Promise<Response> =>
  answerJson(async () => {
    if (await hasGuestCart()) await joinLeftover()
    return readCart()
  })

/** If somebody is signed in and the browser still has a guest's cart, joins it with theirs. */
async function joinLeftover(): Promise<void> {
  const actor = await currentActor()
  if (!actor.customer) return
  const answer = await joinGuestCart.execute({}, actor)
  if (answer.ok) await forgetGuestCart()
}

/**
 * Returns the quote for the visitor's cart as JSON: `?country=AT&deliveryMethod=EXPRESS`. Null if the cart is empty.
 */
export const answerQuote = (request: Request): Promise<Response> =>
  answerJson(async () => ({ quote: await readQuote(parseQuery(request, quoteSchema)) }))
