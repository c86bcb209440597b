import type { Actor } from './actor'
import { currentCartId } from './cart-session'
import { currentVisitorId, visitorAddress } from './visitor'

/** Returns who sent the current request, from its signed cookies and its network address. */
export async function currentActor(): Promise<Actor> {
  const [cartId, visitorId, address] = await Promise.all([currentCartId(), currentVisitorId(), visitorAddress()])
  return { cartId, visitorId, address }
}
