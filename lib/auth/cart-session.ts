import { cookies } from 'next/headers'
import { CART_COOKIE, CART_COOKIE_DAYS, signCartId, verifyCartId } from './cart-cookie'
import { currentSession } from './session'
import { signedCookie } from './signed-id'

/** Returns the cart id from the signed cookie; null if there is none. The cart itself may have been deleted. */
export async function guestCartId(): Promise<string | null> {
  return verifyCartId((await cookies()).get(CART_COOKIE)?.value)
}

/** Returns the id of the current cart: the account's if somebody is signed in, otherwise the guest's; null if none. */
export async function currentCartId(): Promise<string | null> {
  return (await currentSession())?.cartId ?? (await guestCartId())
}

/** Makes the browser forget the guest's cart. For route handlers only. */
export async function forgetGuestCart(): Promise<void> {
  const jar = await cookies()
  if (jar.has(CART_COOKIE)) jar.set(CART_COOKIE, '', { ...signedCookie(CART_COOKIE_DAYS), maxAge: 0 })
}

/**
 * Renews the cart cookie for 30 days. Call this after every change, which also renews the stored cart. For actions and
 * route handlers only.
 */
export async function renewCart(cartId: string): Promise<void> {
  const jar = await cookies()
  jar.set(CART_COOKIE, signCartId(cartId), signedCookie(CART_COOKIE_DAYS))
}
