import { signId, verifySignedId } from './signed-id'

export const CART_COOKIE = 'nexus-cart'
export const CART_COOKIE_DAYS = 30

export const signCartId = (cartId: string): string => signId('cart', cartId)

/** Returns the cart id from the cookie's value; null if there is no cookie or its signature is wrong. */
export const verifyCartId = (cookie: string | undefined): string | null => verifySignedId('cart', cookie)
