import { describe, expect, it } from 'vitest'
import { canBecome, type OrderStatus } from './order-status'

const ALL: OrderStatus[] = ['PENDING', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REFUNDED']
const isWalkable = (path: OrderStatus[]) => path.slice(1).every((to, index) => canBecome(path[index]!, to))

describe('an order', () => {
  it('is paid in advance or on delivery', () => {
    expect(isWalkable(['PENDING', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED'])).toBe(true)
    expect(isWalkable(['PENDING', 'PACKED', 'SHIPPED', 'DELIVERED'])).toBe(true)
  })

  it('is not cancelled once it is on its way', () => {
    expect(canBecome('SHIPPED', 'CANCELLED')).toBe(false)
    expect(canBecome('DELIVERED', 'CANCELLED')).toBe(false)
  })

  it('that is paid is refunded, not just cancelled', () => {
    expect(canBecome('PAID', 'CANCELLED')).toBe(false)
    expect(canBecome('PAID', 'REFUNDED')).toBe(true)
  })

  it.each(['CANCELLED', 'REFUNDED'] as const)('that is %s stays so', (end) => {
    expect(ALL.some((status) => canBecome(end, status))).toBe(false)
  })

  it('never stays, skips the packing or goes back', () => {
    expect(ALL.some((status) => canBecome(status, status))).toBe(false)
    expect(canBecome('PENDING', 'SHIPPED')).toBe(false)
    expect(canBecome('SHIPPED', 'PACKED')).toBe(false)
  })
})
