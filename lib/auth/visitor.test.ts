import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signVisitorId, verifyVisitorId } from './visitor'

describe('the visitor cookie', () => {
  const id = randomUUID()

  it('returns the id it was signed for', () => {
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
  ])('is ignored if it is %j', (cookie) => {
    expect(verifyVisitorId(cookie)).toBeNull()
  })
})
