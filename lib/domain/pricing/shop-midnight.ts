const HOUR_MS = 3_600_000
const shopHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' })

/** Returns the next midnight in the shop's time zone. Checks hour by hour, because a day may have 23 or 25 hours. */
export function nextMidnight(after: Date): Date {
  let hour = Math.floor(Number(after) / HOUR_MS) * HOUR_MS
  do hour += HOUR_MS
  while (shopHour.format(hour) !== '00')
  return new Date(hour)
}
