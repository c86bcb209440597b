import { currentCartId } from '@/lib/auth/cart-session'
import type { CartView } from '@/lib/contracts/cart'
import { getCart } from '@/lib/services/cart'

/** The visitor's cart as it stands now: never cached. */
export async function readCart(): Promise<CartView> {
  return getCart(await currentCartId())
}
