import { signId, verifySignedId } from './signed-id'

export const CART_COOKIE = 'nexus-cart'
export const CART_COOKIE_DAYS = 30

export const signCartId = (cartId: string): string => signId('cart', cartId)

/** The cart's id from the cookie; null where there is none or somebody edited it. */
export const verifyCartId = (cookie: string | undefined): string | null => verifySignedId('cart', cookie)
