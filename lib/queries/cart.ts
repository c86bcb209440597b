import { currentCartId } from '@/lib/auth/cart-session'
import type { CartView } from '@/lib/contracts/cart'
import { CURRENCY } from '@/lib/domain/locale'
import { getCart } from '@/lib/services/cart/cart'
import { getTerms } from './listing/terms'

/** Returns the visitor's current cart. Never cached. Does not query Postgres for a cart if the visitor has none. */
export async function readCart(): Promise<CartView> {
  const cartId = await currentCartId()
  return cartId ? getCart(cartId) : emptyCart()
}

/** Returns whether the browser sent a valid cart cookie. */
export const hasCart = async (): Promise<boolean> => (await currentCartId()) !== null

async function emptyCart(): Promise<CartView> {
  const { standard, express } = (await getTerms()).delivery
  const { price, freeFrom } = standard
  const delivery = { standard: price, express: express.price, freeFrom, missingForFree: freeFrom }
  return { lines: [], count: 0, subtotal: 0, currency: CURRENCY, delivery }
}
