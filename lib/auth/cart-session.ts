import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { CART_COOKIE, CART_COOKIE_DAYS, signCartId, verifyCartId } from './cart-cookie'
import { signedCookie } from './signed-id'

/** The id of the visitor's cart; null where they have none. The cart itself may be gone. */
export async function currentCartId(): Promise<string | null> {
  return verifyCartId((await cookies()).get(CART_COOKIE)?.value)
}

/**
 * The id of the visitor's cart, a new one where they have none; and the cookie lives another 30 days. For actions and
 * route handlers only: pages cannot write cookies.
 */
export async function ensureCartId(): Promise<string> {
  const cartId = (await currentCartId()) ?? randomUUID()
  await renewCart(cartId)
  return cartId
}

/** The cookie of the visitor's cart lives another 30 days, as the cart does with each change. Not for pages either. */
export async function renewCart(cartId: string): Promise<void> {
  const jar = await cookies()
  jar.set(CART_COOKIE, signCartId(cartId), signedCookie(CART_COOKIE_DAYS))
}
