/** Names of the countries that the shop delivers to, by ISO 3166 code. */
export const COUNTRY_NAMES = { DE: 'Germany', AT: 'Austria', NL: 'Netherlands' } as const

export type Country = keyof typeof COUNTRY_NAMES

export const isCountry = (text: string | undefined): text is Country =>
  text !== undefined && Object.hasOwn(COUNTRY_NAMES, text)

/** Returns a country's name, or its code if the shop does not deliver there. */
export const countryName = (code: string): string => (isCountry(code) ? COUNTRY_NAMES[code] : code)
