import { currentCartId } from '@/lib/auth/cart-session'
import { DomainError } from '@/lib/errors'

/** Anybody may: what it is about is found by something that only its owner knows. */
export const anyone = async (): Promise<void> => {}

/** Only who holds the signed cookie changes or buys its cart. Returns the cart's id. */
export async function holderOfCart(): Promise<string> {
  const cartId = await currentCartId()
  if (cartId) return cartId
  throw new DomainError('cart_empty', 'Your cart is empty by now. Please put it in again.')
}
