import { z } from 'zod'
import { cartOwner } from '@/lib/auth/policies'
import {
  addToCartFormSchema,
  type CartChanged,
  cartChangedSchema,
  changeQuantityFormSchema,
  type QuantityOutcome,
  removeFromCartSchema,
} from '@/lib/contracts/cart'
import * as cart from '@/lib/services/cart/cart'
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

const changed = async (cartId: string, outcome: QuantityOutcome | null = null): Promise<CartChanged> => ({
  outcome,
  cart: await cart.getCart(cartId),
})
