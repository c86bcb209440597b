import type { CartView } from '@/lib/contracts/cart'
import type { DeliveryMethod, Quote } from '@/lib/contracts/checkout/checkout'
import type { Exclusions } from '@/lib/domain/orders/withdrawal-exclusion'
import type { Country } from '@/lib/domain/shipping/country'
import { viewCart } from '../cart/cart'
import { readCartLines } from '../cart/lines'
import { getSettings } from '../settings'
import { freezeLines, quoteFor, withOffer } from './quote'

export interface CheckoutView {
  cart: CartView
  /** A quote for each delivery method; null if there is nothing to buy. */
  quotes: Record<DeliveryMethod, Quote> | null
  /** Why SKUs cannot be withdrawn from, by SKU. SKUs with the right of withdrawal are missing. */
  exclusions: Exclusions
}

/**
 * Returns the cart and its quotes for a country, both from the same read of the cart. Errors: unavailable,
 * invalid_input (the total is too high).
 */
export async function getCheckout(cartId: string | null, country: Country, now = new Date()): Promise<CheckoutView> {
  const [settings, items] = await Promise.all([getSettings(), cartId ? readCartLines(cartId, now) : []])
  const bought = withOffer(items)
  const [cart, lines] = await Promise.all([
    viewCart(items, { settings, now }),
    bought.length > 0 ? freezeLines(bought, { settings, input: { country }, now }) : [],
  ])
  const quote = (deliveryMethod: DeliveryMethod) =>
    quoteFor(lines, { settings, input: { country, deliveryMethod }, now })
  const exclusions = Object.fromEntries(
    lines.flatMap(({ sku, returnExcluded }) => (returnExcluded ? [[sku, returnExcluded] as const] : [])),
  )
  return {
    cart,
    exclusions,
    quotes: lines.length > 0 ? { STANDARD: quote('STANDARD'), EXPRESS: quote('EXPRESS') } : null,
  }
}
