import { CURRENCY, LOCALE } from '../locale'
/** An amount of money in minor units, and its currency. */
export interface Money {
  /** Amount in minor units: 124900 is €1,249.00. */
  amount: number
  currency: typeof CURRENCY
}

const format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: CURRENCY })

/** Formats an amount in minor units: 124900 → "€1,249.00". */
export function formatMoney(amount: number): string {
  return format.format(amount / 100)
}

/** Formats an amount in minor units for use in a sentence, without zero cents: 6000 → "€60", 490 → "€4.90". */
export function shortMoney(amount: number): string {
  return formatMoney(amount).replace(/\.00$/, '')
}

/** Formats an amount in minor units without its currency, for fields that show it apart: 6000 → "60", 2490 → "24.90". */
export const amountText = (amount: number): string => shortMoney(amount).replace(/[^\d.,-]/g, '')

/**
 * Splits an amount in minor units into the parts that a price tag shows in different sizes: symbol, whole units with
 * separators, cents.
 */
export function moneyParts(amount: number): { symbol: string; whole: string; cents: string } {
  const parts = format.formatToParts(amount / 100)
  const join = (...types: string[]) =>
    parts
      .filter(({ type }) => types.includes(type))
      .map(({ value }) => value)
      .join('')
  return { symbol: join('currency'), whole: join('minusSign', 'integer', 'group'), cents: join('fraction') }
}
