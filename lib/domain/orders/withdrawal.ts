import { shopDay } from '../shipping/day'

const PERIOD_DAYS = 14
const DAY_MS = 86_400_000

/** Formats the public number of a withdrawal: 87 in 2026 → "W-2026-000087". The year is in the shop's time zone. */
export const withdrawalNumber = (number: number, submittedAt: Date): string =>
  `W-${shopDay(submittedAt).slice(0, 4)}-${String(number).padStart(6, '0')}`

/**
 * Returns the last day (YYYY-MM-DD) for withdrawing from a contract: the 14th day after delivery or, if that is a
 * Saturday or Sunday, the next Monday (Directive 2011/83/EU, article 9; Regulation 1182/71, article 3). Ignores public
 * holidays.
 */
export function lastDayToWithdraw(deliveredAt: Date): string {
  let day = daysAfter(shopDay(deliveredAt), PERIOD_DAYS)
  while (isWeekend(day)) day = daysAfter(day, 1)
  return day
}

/**
 * Returns the last day (YYYY-MM-DD) for sending goods back and for refunding them: 14 days after the withdrawal
 * (Directive 2011/83/EU, articles 13 and 14).
 */
export const lastDayToSendBack = (submittedAt: Date): string => daysAfter(shopDay(submittedAt), PERIOD_DAYS)

/**
 * Returns all numbers in a typed description of an order that may be order numbers: "NX-20417 and 20418" → 20417,
 * 20418.
 */
export const orderNumbersIn = (text: string): number[] =>
  [...text.normalize('NFKC').matchAll(/(?<!\d)\d{4,9}(?!\d)/g)].map(([digits]) => Number(digits))

const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
