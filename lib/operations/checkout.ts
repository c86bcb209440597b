import { z } from 'zod'
import { cartOwner } from '@/lib/auth/policies'
import type { CartLine } from '@/lib/contracts/cart'
import { ALL_LINES } from '@/lib/contracts/checkout/fields'
import { checkoutFormSchema } from '@/lib/contracts/checkout/form'
import { skuSchema } from '@/lib/contracts/common'
import { orderIdSchema } from '@/lib/contracts/orders'
import * as cart from '@/lib/services/cart/cart'
import { placeShopperOrder } from '@/lib/services/checkout/shopper-order'
import { keepFirstAddress } from '@/lib/services/customers/addresses'
import { operation } from './operation'

/**
 * Places the order of the actor's cart. `pricesTold` means that the page showed all changed prices and the new total,
 * so the shopper accepts them by ordering.
 */
export const placeOrder = operation({
  name: 'checkout.placeOrder',
  who: [cartOwner],
  input: z.object({ form: checkoutFormSchema, pricesTold: z.boolean() }),
  output: z.object({ orderId: orderIdSchema }),
  run: async ({ form, pricesTold }, { cartId, address, customer }) => {
    if (pricesTold) await cart.acceptPrices(cartId)
    const { id } = await placeShopperOrder({ cartId, userId: customer?.userId, input: form, visitor: address })
    // The order stands, so a failure to keep its address must not be reported as a failure to order.
    if (customer) await keepFirstAddress(customer.userId, form.address).catch(console.error)
    return { orderId: id }
  },
})

/**
 * Corrects the line of a SKU, or all lines that cannot be bought as they are: reduces them to the units in stock, or
 * removes them if there are none.
 */
export const fixLines = operation({
  name: 'checkout.fixLines',
  who: [cartOwner],
  input: z.object({ sku: z.union([z.literal(ALL_LINES), skuSchema]) }),
  output: z.object({}),
  run: async ({ sku }, { cartId }) => {
    const { lines } = await cart.getCart(cartId)
    const isMeant = (line: CartLine) => (sku === ALL_LINES ? !isBuyable(line) : line.sku === sku)
    for (const { sku, issues } of lines.filter(isMeant)) {
      const short = issues.find((issue) => issue.type === 'short')
      if (short) await cart.changeQuantity({ cartId, sku, quantity: short.left })
      else await cart.removeFromCart({ cartId, sku })
    }
    return {}
  },
})

const isBuyable = ({ issues }: CartLine) => issues.every(({ type }) => type === 'price_changed')
