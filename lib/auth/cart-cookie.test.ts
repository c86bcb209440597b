import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signCartId, verifyCartId } from './cart-cookie'

describe('the cart cookie', () => {
  const cartId = randomUUID()
  const cookie = signCartId(cartId)

  it('returns the id it was signed for', () => {
    expect(verifyCartId(cookie)).toBe(cartId)
  })

  it.each([
    ['with another cart', cookie.replace(cartId, randomUUID())],
    ['with another signature', `${cookie.slice(0, -2)}AA`],
    ['cut short', cookie.slice(0, -1)],
    ['made longer', `${cookie}.x`],
    ['without a signature', cartId],
    ['with an empty signature', `${cartId}.`],
    ['in upper case', cookie.toUpperCase()],
    ['without any id', '__proto__'],
    ['of nothing', ''],
    ['of 10 kB', 'x'.repeat(10_000)],
    ['of control characters and emoji', '%00\u0000💥.💥'],
    ['that is missing', undefined],
  ])('%s is ignored without an error', (_, edited) => {
    expect(verifyCartId(edited)).toBeNull()
  })
})
