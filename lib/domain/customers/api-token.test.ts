import { describe, expect, it } from 'vitest'
import { isApiToken, lastFourOf, newApiToken, shortToken } from './api-token'
import { ALL_CUSTOMER_SCOPES, isCustomerScope, scopesBeyond } from './scopes'

describe('an API token', () => {
  it('consists of nxs_, 32 random characters and a checksum of 6', () => {
    const tokens = Array.from({ length: 500 }, newApiToken)
    for (const token of tokens) {
      expect(token).toMatch(/^nxs_[0-9A-Za-z]{38}$/)
      expect(isApiToken(token)).toBe(true)
    }
    expect(new Set(tokens).size).toBe(500)
  })

  it('has the same checksum in every version', () => {
    expect(isApiToken(`nxs_${'0'.repeat(32)}2wjyrJ`)).toBe(false)
    expect(isApiToken(`nxs_${'0'.repeat(32)}2wjyrI`)).toBe(true)
  })

  it('is recognised as wrong if any character is mistyped', () => {
    const token = newApiToken()
    for (let at = 4; at < token.length; at++) {
      const other = token[at] === 'x' ? 'y' : 'x'
      expect(isApiToken(`${token.slice(0, at)}${other}${token.slice(at + 1)}`), `character ${at}`).toBe(false)
    }
  })

  it.each(['', 'nxs_', 'nxs_short', `nxs_${'0'.repeat(38)}`, `nxr_${'0'.repeat(38)}`, 'x'.repeat(1_000_000)])(
    'is not %.30s',
    (text) => expect(isApiToken(text)).toBe(false),
  )

  it('is listed by its prefix and its last four characters', () => {
    expect(shortToken(lastFourOf(`nxs_${'a'.repeat(34)}c41f`))).toBe('nxs_…c41f')
  })
})

describe('scopes', () => {
  it('are known by name, and not by the names that every object has', () => {
    expect(ALL_CUSTOMER_SCOPES).toContain('orders:read')
    for (const name of ['toString', 'constructor', '__proto__', 'catalog:write', ''])
      expect(isCustomerScope(name)).toBe(false)
  })

  it('beyond those that somebody holds are named', () => {
    expect(scopesBeyond(['orders:read', 'refunds:write'], ['orders:read'])).toEqual(['refunds:write'])
    expect(scopesBeyond([], [])).toEqual([])
  })
})
