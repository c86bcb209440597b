import { describe, expect, it } from 'vitest'
import type { Country } from './country'
import { normalPostcode, postcodeMessage } from './postcode'

describe('a postcode', () => {
  it.each<[Country, string, string]>([
    ['AT', 'A-1010', '1010'],
    ['AT', 'A 1010', '1010'],
    ['AT', 'AT–1010', '1010'],
    ['AT', 'A\u22121010', '1010'],
    ['AT', '10\u200d10', '1010'],
    ['DE', 'D-10115', '10115'],
    ['DE', ' 10115\u200b', '10115'],
    ['DE', '１０１１５', '10115'],
    ['DE', '10\u00a0115', '10115'],
    ['DE', '\u202a01067\u202c', '01067'],
    ['NL', 'NL-1012 AB', '1012 AB'],
    ['NL', '1012-AB', '1012 AB'],
    ['NL', '1012  AB', '1012 AB'],
    ['NL', '1012\u00a0AB', '1012 AB'],
    ['NL', '1012ab', '1012 AB'],
    ['NL', '1012\u200cAB\ufe0f', '1012 AB'],
    ['NL', '１０１２ＡＢ', '1012 AB'],
  ])('of %s typed as %j is kept as %s', (country, typed, kept) => {
    expect(normalPostcode(country, typed)).toBe(kept)
    expect(normalPostcode(country, kept)).toBe(kept)
  })

  it.each<[Country, string]>([
    ['NL', '0999 AB'],
    ['NL', '1012 SS'],
    ['NL', '1012 SA'],
    ['NL', '1012'],
    ['NL', '1012 A1'],
    ['AT', '0999'],
    ['AT', '10101'],
    ['AT', 'D-1010'],
    ['DE', '00123'],
    ['DE', '2009'],
    ['DE', 'A-10115'],
    ['DE', 'DD10115'],
    ['DE', ''],
    ['DE', '\u200b'],
  ])('that does not exist in %s is refused: %j', (country, typed) => expect(normalPostcode(country, typed)).toBeNull())

  it.each<Country>(['DE', 'AT', 'NL'])('of %s is explained by a valid example', (country) => {
    const example = /such as (.+)\.$/.exec(postcodeMessage(country))?.[1] ?? ''
    expect(normalPostcode(country, example)).toBe(example)
  })
})
