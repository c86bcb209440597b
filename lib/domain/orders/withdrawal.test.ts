import { describe, expect, it } from 'vitest'
import { lastDayToSendBack, lastDayToWithdraw, orderNumbersIn, withdrawalNumber } from './withdrawal'

describe('a withdrawal', () => {
  it('is called by the year in which the shop got it', () => {
    expect(withdrawalNumber(87, new Date('2026-11-22T13:06:31Z'))).toBe('W-2026-000087')
    expect(withdrawalNumber(1_234_567, new Date('2026-12-31T23:30:00Z'))).toBe('W-2027-1234567')
  })

  it.each([
    ['2026-11-03T10:00:00Z', '2026-11-17', 'the day of delivery does not count'],
    ['2026-11-03T23:30:00Z', '2026-11-18', 'the day is that of the shop'],
    ['2026-11-06T10:00:00Z', '2026-11-20', 'a Friday'],
    ['2026-11-07T10:00:00Z', '2026-11-23', 'a Saturday ends on the Monday after'],
    ['2026-11-08T10:00:00Z', '2026-11-23', 'a Sunday does so too'],
  ])('of what came at %s is in time until %s: %s', (deliveredAt, day) =>
    expect(lastDayToWithdraw(new Date(deliveredAt))).toBe(day),
  )

  it('gives both sides 14 days to send back', () => {
    expect(lastDayToSendBack(new Date('2026-11-22T13:06:31Z'))).toBe('2026-12-06')
  })
})

it.each([
  ['NX-20417', [20417]],
  ['nx 20417, and 20418 too', [20417, 20418]],
  ['ＮＸ‑２０４１７', [20417]],
  ['the lamp of last Tuesday', []],
  ['tracking 003404341610941', []],
])('%s names these orders', (text, numbers) => expect(orderNumbersIn(text)).toEqual(numbers))
