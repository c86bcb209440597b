import { tidyLine } from '../typed-text'
import type { Country } from './country'

interface PostcodeRule {
  /** Matches a postcode in normal form, before a space is inserted. */
  pattern: RegExp
  /** Matches a country prefix, as in "D-10115". */
  prefix: RegExp
  normal: (code: string) => string
  /** Whether postcodes consist of digits only, so that phones show a number pad. */
  isNumeric: boolean
  message: string
}

const RULES: Record<Country, PostcodeRule> = {
  DE: {
    pattern: /^(?!00)\d{5}$/,
    prefix: /^(?:DE|D)(?=\d)/,
    normal: (code) => code,
    isNumeric: true,
    message: 'German postcodes have 5 digits, such as 10115.',
  },
  AT: {
    pattern: /^[1-9]\d{3}$/,
    prefix: /^(?:AT|A)(?=\d)/,
    normal: (code) => code,
    isNumeric: true,
    message: 'Austrian postcodes have 4 digits, such as 1010.',
  },
  NL: {
    // No Dutch postcode starts with 0, and the letters SA, SD and SS are never assigned.
    pattern: /^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/,
    prefix: /^NL(?=\d)/,
    normal: (code) => `${code.slice(0, 4)} ${code.slice(4)}`,
    isNumeric: false,
    message: 'Dutch postcodes have 4 digits and 2 letters, such as 1012 AB.',
  },
}

/**
 * Returns a typed postcode in the normal form in which it is stored and compared ("1012ab" → "1012 AB", "D-10115" →
 * "10115"); null if it is not a postcode of the country.
 */
export function normalPostcode(country: Country, typed: string): string | null {
  const { pattern, prefix, normal } = RULES[country]
  const code = tidyLine(typed)
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212.\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase()
    .replace(prefix, '')
  return pattern.test(code) ? normal(code) : null
}

/** Returns the error message for an invalid postcode, with the country's format and an example. */
export const postcodeMessage = (country: Country): string => RULES[country].message

/** Returns whether the country's postcodes consist of digits only. */
export const hasNumericPostcodes = (country: Country): boolean => RULES[country].isNumeric
