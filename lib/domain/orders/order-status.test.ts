import { describe, expect, it } from 'vitest'
import { canBecome, type OrderStatus } from './order-status'

const ALL: OrderStatus[] = ['PENDING', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REFUNDED']
const isWalkable = (path: OrderStatus[]) => path.slice(1).every((to, index) => canBecome(path[index]!, to))

describe('an order', () => {
  it('can be paid in advance or on delivery', () => {
    expect(isWalkable(['PENDING', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED'])).toBe(true)
    expect(isWalkable(['PENDING', 'PACKED', 'SHIPPED', 'DELIVERED'])).toBe(true)
  })

  it('cannot be cancelled once it is shipped', () => {
    expect(canBecome('SHIPPED', 'CANCELLED')).toBe(false)
    expect(canBecome('DELIVERED', 'CANCELLED')).toBe(false)
  })

  it('that is paid is refunded instead of cancelled', () => {
    expect(canBecome('PAID', 'CANCELLED')).toBe(false)
    expect(canBecome('PAID', 'REFUNDED')).toBe(true)
  })

  it.each(['CANCELLED', 'REFUNDED'] as const)('that is %s cannot change any more', (end) => {
    expect(ALL.some((status) => canBecome(end, status))).toBe(false)
  })

  it('cannot stay, skip packing or go back', () => {
    expect(ALL.some((status) => canBecome(status, status))).toBe(false)
    expect(canBecome('PENDING', 'SHIPPED')).toBe(false)
    expect(canBecome('SHIPPED', 'PACKED')).toBe(false)
  })
})
