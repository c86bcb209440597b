import { describe, expect, it } from 'vitest'
import { discountPercent, isOnSale, lowestPriceBefore, priceAt, priceOf } from '@/lib/domain/pricing/pricing'
import { generateCatalogue } from '../catalogue'
import { DAY, later, startOfDay } from '../time'
import { salePrice, shopPrice } from './prices'
import { flashEnd } from './sales'

const now = new Date('2026-11-24T13:37:00Z')
const { products, priceChanges, origins } = generateCatalogue({ products: 1_500, orders: 0, now })
const recordsOf = new Map<string, typeof priceChanges>()
for (const change of priceChanges) recordsOf.set(change.sku, [...(recordsOf.get(change.sku) ?? []), change])
const variants = products.flatMap((product) => product.variants.map((variant) => ({ ...variant, product })))
const reduced = variants.filter((variant) => isOnSale(variant, now))

describe('prices of the demo shop', () => {
  it('end like shop prices', () => {
    expect([3.17, 10.9, 44.3, 117.4, 1243].map(shopPrice)).toEqual([320, 1090, 4400, 11900, 123900])
  })

  it('fall when they are reduced', () => {
    for (const regular of [50, 320, 1090, 4400, 11900, 124900]) expect(salePrice(regular, 0.1)).toBeLessThan(regular)
  })

  it('are in the ledger without a gap from the product’s launch on', () => {
    for (const variant of variants) {
      const records = recordsOf.get(variant.sku)!
      expect(priceAt(records, now), variant.sku).toBe(priceOf(variant, now))
      expect(priceAt(records, variant.product.createdAt), variant.sku).not.toBeNull()
      expect(priceAt(records, later(variant.product.createdAt, -1))).toBeNull()
    }
  })

  it('match the ledger after every sale has begun and ended', () => {
    for (const days of [1.5, 5, 20, 45, 400])
      for (const variant of variants.filter(({ sale }) => sale)) {
        const at = later(now, days * DAY)
        expect(priceAt(recordsOf.get(variant.sku)!, at), variant.sku).toBe(priceOf(variant, at))
      }
  })

  it('of sales are below the regular price and below the lowest price of the month before', () => {
    expect(reduced.length).toBeGreaterThan(200)
    for (const { sku, price, sale } of variants) if (sale) expect(sale.price, sku).toBeLessThan(price)
    for (const variant of reduced) {
      const lowest = lowestPriceBefore(recordsOf.get(variant.sku)!, now)
      expect(discountPercent(priceOf(variant, now), lowest), variant.sku).toBeGreaterThan(0)
    }
  })

  it('of a few products changed in the month before their sale', () => {
    const moved = reduced.filter(({ sku, price }) => lowestPriceBefore(recordsOf.get(sku)!, now) !== price)
    expect(moved.length).toBeGreaterThan(0)
  })

  it('of books are fixed by law, so no book is reduced', () => {
    expect(reduced.filter(({ product }) => /^books\/(?!paper)/.test(product.category))).toEqual([])
  })
})

describe('sales', () => {
  const kinds = (kind: string) => origins.filter(({ sale }) => sale === kind).map(({ product }) => product)

  it('run for about one product in eleven, and are planned or over for some', () => {
    const share = products.filter(({ variants }) => variants.some((variant) => isOnSale(variant, now))).length / 1_500
    expect(share).toBeGreaterThan(0.07)
    expect(share).toBeLessThan(0.13)
    for (const product of kinds('coming'))
      expect(product.variants.every(({ sale }) => sale && sale.startsAt > now)).toBe(true)
    for (const product of kinds('over'))
      expect(product.variants.every(({ sale }) => !sale || sale.endsAt < now)).toBe(true)
  })

  it('of the flash kind all end tomorrow evening', () => {
    const ends = kinds('flash').flatMap(({ variants }) => variants.map(({ sale }) => Number(sale!.endsAt)))
    expect(kinds('flash').length).toBeGreaterThanOrEqual(8)
    expect(new Set(ends)).toEqual(new Set([Number(flashEnd(startOfDay(now)))]))
    expect(ends[0]! - Number(now)).toBeGreaterThan(DAY / 2)
  })

  it('run long enough for some products that a store started months later still has deals', () => {
    const inTwoMonths = later(now, 60 * DAY)
    expect(
      products.filter(({ variants }) => variants.some((variant) => isOnSale(variant, inTwoMonths))).length,
    ).toBeGreaterThan(40)
  })
})
