import { expect, it } from 'vitest'
import { isFromItself, ownSecret } from './own-secret'

it('opens what a process asks of itself, and to nobody else', () => {
  expect(isFromItself(`Bearer ${ownSecret()}`)).toBe(true)
  for (const header of [null, '', 'Bearer', `Bearer ${ownSecret()}x`, ownSecret()])
    expect(isFromItself(header)).toBe(false)
})
