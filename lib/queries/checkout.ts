import { currentCartId } from '@/lib/auth/cart-session'
import type { Quote, QuoteInput } from '@/lib/contracts/checkout/checkout'
import type { Country } from '@/lib/domain/shipping/country'
import { DomainError } from '@/lib/errors'
import { type CheckoutView, getCheckout } from '@/lib/services/checkout/checkout-view'
import { quote } from '@/lib/services/checkout/quote'

/** The visitor's cart and what it costs in a country, as both stand now: never cached. */
export async function readCheckout(country: Country): Promise<CheckoutView> {
  return getCheckout(await currentCartId(), country)
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
