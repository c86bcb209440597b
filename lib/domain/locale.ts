// The one place that says in which money and by which habits the shop speaks: settings, services, mails, pages and client
// leaves read it here.

/** Currency of all prices (ISO 4217). */
export const CURRENCY = 'EUR'

/** How numbers and money are written (BCP 47). */
export const LOCALE = 'en-IE'

/** How days and times are written: as LOCALE, without a comma after the weekday. */
export const DAY_LOCALE = 'en-GB'

const number = new Intl.NumberFormat(LOCALE)

/** A number as people read it: 1234.5 → "1,234.5". */
export const numberText = (value: number): string => number.format(value)
