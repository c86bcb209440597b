import { allocate } from './allocate'

/** VAT classes of goods. `staple` is food with a lower rate in some countries (in Austria since July 2026). */
export const TAX_CLASSES = ['standard', 'reduced', 'staple'] as const
export type TaxClass = (typeof TAX_CLASSES)[number]

/** A rate in basis points (1900 is 19 %) and the ISO day from which it applies; null means always. */
export interface DatedRate {
  rate: number
  from: string | null
}

/** Returns the rate (basis points) on an ISO day: the latest one that applies. Throws if none applies. */
export function rateOn(rates: DatedRate[], day: string): number {
  const begun = rates.filter(({ from }) => from === null || from <= day)
  const [latest] = begun.sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))
  if (!latest) throw new RangeError(`No VAT rate applies on ${day}`)
  return latest.rate
}

/** Returns the rate of each class (basis points) on an ISO day. */
export function ratesOn(rates: Record<TaxClass, DatedRate[]>, day: string): Record<TaxClass, number> {
  return {
    standard: rateOn(rates.standard, day),
    reduced: rateOn(rates.reduced, day),
    staple: rateOn(rates.staple, day),
  }
}

/** Returns the VAT included in a gross amount (minor units) at a rate (basis points); half units are rounded up. */
export function taxWithin(gross: number, rate: number): number {
  return Math.round((gross * rate) / (10_000 + rate))
}

/**
 * Amounts taxed at one rate (basis points): gross goods, gross share of delivery, and the VAT included. Minor units.
 */
export interface TaxPart {
  rate: number
  goods: number
  shipping: number
  tax: number
}

/**
 * Returns the VAT included in an order by rate, highest rate first. Delivery is taxed in proportion to the goods, as an
 * ancillary supply (§ 3.10 UStAE). `lines` are gross, in minor units. The parts sum up exactly, and none is negative.
 * Empty if there are no lines.
 */
export function taxByRate(lines: { total: number; taxRate: number }[], shipping: number): TaxPart[] {
  const goodsByRate = new Map<number, number>()
  for (const { total, taxRate } of lines) goodsByRate.set(taxRate, (goodsByRate.get(taxRate) ?? 0) + total)
  const rates = [...goodsByRate].sort(([a], [b]) => b - a)
  if (rates.length === 0) return []
  const goods = rates.map(([, gross]) => gross)
  // Free goods have no proportion; with the highest rate, the VAT on delivery is never too low.
  const weights = goods.some((gross) => gross > 0) ? goods : goods.map((_, index) => (index === 0 ? 1 : 0))
  const shares = allocate(shipping, weights)
  return rates.map(([rate, gross], index) => {
    const share = shares[index] ?? 0
    return { rate, goods: gross, shipping: share, tax: taxWithin(gross + share, rate) }
  })
}
