import { afterEach, describe, expect, it, vi } from 'vitest'
import { wholeNumber } from './whole-number'

describe('a number that the environment sets', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('is the default where it is unset or empty', () => {
    expect(wholeNumber('NEXUS_ROUNDS', 3)).toBe(3)
    vi.stubEnv('NEXUS_ROUNDS', '')
    expect(wholeNumber('NEXUS_ROUNDS', 3)).toBe(3)
  })

  it('is refused by its name where it is none', () => {
    for (const text of ['many', '0', '-1', '1.5']) {
      vi.stubEnv('NEXUS_ROUNDS', text)
      expect(() => wholeNumber('NEXUS_ROUNDS', 3)).toThrow(/NEXUS_ROUNDS must be a whole number/)
    }
    vi.stubEnv('NEXUS_ROUNDS', '12')
    expect(wholeNumber('NEXUS_ROUNDS', 3)).toBe(12)
  })
})
