import { expect, it } from 'vitest'
import { isFromItself, ownSecret } from './own-secret'

it('the secret admits only requests of a process to itself', () => {
  expect(isFromItself(`Bearer ${ownSecret()}`)).toBe(true)
  for (const header of [null, '', 'Bearer', `Bearer ${ownSecret()}x`, ownSecret()])
    expect(isFromItself(header)).toBe(false)
})
