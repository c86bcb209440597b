import { describe, expect, it } from 'vitest'
import { covers, heldBy, leavesAnOwner, mayChange, missing, type Rights } from './granting'
import { PERMISSIONS, type Permission } from './permissions'

const owner: Rights = { isOwner: true, permissions: [], refundLimit: null }
const rights = (permissions: Permission[], refundLimit: number | null = null): Rights => ({
  isOwner: false,
  permissions,
  refundLimit,
})
const administrator = rights(['staff:write', 'orders:read'])

describe('rights', () => {
  it('of an owner are all permissions', () => {
    expect(heldBy(owner)).toEqual(PERMISSIONS)
    expect(missing(owner, PERMISSIONS)).toEqual([])
  })

  it('cover equal and smaller rights, and nothing beyond', () => {
    expect(covers(administrator, rights(['orders:read']))).toBe(true)
    expect(covers(administrator, administrator)).toBe(true)
    expect(covers(administrator, rights([]))).toBe(true)
    expect(covers(administrator, rights(['orders:read', 'orders:write']))).toBe(false)
  })

  it('never cover an owner, unless they are an owner’s', () => {
    expect(covers(rights([...PERMISSIONS]), owner)).toBe(false)
    expect(covers(owner, owner)).toBe(true)
  })

  it('cover refunds up to their own limit', () => {
    const limited = rights(['refunds:write'], 25_000)
    expect(covers(limited, rights(['refunds:write'], 25_000))).toBe(true)
    expect(covers(limited, rights(['refunds:write'], 25_001))).toBe(false)
    expect(covers(limited, rights(['refunds:write']))).toBe(false)
    expect(covers(limited, rights([], null))).toBe(true)
    expect(covers(rights(['refunds:write']), limited)).toBe(true)
  })
})

describe('a restricted administrator', () => {
  const [less, more] = [rights(['orders:read']), rights(['orders:read', 'settings:write'])]

  it('grants and takes what they hold', () => {
    expect(mayChange(administrator, null, less)).toBe(true)
    expect(mayChange(administrator, less, null)).toBe(true)
  })

  it('cannot give more than they hold, neither anew nor by adding to what exists', () => {
    expect(mayChange(administrator, null, more)).toBe(false)
    expect(mayChange(administrator, less, more)).toBe(false)
  })

  it('cannot take away or narrow what is above them', () => {
    expect(mayChange(administrator, more, null)).toBe(false)
    expect(mayChange(administrator, more, less)).toBe(false)
    expect(mayChange(administrator, owner, less)).toBe(false)
    expect(mayChange(administrator, more, more)).toBe(false)
  })
})

it('the last owner stays, and one of two may go', () => {
  expect(leavesAnOwner(['a'], { userId: 'a', staysOwner: false })).toBe(false)
  expect(leavesAnOwner(['a'], { userId: 'a', staysOwner: true })).toBe(true)
  expect(leavesAnOwner(['a', 'b'], { userId: 'a', staysOwner: false })).toBe(true)
  expect(leavesAnOwner(['a'], { userId: 'b', staysOwner: false })).toBe(true)
  expect(leavesAnOwner([], { userId: 'b', staysOwner: false })).toBe(true)
})
