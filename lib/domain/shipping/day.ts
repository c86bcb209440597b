import { DAY_LOCALE } from '../locale'

const longDay = new Intl.DateTimeFormat(DAY_LOCALE, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const date = new Intl.DateTimeFormat(DAY_LOCALE, { day: 'numeric', month: 'long', timeZone: 'UTC' })
const fullDate = new Intl.DateTimeFormat(DAY_LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Berlin',
})
const month = new Intl.DateTimeFormat(DAY_LOCALE, { month: 'long', year: 'numeric', timeZone: 'Europe/Berlin' })
const second = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/Berlin',
})
const isoDay = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/Berlin',
})
const weekday = new Intl.DateTimeFormat(DAY_LOCALE, { weekday: 'long', timeZone: 'UTC' })
const weekdayMoment = new Intl.DateTimeFormat(DAY_LOCALE, {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
})
const moment = new Intl.DateTimeFormat(DAY_LOCALE, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
})

/** Returns the day (YYYY-MM-DD) of a time in the shop's time zone. */
export const shopDay = (at: Date): string => isoDay.format(at)

/** Formats a time (ISO 8601) to the second in the shop's time zone: "Sunday, 22 November 2026, 14:06:31". */
export function secondText(at: string): string {
  const part = Object.fromEntries(second.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  return `${part.weekday}, ${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute}:${part.second}`
}

/** Formats a day: "2026-11-24" → "Tuesday 24 November". */
export const dayText = (day: string): string => longDay.format(asDate(day)).replace(',', '') // some browsers add a comma

/** Formats a day without the weekday: "2026-11-24" → "24 November". */
export const dateText = (day: string): string => date.format(asDate(day))

/** Formats the month of a time in the shop's time zone: "November 2026". */
export const monthText = (at: Date): string => month.format(at)

/** Formats the day of a time (ISO 8601) in the shop's time zone: "24 November 2026". */
export const fullDateText = (at: string): string => fullDate.format(new Date(at))

/** Formats the weekday of a day: "2026-11-24" → "Tuesday". */
export const weekdayText = (day: string): string => weekday.format(asDate(day))

/** Formats a time (ISO 8601) in the shop's time zone: "Sunday 22 November, 02:41". */
export const momentText = (at: string): string => moment.format(new Date(at)).replace(' at ', ', ')

/** Formats a time (ISO 8601) less than a week from now, in the shop's time zone: "Sunday 02:41". */
export const weekdayMomentText = (at: string): string => weekdayMoment.format(new Date(at))

const asDate = (day: string) => new Date(`${day}T00:00:00Z`)
