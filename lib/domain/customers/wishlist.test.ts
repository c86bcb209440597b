import { describe, expect, it } from 'vitest'
import { firstNameOf, isBackAgain, possessive, savedPriceText } from './wishlist'

describe('the price of something saved', () => {
  it.each([
    [5500, 4400, '€11.00 less than when you saved it'],
    [4400, 5500, '€11.00 more than when you saved it'],
    [4400, 4400, null],
  ])('saved at %i and %i now is told as %j', (saved, now, text) => expect(savedPriceText({ saved, now })).toBe(text))
})

describe('something saved', () => {
  const now = new Date('2026-12-01T12:00:00Z')
  const savedAt = new Date('2026-11-01T12:00:00Z')
  const at = (day: string) => new Date(`2026-11-${day}T12:00:00Z`)

  it('is back again if its stock rose from zero after it was saved', () => {
    expect(isBackAgain({ savedAt, restockedAt: at('20') }, now)).toBe(true)
  })

  it('is not back if it never was away, came back before, or came back long ago', () => {
    expect(isBackAgain({ savedAt, restockedAt: null }, now)).toBe(false)
    expect(isBackAgain({ savedAt: at('21'), restockedAt: at('20') }, now)).toBe(false)
    expect(isBackAgain({ savedAt, restockedAt: at('02') }, now)).toBe(false)
  })
})

it.each([
  ['Ines Halvorsen', 'Ines', 'Ines’'],
  ['  Maya  ', 'Maya', 'Maya’s'],
  ['Félix', 'Félix', 'Félix’'],
])('a list of %j is %j’s, told as %j', (name, first, whose) => {
  expect(firstNameOf(name)).toBe(first)
  expect(possessive(first)).toBe(whose)
})
