import { describe, expect, it } from 'vitest'
import { addressSchema } from '@/lib/contracts/checkout/checkout'
import { emailSchema } from '@/lib/contracts/common'
import { canBecome, type OrderStatus } from '@/lib/domain/orders/order-status'
import { priceAt } from '@/lib/domain/pricing/pricing'
import { taxByRate } from '@/lib/domain/pricing/tax'
import { generateCatalogue } from '../catalogue'
import { DAY } from '../time'

const now = new Date('2026-11-24T13:37:00Z')
const { orders, movements, inventory, priceChanges, products } = generateCatalogue({
  products: 1_500,
  orders: 200,
  now,
})

describe('orders of the demo shop', () => {
  it('were placed within half a year and are numbered by date', () => {
    expect(orders).toHaveLength(200)
    orders.forEach(({ number, placedAt }, index) => {
      expect(number).toBe(20_001 + index)
      expect(Number(now) - Number(placedAt)).toBeLessThan(181 * DAY)
      if (index > 0) expect(placedAt >= orders[index - 1]!.placedAt).toBe(true)
    })
  })

  it('add up: lines, delivery and included VAT', () => {
    for (const order of orders) {
      expect(order.items.length).toBeGreaterThan(0)
      for (const { unitPrice, quantity, total } of order.items) expect(total).toBe(unitPrice * quantity)
      expect(order.subtotal).toBe(order.items.reduce((sum, { total }) => sum + total, 0))
      expect(order.total).toBe(order.subtotal - order.discount + order.shipping)
      expect(order.tax).toBe(taxByRate(order.items, order.shipping).reduce((sum, { tax }) => sum + tax, 0))
    }
  })

  it('contain the price of their day and only products launched by then', () => {
    const created = new Map(products.map(({ _id, createdAt }) => [_id.toHexString(), createdAt]))
    for (const { placedAt, items } of orders)
      for (const { sku, productId, unitPrice } of items) {
        expect(created.get(productId)! < placedAt).toBe(true)
        expect(
          priceAt(
            priceChanges.filter((change) => change.sku === sku),
            placedAt,
          ),
        ).toBe(unitPrice)
      }
  })

  it('go to fictional people at plausible addresses', () => {
    for (const { email, shippingAddress } of orders) {
      expect(emailSchema.parse(email)).toMatch(/@example\.com$/)
      expect(addressSchema.parse(shippingAddress)).toEqual(shippingAddress)
    }
  })

  it('contain related products often enough to be detected in every department', () => {
    const together = (one: string, other: string) =>
      orders.filter(
        ({ items, status }) =>
          status !== 'CANCELLED' && [one, other].every((name) => items.some((item) => item.name === name)),
      ).length
    expect(together('Halden 14', 'Pebble mouse')).toBeGreaterThanOrEqual(2)
    expect(together('San Marzano tomatoes', 'Country loaf')).toBeGreaterThanOrEqual(2)
    expect(together('Slope runner', 'Striped socks')).toBeGreaterThanOrEqual(2)
  })

  it('reached their status step by step', () => {
    for (const { events, status, updatedAt } of orders) {
      let at: OrderStatus = 'PENDING'
      expect(events[0]?.type).toBe('PLACED')
      events.slice(1).forEach(({ type, createdAt }, index) => {
        const to = type as OrderStatus
        expect(canBecome(at, to) || (at === 'PACKED' && to === 'PAID'), `${at} to ${to}`).toBe(true)
        expect(createdAt >= events[index]!.createdAt).toBe(true)
        at = to
      })
      expect(status).toBe(at)
      expect(updatedAt).toEqual(events.at(-1)!.createdAt)
      expect(updatedAt <= now).toBe(true)
    }
    expect(new Set(orders.map(({ status }) => status)).size).toBeGreaterThanOrEqual(5)
  })
})

describe('the stock ledger', () => {
  it('sums up to the stock on hand and never falls below zero', () => {
    const sums = new Map<string, number>()
    let before = new Date(0)
    for (const { sku, delta, createdAt } of movements) {
      expect(createdAt >= before).toBe(true)
      expect(delta).not.toBe(0)
      before = createdAt
      const sum = (sums.get(sku) ?? 0) + delta
      expect(sum, sku).toBeGreaterThanOrEqual(0)
      sums.set(sku, sum)
    }
    for (const { sku, onHand } of inventory) expect(sums.get(sku) ?? 0, sku).toBe(onHand)
  })

  it('has a movement for each order line, and a reversal if the order was cancelled or returned', () => {
    for (const { id, items, status } of orders) {
      const own = movements.filter(({ orderId }) => orderId === id)
      const isUndone = status === 'CANCELLED' || status === 'REFUNDED'
      expect(own).toHaveLength(items.length * (isUndone ? 2 : 1))
      expect(own.reduce((sum, { delta }) => sum + delta, 0)).toBe(
        isUndone ? 0 : -items.reduce((sum, { quantity }) => sum + quantity, 0),
      )
    }
  })
})
