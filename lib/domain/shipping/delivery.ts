const TIME_ZONE = 'Europe/Berlin'
const CUT_OFF_HOUR = 16 // in the shop's time zone; earlier orders are sent on the same day
const DAY_MS = 86_400_000
const SUNDAY = 0
const SATURDAY = 6

const shopClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})

/**
 * Returns the day (YYYY-MM-DD) on which an order should arrive. Parcels are sent from Monday to Friday, on the same day
 * if ordered before 16:00 in the shop's time zone, and take `days` days, not counting Sundays. Ignores public holidays.
 */
export function expectedDay(placedAt: Date, days: number): string {
  const { date, hour } = shopTime(placedAt)
  let day = hour < CUT_OFF_HOUR ? date : nextDay(date)
  while (day.getUTCDay() === SUNDAY || day.getUTCDay() === SATURDAY) day = nextDay(day)
  for (let left = days; left > 0; ) {
    day = nextDay(day)
    if (day.getUTCDay() !== SUNDAY) left--
  }
  return day.toISOString().slice(0, 10)
}

function shopTime(moment: Date): { date: Date; hour: number } {
  const parts = new Map(shopClock.formatToParts(moment).map(({ type, value }) => [type, value]))
  const date = new Date(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}T00:00:00Z`)
  return { date, hour: Number(parts.get('hour')) }
}

const nextDay = (day: Date) => new Date(Number(day) + DAY_MS)

/** Delivery prices (minor units) and durations in days, as set by the merchant. */
export interface DeliveryTerms {
  standard: { price: number; freeFrom: number; days: number }
  express: { price: number; days: number }
}

/**
 * Returns the price (minor units) and duration (days) of delivery for an order with this subtotal. Express is never
 * free.
 */
export function deliveryFor(
  terms: DeliveryTerms,
  order: { method: 'STANDARD' | 'EXPRESS'; subtotal: number },
): { price: number; days: number } {
  if (order.method === 'EXPRESS') return terms.express
  const { price, freeFrom, days } = terms.standard
  return { price: order.subtotal >= freeFrom ? 0 : price, days }
}
