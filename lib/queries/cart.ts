import { currentCartId, guestCartId } from '@/lib/auth/cart-session'
import { currentSession } from '@/lib/auth/session'
import type { CartView } from '@/lib/contracts/cart'
import { CURRENCY } from '@/lib/domain/locale'
import { getCart } from '@/lib/services/cart/cart'
import { countSaved } from '@/lib/services/cart/joining'
import { getTerms } from './listing/terms'

/** Returns the visitor's current cart. Never cached. Does not query Postgres for a cart if the visitor has none. */
export async function readCart(): Promise<CartView> {
  const cartId = await currentCartId()
  return cartId ? getCart(cartId) : emptyCart()
}

/** Returns whether the visitor has a cart: the account's, or that of a valid cookie. */
export const hasCart = async (): Promise<boolean> => (await currentCartId()) !== null

/** Returns whether the browser sent a valid cookie of a guest's cart. */
export const hasGuestCart = async (): Promise<boolean> => (await guestCartId()) !== null

/** Returns how many lines the account of the visitor has saved for later. */
export async function countSavedLines(): Promise<number> {
  const session = await currentSession()
  return session ? countSaved(session.userId) : 0
}

async function emptyCart(): Promise<CartView> {
  const { standard, express } = (await getTerms()).delivery
  const { price, freeFrom } = standard
  const delivery = { standard: price, express: express.price, freeFrom, missingForFree: freeFrom }
  return { lines: [], count: 0, subtotal: 0, currency: CURRENCY, delivery }
}
