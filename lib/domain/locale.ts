// The only place that defines the currency and locale of the shop, for settings, services, e-mails, pages and client
// components.

/** Currency of all prices (ISO 4217). */
export const CURRENCY = 'EUR'

/** Format of numbers and money (BCP 47). */
export const LOCALE = 'en-IE'

/** Format of days and times (BCP 47): like LOCALE, but without a comma after the weekday. */
export const DAY_LOCALE = 'en-GB'

const number = new Intl.NumberFormat(LOCALE)

/** Formats a number for people: 1234.5 → "1,234.5". */
export const numberText = (value: number): string => number.format(value)
