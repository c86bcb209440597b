import { z } from 'zod'
import { ensureCartId, renewCart } from '@/lib/auth/cart-session'
import {
  addToCartFormSchema,
  type CartView,
  changeQuantityFormSchema,
  type QuantityOutcome,
  removeFromCartSchema,
} from '@/lib/contracts/cart'
import * as cart from '@/lib/services/cart/cart'
import { type ActionResult, defineAction } from './define-action'
import { anyone, holderOfCart } from './policies'

// The routes under /cart call these, for plain forms and for scripts. They are not "use server": a server action that
// sets a cookie renders the page anew, here to say that one more lamp is in the cart.

/** What became of the cart, and of the line that it was about. */
export interface CartAnswer {
  cart: CartView
  outcome: QuantityOutcome | null
}
export type CartResult = ActionResult<CartAnswer>

export const addToCart = defineAction({
  policy: anyone,
  schema: addToCartFormSchema,
  call: async (wish): Promise<CartAnswer> => {
    const cartId = await ensureCartId()
    const outcome = await cart.addToCart({ cartId, ...wish })
    return { outcome, cart: await cart.getCart(cartId) }
  },
})

export const changeQuantity = defineAction({
  policy: holderOfCart,
  schema: changeQuantityFormSchema,
  call: async (wish, cartId): Promise<CartAnswer> => {
    const outcome = await cart.changeQuantity({ cartId, ...wish })
    return changed(cartId, outcome)
  },
})

export const removeFromCart = defineAction({
  policy: holderOfCart,
  schema: removeFromCartSchema,
  call: async ({ sku }, cartId): Promise<CartAnswer> => {
    await cart.removeFromCart({ cartId, sku })
    return changed(cartId)
  },
})

/** The shopper goes on with today's prices. */
export const acceptPrices = defineAction({
  policy: holderOfCart,
  schema: z.object({}),
  call: async (_, cartId): Promise<CartAnswer> => {
    await cart.acceptPrices(cartId)
    return changed(cartId)
  },
})

async function changed(cartId: string, outcome: QuantityOutcome | null = null): Promise<CartAnswer> {
  await renewCart(cartId)
  return { outcome, cart: await cart.getCart(cartId) }
}
