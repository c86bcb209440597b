import { describe, expect, it } from 'vitest'
import { stagesDone } from './order-progress'

describe('the progress of an order', () => {
  it.each([
    ['PENDING', false, 0],
    ['PENDING', true, 1],
    ['PAID', false, 1],
    ['PACKED', true, 1],
    ['SHIPPED', false, 2],
    ['DELIVERED', true, 4],
    ['CANCELLED', false, null],
    ['REFUNDED', false, null],
  ] as const)('%s (paid on delivery: %s) has completed %s stages', (status, paysOnDelivery, done) => {
    expect(stagesDone({ status, paysOnDelivery })).toBe(done)
  })
})
