import { expect, it } from 'vitest'
import { isGtin } from './gtin'

it.each(['4006381333931', '96385074', '012345678905', '10012345678902'])('%s is a GTIN', (text) =>
  expect(isGtin(text)).toBe(true),
)

it.each([
  ['4006381333932', 'its check digit is wrong'],
  ['400638133393', 'a digit is missing'],
  ['4006381 333931', 'it has a blank'],
  ['', 'it is empty'],
  ['٤٠٠٦٣٨١٣٣٣٩٣١', 'its digits are not ASCII'],
])('%j is not a GTIN: %s', (text) => expect(isGtin(text)).toBe(false))
