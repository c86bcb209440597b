import { z } from 'zod'
import { currentCartId } from '@/lib/auth/cart-session'
import type { Quote, QuoteInput } from '@/lib/contracts/checkout/checkout'
import { countrySchema } from '@/lib/contracts/settings'
import type { Country } from '@/lib/domain/shipping/country'
import { DomainError } from '@/lib/errors'
import { type CheckoutView, getCheckout } from '@/lib/services/checkout/checkout-view'
import { findOrderByKey, type PlacedOrder } from '@/lib/services/checkout/placed-order'
import { quote } from '@/lib/services/checkout/quote'

const DEFAULT_COUNTRY: Country = 'DE'

/** Returns the visitor's current cart and its quotes for a country, by default Germany. Never cached. */
export async function readCheckout(country: string | undefined): Promise<CheckoutView & { quotedFor: Country }> {
  const quotedFor = countrySchema.safeParse(country).data ?? DEFAULT_COUNTRY
  return { ...(await getCheckout(await currentCartId(), quotedFor)), quotedFor }
}

/** Returns the quote for the visitor's cart; null if the cart is empty. */
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

/**
 * Returns the order with this idempotency key, for a browser that may not have received the response to its checkout;
 * null if there is none.
 */
export async function readOrderOfKey(idempotencyKey: string | undefined): Promise<PlacedOrder | null> {
  const key = z.uuid().safeParse(idempotencyKey)
  return key.success ? findOrderByKey(key.data) : null
}
