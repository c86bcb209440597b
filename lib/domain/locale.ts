// The one place that says in which money and by which habits the shop speaks. Settings, forms, mails and client leaves
// read it here.

/** How numbers, money and days are written (BCP 47). */
export const LOCALE = 'en-IE'

/** The money of all prices (ISO 4217). */
export const CURRENCY = 'EUR'
