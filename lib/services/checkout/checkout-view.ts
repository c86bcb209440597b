import type { CartView } from '@/lib/contracts/cart'
import type { DeliveryMethod, Quote } from '@/lib/contracts/checkout/checkout'
import type { Country } from '@/lib/domain/shipping/country'
import { viewCart } from '../cart/cart'
import { readCartLines } from '../cart/lines'
import { getSettings } from '../settings'
import { freezeLines, quoteFor, withOffer } from './quote'

export interface CheckoutView {
  cart: CartView
  /** What it costs by each delivery; null where there is nothing to buy. */
  quotes: Record<DeliveryMethod, Quote> | null
}

/** The cart and what it costs in a country, both of one moment. Errors: unavailable, invalid_input (too much for one order). */
export async function getCheckout(cartId: string | null, country: Country, now = new Date()): Promise<CheckoutView> {
  const [settings, items] = await Promise.all([getSettings(), cartId ? readCartLines(cartId, now) : []])
  const bought = withOffer(items)
  const [cart, lines] = await Promise.all([
    viewCart(items, { settings, now }),
    bought.length > 0 ? freezeLines(bought, { settings, input: { country }, now }) : [],
  ])
  const quote = (deliveryMethod: DeliveryMethod) =>
    quoteFor(lines, { settings, input: { country, deliveryMethod }, now })
  return { cart, quotes: lines.length > 0 ? { STANDARD: quote('STANDARD'), EXPRESS: quote('EXPRESS') } : null }
}
