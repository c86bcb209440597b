import { describe, expect, it } from 'vitest'
import { PERMISSION_WORDS, PERMISSIONS, type Permission, SHIPPED_ROLES } from './permissions'

const roles = (permission: Permission) =>
  SHIPPED_ROLES.filter(({ permissions }) => permissions.includes(permission)).map(({ key }) => key)

describe('the shipped roles', () => {
  it.each<[Permission, string]>([
    ['catalog:read', 'manager catalogue fulfilment support marketing read-only'],
    ['catalog:write', 'manager catalogue'],
    ['schemas:write', 'manager catalogue'],
    ['imports:run', 'manager catalogue'],
    ['prices:write', 'manager catalogue marketing'],
    ['stock:write', 'manager fulfilment'],
    ['orders:read', 'manager fulfilment support read-only'],
    ['orders:write', 'manager support'],
    ['orders:fulfil', 'manager fulfilment support'],
    ['payments:book', 'manager support'],
    ['refunds:write', 'manager support'],
    ['customers:read', 'manager support'],
    ['customers:write', 'manager support'],
    ['customers:export', 'manager'],
    ['reviews:moderate', 'manager catalogue support'],
    ['content:write', 'manager catalogue marketing'],
    ['reports:read', 'manager catalogue marketing read-only'],
    ['settings:write', 'manager'],
    ['jobs:write', 'manager'],
    ['audit:read', 'manager'],
    ['staff:write', ''],
    ['tokens:write', ''],
  ])('%s is held by: %s', (permission, holders) => {
    expect(roles(permission).join(' ')).toBe(holders)
  })

  it('let support refund up to €250 at once', () => {
    const limits = SHIPPED_ROLES.filter(({ refundLimit }) => refundLimit !== null)
    expect(limits.map(({ key, refundLimit }) => [key, refundLimit])).toEqual([['support', 25_000]])
  })
})

it('every permission is a noun and a verb, is listed once, and has words for staff', () => {
  expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length)
  for (const permission of PERMISSIONS) expect(permission).toMatch(/^[a-z]+:[a-z]+$/)
  expect(Object.keys(PERMISSION_WORDS)).toEqual([...PERMISSIONS])
})
