export const PRICE_HISTORY_DAYS = 30
const DAY_MS = 86_400_000

export interface PricedVariant {
  price: number
  sale?: { price: number; startsAt: Date; endsAt: Date }
}

/** A row of the price ledger, in minor units. A sale has an end, a regular price does not. */
export interface PriceRecord {
  price: number
  validFrom: Date
  validUntil: Date | null
}

/** Returns whether the variant is on sale at `now`. The sale includes `startsAt` and excludes `endsAt`. */
export function isOnSale({ sale }: PricedVariant, now: Date): boolean {
  return sale !== undefined && sale.startsAt <= now && now < sale.endsAt
}

/** Returns the variant's price at `now`, in minor units. */
export function priceOf(variant: PricedVariant, now: Date): number {
  return variant.sale && isOnSale(variant, now) ? Math.min(variant.sale.price, variant.price) : variant.price
}

/**
 * Returns the next time at which a sale of these variants starts or ends, so that a price changes; null if there is
 * none.
 */
export function nextPriceChange(variants: Pick<PricedVariant, 'sale'>[], now: Date): Date | null {
  const moments = variants.flatMap(({ sale }) => (sale ? [sale.startsAt, sale.endsAt] : [])).filter((at) => at > now)
  return moments.length > 0 ? new Date(Math.min(...moments.map(Number))) : null
}

/**
 * Returns a SKU's price at a time according to its ledger: that of the newest sale running then, or else the newest
 * regular price; null if there is none.
 */
export function priceAt(records: PriceRecord[], at: Date): number | null {
  const begun = records
    .filter(({ validFrom }) => validFrom <= at)
    .sort((a, b) => Number(b.validFrom) - Number(a.validFrom))
  const sale = begun.find(({ validUntil }) => validUntil !== null && at < validUntil)
  const regular = begun.find(({ validUntil }) => validUntil === null)
  return sale && regular ? Math.min(sale.price, regular.price) : ((sale ?? regular)?.price ?? null)
}

/**
 * Returns the lowest price (minor units) of the 30 days before the current sale, the reference for price reductions
 * (Directive 98/6/EC, article 6a). Null if the SKU is not on sale or was not sold before.
 */
export function lowestPriceBefore(records: PriceRecord[], now: Date): number | null {
  const sale = records
    .filter(({ validFrom, validUntil }) => validUntil !== null && validFrom <= now && now < validUntil)
    .sort((a, b) => Number(b.validFrom) - Number(a.validFrom))[0]
  if (!sale) return null
  const from = new Date(Number(sale.validFrom) - PRICE_HISTORY_DAYS * DAY_MS)
  const before = records.filter((record) => record !== sale)
  const moments = before
    .flatMap(({ validFrom, validUntil }) => (validUntil ? [validFrom, validUntil] : [validFrom]))
    .filter((at) => at > from && at < sale.validFrom)
  const prices = [from, ...moments].map((at) => priceAt(before, at)).filter((price) => price !== null)
  return prices.length > 0 ? Math.min(...prices) : null
}

/**
 * Returns the discount as a whole percentage, rounded down so that it is never overstated; 0 if the price is not
 * reduced.
 */
export function discountPercent(price: number, lowestBefore: number | null): number {
  if (lowestBefore === null || lowestBefore <= price) return 0
  return Math.floor(((lowestBefore - price) * 100) / lowestBefore)
}
