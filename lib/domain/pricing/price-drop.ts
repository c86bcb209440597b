import { PRICE_HISTORY_DAYS, type PriceRecord, priceAt } from './pricing'

const DAY_MS = 86_400_000

/** A price below every price of the 30 days before it. Amounts are minor units. */
export interface PriceDrop {
  /** Lowest price of the 30 days before `begunAt`. */
  before: number
  after: number
  /** Time since which the SKU has had its current price. */
  begunAt: Date
}

/**
 * Returns the fall to the current price according to a SKU's ledger; null if the price is not below the lowest one of
 * the 30 days before it began, or if there was none.
 */
export function priceDrop(records: PriceRecord[], now: Date): PriceDrop | null {
  const after = priceAt(records, now)
  if (after === null) return null
  const moments = boundariesOf(records).filter((at) => at <= now)
  const newestFirst = moments.toSorted((a, b) => Number(b) - Number(a))
  const firstOther = newestFirst.findIndex((at) => priceAt(records, at) !== after)
  const begunAt = firstOther < 0 ? newestFirst.at(-1) : newestFirst[firstOther - 1]
  if (!begunAt) return null
  const from = new Date(Number(begunAt) - PRICE_HISTORY_DAYS * DAY_MS)
  const earlier = [from, ...moments.filter((at) => at > from && at < begunAt)]
  const prices = earlier.map((at) => priceAt(records, at)).filter((price) => price !== null)
  const before = Math.min(...prices)
  return prices.length > 0 && before > after ? { before, after, begunAt } : null
}

const boundariesOf = (records: PriceRecord[]): Date[] =>
  records.flatMap(({ validFrom, validUntil }) => (validUntil ? [validFrom, validUntil] : [validFrom]))
