/** Where the shop delivers to, as an address names it. */
export const COUNTRY_NAMES = { DE: 'Germany', AT: 'Austria', NL: 'Netherlands' } as const

export type Country = keyof typeof COUNTRY_NAMES

export const isCountry = (text: string | undefined): text is Country =>
  text !== undefined && Object.hasOwn(COUNTRY_NAMES, text)

/** Returns a country's name; of one that the shop does not deliver to, its code as it is. */
export const countryName = (code: string): string => (isCountry(code) ? COUNTRY_NAMES[code] : code)
