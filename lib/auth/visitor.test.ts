import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signVisitorId, verifyVisitorId } from './visitor'

describe('the cookie of a visitor', () => {
  const id = randomUUID()

  it('is known again', () => {
    expect(verifyVisitorId(signVisitorId(id))).toBe(id)
  })

  it.each([
    undefined,
    '',
    id,
    `${id}.`,
    `${id}.AAAA`,
    'nonsense.AAAA',
    signVisitorId(randomUUID()).replace(/^[^.]+/, id),
  ])('is nobody when it is %j', (cookie) => {
    expect(verifyVisitorId(cookie)).toBeNull()
  })
})
