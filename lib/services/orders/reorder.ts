import type { ReorderView } from '@/lib/contracts/orders'
import { storedOptionsSchema } from '@/lib/contracts/orders'
import { postgres } from '@/lib/db/postgres'
import { clipQuantity, MAX_QUANTITY } from '@/lib/domain/cart'
import { optionsText, variantImage } from '@/lib/domain/catalog/variant'
import { orderNumber } from '@/lib/domain/orders/order-number'
import { DomainError } from '@/lib/errors'
import { addToCart } from '../cart/cart'
import { findOffers } from '../cart/lines'
import { stockOf } from '../inventory/inventory'

/**
 * Returns what of a person's order can be had again, and how it differs from then: prices, quantities, and what is not
 * sold any more. Null if it is not one of their orders.
 */
export async function viewReorder(userId: string, orderId: string, now = new Date()): Promise<ReorderView | null> {
  const order = await postgres().order.findFirst({
    where: { id: orderId, userId },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  if (!order) return null
  const skus = order.items.map(({ sku }) => sku)
  const [offers, stock] = await Promise.all([findOffers(skus, now), stockOf(skus)])
  const lines = order.items.map((item) => {
    const offer = offers.get(item.sku)
    const onHand = offer ? (stock.get(item.sku)?.onHand ?? 0) : 0
    const { quantity } = clipQuantity({ wanted: item.quantity, onHand, max: MAX_QUANTITY })
    return {
      sku: item.sku,
      name: item.name,
      image: offer ? variantImage(offer.product, offer.variant) : item.image,
      optionsText: optionsText(storedOptionsSchema.parse(item.options)),
      wanted: item.quantity,
      quantity,
      paid: item.unitPrice,
      price: offer ? offer.unitPrice : null,
    }
  })
  return { id: order.id, number: orderNumber(order.number), lines }
}

/**
 * Adds everything of a person's order that can still be had to a cart. Lines that are in the cart already get the
 * ordered units more. Returns the number of lines that were added. Errors: not_found, out_of_stock (nothing is left),
 * cart_full.
 */
export async function reorder(again: { userId: string; orderId: string; cartId: string }): Promise<number> {
  const { userId, orderId, cartId } = again
  const view = await viewReorder(userId, orderId)
  if (!view) throw new DomainError('not_found', 'This is none of your orders.')
  const lines = view.lines.filter(({ quantity }) => quantity > 0)
  if (lines.length === 0)
    throw new DomainError('out_of_stock', 'Nothing of this order can be had at the moment. Your cart is as it was.')
  for (const { sku, quantity } of lines) await addToCart({ cartId, sku, quantity })
  return lines.length
}
