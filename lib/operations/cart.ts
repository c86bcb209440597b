import { z } from 'zod'
import { cartOwner, customer } from '@/lib/auth/policies'
import {
  addToCartFormSchema,
  type CartChanged,
  cartChangedSchema,
  changeQuantityFormSchema,
  type QuantityOutcome,
  removeFromCartSchema,
} from '@/lib/contracts/cart'
import * as cart from '@/lib/services/cart/cart'
import { joinCarts, restoreSavedCart } from '@/lib/services/cart/joining'
import { operation } from './operation'

/** Adds units of a SKU. If the visitor has no cart, the caller must create a cart id first. */
export const addToCart = operation({
  name: 'cart.add',
  who: [cartOwner],
  input: addToCartFormSchema,
  output: cartChangedSchema,
  run: async (line, { cartId }) => changed(cartId, await cart.addToCart({ cartId, ...line })),
})

/** Sets the quantity of a SKU's line. */
export const changeQuantity = operation({
  name: 'cart.changeQuantity',
  who: [cartOwner],
  input: changeQuantityFormSchema,
  output: cartChangedSchema,
  run: async (line, { cartId }) => changed(cartId, await cart.changeQuantity({ cartId, ...line })),
})

/** Removes a SKU's line. */
export const removeFromCart = operation({
  name: 'cart.remove',
  who: [cartOwner],
  input: removeFromCartSchema,
  output: cartChangedSchema,
  run: async ({ sku }, { cartId }) => {
    const removed = (await cart.removeFromCart({ cartId, sku })) ?? undefined
    return { ...(await changed(cartId)), removed }
  },
})

/** Accepts the current price of every line. */
export const acceptPrices = operation({
  name: 'cart.acceptPrices',
  who: [cartOwner],
  input: z.object({}),
  output: cartChangedSchema,
  run: async (_, { cartId }) => {
    await cart.acceptPrices(cartId)
    return changed(cartId)
  },
})

/** Joins a guest's cart that the browser still has, because joining it at the sign-in failed. */
export const joinGuestCart = operation({
  name: 'cart.join',
  who: [customer],
  input: z.object({}),
  output: z.object({}),
  run: async (_, { customer: { userId }, guestCartId }) => {
    await joinCarts({ userId, guestCartId, isCheckingOut: false })
    return {}
  },
})

/** Puts the lines that were saved during a checkout back into the cart. */
export const restoreCart = operation({
  name: 'cart.restore',
  who: [customer],
  input: z.object({}),
  output: z.object({}),
  run: async (_, { customer: { userId } }) => {
    await restoreSavedCart(userId)
    return {}
  },
})

const changed = async (cartId: string, outcome: QuantityOutcome | null = null): Promise<CartChanged> => ({
  outcome,
  cart: await cart.getCart(cartId),
})
