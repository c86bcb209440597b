import { currentCartId } from '@/lib/auth/cart-session'
import type { CartView } from '@/lib/contracts/cart'
import type { DeliveryMethod, Quote, QuoteInput } from '@/lib/contracts/checkout'
import type { Country } from '@/lib/domain/country'
import { DomainError } from '@/lib/errors'
import { getCart } from '@/lib/services/cart'
import { quote } from '@/lib/services/quote'

export interface CheckoutView {
  cart: CartView
  /** What it costs by each delivery; null where there is nothing to buy. */
  quotes: Record<DeliveryMethod, Quote> | null
}

/** The visitor's cart and what it costs in a country, as both stand now: never cached. */
export async function readCheckout(country: Country): Promise<CheckoutView> {
  const cartId = await currentCartId()
  const [cart, STANDARD, EXPRESS] = await Promise.all([
    getCart(cartId),
    cartId ? quoteOrNull(cartId, { country, deliveryMethod: 'STANDARD' }) : null,
    cartId ? quoteOrNull(cartId, { country, deliveryMethod: 'EXPRESS' }) : null,
  ])
  return { cart, quotes: STANDARD && EXPRESS ? { STANDARD, EXPRESS } : null }
}

/** What the visitor's cart costs; null where it is empty. */
export async function readQuote(input: QuoteInput): Promise<Quote | null> {
  const cartId = await currentCartId()
  return cartId ? quoteOrNull(cartId, input) : null
}

async function quoteOrNull(cartId: string, input: QuoteInput): Promise<Quote | null> {
  try {
    return await quote(cartId, input)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'cart_empty') return null
    throw error
  }
}
