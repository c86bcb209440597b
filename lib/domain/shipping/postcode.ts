import { tidyLine } from '../typed-text'
import type { Country } from './country'

interface PostcodeRule {
  /** Of the normal form without its blank. */
  pattern: RegExp
  /** Of what people write in front of it: D-10115. */
  prefix: RegExp
  normal: (code: string) => string
  /** Only digits: a telephone shows its number pad. */
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
    // No code starts with 0, and SA, SD and SS are never given out.
    pattern: /^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/,
    prefix: /^NL(?=\d)/,
    normal: (code) => `${code.slice(0, 4)} ${code.slice(4)}`,
    isNumeric: false,
    message: 'Dutch postcodes have 4 digits and 2 letters, such as 1012 AB.',
  },
}

/**
 * Returns a typed postcode in the one form that the shop keeps and compares ("1012ab" → "1012 AB", "D-10115" → "10115"),
 * or null if the country has no such postcode.
 */
export function normalPostcode(country: Country, typed: string): string | null {
  const { pattern, prefix, normal } = RULES[country]
  const code = tidyLine(typed)
    .normalize('NFKC')
    .replace(/[\s\p{Pd}.]/gu, '')
    .toUpperCase()
    .replace(prefix, '')
  return pattern.test(code) ? normal(code) : null
}

/** Returns the sentence that says how the country's postcodes look, with an example. */
export const postcodeMessage = (country: Country): string => RULES[country].message

/** Whether the country's postcodes are digits only. */
export const hasNumericPostcodes = (country: Country): boolean => RULES[country].isNumeric
