import type { Quote, QuoteInput } from '@/lib/contracts/checkout/checkout'
import type { Settings } from '@/lib/contracts/settings'
import { variantImage } from '@/lib/domain/catalog/variant'
import { exclusionOf } from '@/lib/domain/orders/withdrawal-exclusion'
import { ratesOn, taxByRate } from '@/lib/domain/pricing/tax'
import { shopDay } from '@/lib/domain/shipping/day'
import { deliveryFor, expectedDay } from '@/lib/domain/shipping/delivery'
import { DomainError } from '@/lib/errors'
import { type CartItemWithOffer, type Offer, readCartLines } from '../cart/lines'
import { findCategoriesByPaths } from '../catalog/documents'
import { getSettings } from '../settings'
import type { NewOrderLine } from './write-order'

const MAX_TOTAL = 2_000_000_000 // minor units; the maximum that the columns of an order can store

/**
 * Returns the price of the cart with delivery. Lines whose product has left the shop do not count. Errors: cart_empty,
 * unavailable, invalid_input (the total is too high).
 */
export async function quote(cartId: string, input: QuoteInput, now = new Date()): Promise<Quote> {
  const [settings, items] = await Promise.all([getSettings(), readCartLines(cartId, now)])
  const bought = withOffer(items)
  if (bought.length === 0) throw new DomainError('cart_empty', 'Your cart is empty.')
  return quoteFor(await freezeLines(bought, { settings, input, now }), { settings, input, now })
}

type BoughtItem = CartItemWithOffer & { offer: Offer }

/** Returns only the lines that can still be bought. */
export const withOffer = (items: CartItemWithOffer[]): BoughtItem[] =>
  items.flatMap((item) => (item.offer ? [{ ...item, offer: item.offer }] : []))

/**
 * Returns the lines as an order stores them, with current prices. VAT depends on the tax class and the country of
 * delivery.
 */
export async function freezeLines(
  items: BoughtItem[],
  { settings, input, now }: { settings: Settings; input: Pick<QuoteInput, 'country'>; now: Date },
): Promise<NewOrderLine[]> {
  const paths = [...new Set(items.map(({ offer }) => offer.product.category))]
  const categories = new Map((await findCategoriesByPaths(paths)).map((category) => [category.path, category]))
  const rates = ratesOn(settings.tax[input.country], shopDay(now))
  return items.map(({ sku, quantity, offer: { product, variant, unitPrice } }) => {
    const category = categories.get(product.category)
    return {
      sku,
      productId: product._id.toHexString(),
      name: product.name,
      image: variantImage(product, variant),
      options: variant.options,
      specs: product.specs,
      unitPrice,
      quantity,
      // A missing category must not block a sale. The standard rate is the fallback, because it is never too low.
      taxRate: rates[product.taxClass ?? category?.taxClass ?? 'standard'],
      returnExcluded: exclusionOf(product, category),
    }
  })
}

/** Returns the price of these lines with delivery. Errors: invalid_input (the total is too high). */
export function quoteFor(
  lines: NewOrderLine[],
  { settings, input, now }: { settings: Settings; input: QuoteInput; now: Date },
): Quote {
  const priced = lines.map(({ unitPrice, quantity, taxRate }) => ({ total: unitPrice * quantity, taxRate }))
  const subtotal = priced.reduce((sum, { total }) => sum + total, 0)
  const { price: shipping, days } = deliveryFor(settings.delivery, { method: input.deliveryMethod, subtotal })
  const total = subtotal + shipping
  if (total > MAX_TOTAL)
    throw new DomainError(
      'invalid_input',
      'The total is too high for one order. Nothing has been ordered or charged. Please split it into several orders.',
    )
  const taxes = taxByRate(priced, shipping)
  return {
    currency: settings.currency,
    subtotal,
    discount: 0,
    shipping,
    total,
    tax: taxes.reduce((sum, { tax }) => sum + tax, 0),
    taxes,
    expectedOn: expectedDay(now, days),
  }
}
