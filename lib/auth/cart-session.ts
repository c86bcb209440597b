import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { CART_COOKIE, CART_COOKIE_DAYS, signCartId, verifyCartId } from './cart-cookie'
import { signedCookie } from './signed-id'

/** Returns the visitor's cart id; null if there is no valid cookie. The cart itself may have been deleted. */
export async function currentCartId(): Promise<string | null> {
  return verifyCartId((await cookies()).get(CART_COOKIE)?.value)
}

/**
 * Returns the visitor's cart id, creating one if needed, and renews the cookie for 30 days. For actions and route
 * handlers only, because pages cannot write cookies.
 */
export async function ensureCartId(): Promise<string> {
  const cartId = (await currentCartId()) ?? randomUUID()
  await renewCart(cartId)
  return cartId
}

/**
 * Renews the cart cookie for 30 days. Call this after every change, which also renews the stored cart. For actions and
 * route handlers only.
 */
export async function renewCart(cartId: string): Promise<void> {
  const jar = await cookies()
  jar.set(CART_COOKIE, signCartId(cartId), signedCookie(CART_COOKIE_DAYS))
}
