import type { Actor } from './actor'
import { currentCartId } from './cart-session'
import { clientAddress } from './client-address'
import { currentVisitorId } from './visitor'

/** Returns the actor of the current request, from its signed cookies and network address. */
export async function currentActor(): Promise<Actor> {
  const [cartId, visitorId, address] = await Promise.all([currentCartId(), currentVisitorId(), clientAddress()])
  return { cartId, visitorId, address }
}
