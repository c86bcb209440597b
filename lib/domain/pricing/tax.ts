import { allocate } from './allocate'

/** VAT classes of goods. `staple` is food that some countries tax at a lower rate (Austria since July 2026). */
export const TAX_CLASSES = ['standard', 'reduced', 'staple'] as const
export type TaxClass = (typeof TAX_CLASSES)[number]

/**
 * A VAT rate in basis points (1900 is 19 %) and the day (YYYY-MM-DD) from which it applies; null means from the
 * beginning.
 */
export interface DatedRate {
  rate: number
  from: string | null
}

/** Returns the VAT rate (basis points) on a day (YYYY-MM-DD): the latest one that applies. Throws if none applies. */
export function rateOn(rates: DatedRate[], day: string): number {
  const begun = rates.filter(({ from }) => from === null || from <= day)
  const [latest] = begun.sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))
  if (!latest) throw new RangeError(`No VAT rate applies on ${day}`)
  return latest.rate
}

/** Returns the VAT rate of each class (basis points) on a day (YYYY-MM-DD). */
export function ratesOn(rates: Record<TaxClass, DatedRate[]>, day: string): Record<TaxClass, number> {
  return {
    standard: rateOn(rates.standard, day),
    reduced: rateOn(rates.reduced, day),
    staple: rateOn(rates.staple, day),
  }
}

/** Returns the VAT included in a gross amount (minor units) at a rate (basis points). Half units are rounded up. */
export function taxWithin(gross: number, rate: number): number {
  return Math.round((gross * rate) / (10_000 + rate))
}

/**
 * The amounts of an order that are taxed at one rate (basis points): the goods and their share of delivery, both gross,
 * and the VAT included. Amounts are in minor units.
 */
export interface TaxPart {
  rate: number
  goods: number
  shipping: number
  tax: number
}

/**
 * Returns the VAT included in an order by rate, highest rate first. Delivery is an ancillary supply (§ 3.10 UStAE) and
 * therefore taxed in proportion to the goods. The totals of `lines` are gross, in minor units. The parts add up
 * exactly, and none is negative. Empty if there are no lines.
 */
export function taxByRate(lines: { total: number; taxRate: number }[], shipping: number): TaxPart[] {
  const goodsByRate = new Map<number, number>()
  for (const { total, taxRate } of lines) goodsByRate.set(taxRate, (goodsByRate.get(taxRate) ?? 0) + total)
  const rates = [...goodsByRate].sort(([a], [b]) => b - a)
  if (rates.length === 0) return []
  const goods = rates.map(([, gross]) => gross)
  // Delivery of free goods cannot be divided in proportion. It is taxed at the highest rate, so that the VAT is never
  // too low.
  const weights = goods.some((gross) => gross > 0) ? goods : goods.map((_, index) => (index === 0 ? 1 : 0))
  const shares = allocate(shipping, weights)
  return rates.map(([rate, gross], index) => {
    const share = shares[index] ?? 0
    return { rate, goods: gross, shipping: share, tax: taxWithin(gross + share, rate) }
  })
}
