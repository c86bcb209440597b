import { currentCartId } from '@/lib/auth/cart-session'
import type { CartView } from '@/lib/contracts/cart'
import { CURRENCY } from '@/lib/domain/locale'
import { getCart } from '@/lib/services/cart/cart'
import { getTerms } from './listing/terms'

/** Returns the visitor's current cart, never cached. Runs no query for visitors without a cart. */
export async function readCart(): Promise<CartView> {
  const cartId = await currentCartId()
  return cartId ? getCart(cartId) : emptyCart()
}

/** Returns whether the browser sent a cart cookie. */
export const hasCart = async (): Promise<boolean> => (await currentCartId()) !== null

async function emptyCart(): Promise<CartView> {
  const { standard, express } = (await getTerms()).delivery
  const { price, freeFrom } = standard
  const delivery = { standard: price, express: express.price, freeFrom, missingForFree: freeFrom }
  return { lines: [], count: 0, subtotal: 0, currency: CURRENCY, delivery }
}
