import type { ProductDocument } from '@/lib/contracts/catalog/product'
import type { Address, DeliveryMethod, PaymentMethod } from '@/lib/contracts/checkout/checkout'
import type { OrderStatus } from '@/lib/contracts/orders'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import { variantImage } from '@/lib/domain/catalog/variant'
import { CURRENCY } from '@/lib/domain/locale'
import { exclusionOf } from '@/lib/domain/orders/withdrawal-exclusion'
import { priceAt } from '@/lib/domain/pricing/pricing'
import { ratesOn, type TaxPart, taxByRate } from '@/lib/domain/pricing/tax'
import { shopDay } from '@/lib/domain/shipping/day'
import { deliveryFor, expectedDay } from '@/lib/domain/shipping/delivery'
import type { NewOrderLine } from '@/lib/services/checkout/write-order'
import type { Draft } from '../catalog/products'
import { basketsOf, chooseBasket } from '../merchandising/companions'
import type { PriceChange } from '../pricing/sales'
import { type Rng, random, uuidOf } from '../random'
import { DAY, HOUR, later } from '../time'
import { type OrderEvent, timelineOf } from './order-timeline'
import { makePerson } from './people'

export const FIRST_NUMBER = 20_001
const PERIOD_DAYS = 180

export type OrderItem = NewOrderLine & { position: number; total: number }

/** An order as Postgres stores it. Amounts are in minor units and include VAT. */
export interface Order {
  id: string
  number: number
  idempotencyKey: string
  status: OrderStatus
  email: string
  currency: typeof CURRENCY
  subtotal: number
  discount: number
  shipping: number
  tax: number
  total: number
  deliveryMethod: DeliveryMethod
  /** The delivery date shown to the shopper. */
  expectedOn: Date
  paymentMethod: PaymentMethod
  shippingAddress: Address
  placedAt: Date
  updatedAt: Date
  items: OrderItem[]
  taxes: TaxPart[]
  events: OrderEvent[]
}

interface Shop {
  drafts: readonly Draft[]
  priceChanges: readonly PriceChange[]
  /** Ids of the products that are sold out. Orders that contain one are never cancelled or returned. */
  soldOut: ReadonlySet<string>
  /** Products in the flash sale, and the time at which it started. */
  flash: { drafts: readonly Draft[]; since: Date }
  today: Date
}

/**
 * Returns a random time of purchase; recent days and the evening are more likely, and there are no purchases at night.
 */
function momentOf(rng: Rng, today: Date): Date {
  const daysAgo = 1 + Math.floor(rng.next() ** 1.8 * (PERIOD_DAYS - 1))
  const hour = rng.pick([8, 9, 10, 11, 12, 12, 13, 15, 16, 17, 18, 19, 19, 20, 20, 21])
  return later(today, -daysAgo * DAY + hour * HOUR + rng.int(0, 3599) * 1000)
}

function chooser(rng: Rng, drafts: readonly Draft[]) {
  // Weights expensive products down, because they are bought less often than their popularity suggests.
  let sum = 0
  const sums = drafts.map(({ product }) => {
    sum += Math.sqrt(product.popularity) / product.variants[0]!.price ** 0.45
    return sum
  })
  return (): ProductDocument => {
    const wanted = rng.next() * sum
    return drafts[sums.findIndex((value) => value >= wanted)]!.product
  }
}

function quantityOf(rng: Rng, category: string, price: number): number {
  if (category.startsWith('groceries')) return rng.int(1, 4)
  return price < 3000 && rng.chance(0.25) ? 2 : 1
}

interface Purchase {
  /** Products that are bought together; the order contains these before others. */
  basket: ProductDocument[]
  choose: () => ProductDocument
  at: Date
  country: Address['country']
}

function itemsOf(rng: Rng, shop: Shop, { basket, choose, at, country }: Purchase): OrderItem[] {
  const wanted = Math.max(basket.length, rng.pick([1, 1, 1, 2, 2, 2, 3, 3, 4, 6]))
  const rates = ratesOn(DEMO_SETTINGS.tax[country], shopDay(at))
  const items: OrderItem[] = []
  for (let attempt = 0; items.length < wanted && attempt < 60; attempt++) {
    const product = basket[attempt] ?? choose()
    if (product.createdAt >= at || items.some(({ productId }) => productId === product._id.toHexString())) continue
    const { leaf } = shop.drafts.find((draft) => draft.product === product)!
    const variant = rng.pick(product.variants)
    const records = shop.priceChanges.filter(({ sku }) => sku === variant.sku)
    const unitPrice = priceAt([...records], at)
    if (unitPrice === null) continue
    const quantity = quantityOf(rng, product.category, unitPrice)
    items.push({
      position: items.length,
      sku: variant.sku,
      productId: product._id.toHexString(),
      name: product.name,
      image: variantImage(product, variant),
      options: variant.options,
      specs: product.specs,
      unitPrice,
      quantity,
      taxRate: rates[product.taxClass ?? leaf.taxClass],
      total: unitPrice * quantity,
      returnExcluded: exclusionOf(product, leaf),
    })
  }
  return items
}

/** Returns the orders of the last half year, oldest first and numbered in that order. */
export function makeOrders(seed: string, count: number, shop: Shop): Order[] {
  const rng = random(`${seed}/orders`)
  const people = Array.from({ length: Math.ceil(count * 0.6) }, () => makePerson(rng))
  const chooseAny = chooser(rng, shop.drafts)
  const chooseFlash = chooser(rng, shop.flash.drafts)
  const baskets = basketsOf(shop.drafts)
  const isFlash = (at: Date) => shop.flash.drafts.length > 0 && at > shop.flash.since
  const moments = Array.from({ length: count }, () => momentOf(rng, shop.today)).sort((a, b) => Number(a) - Number(b))
  return moments.map((placedAt, index) => {
    const { email, address } = rng.pick(people)
    const choose = () => (isFlash(placedAt) && rng.chance(0.6) ? chooseFlash() : chooseAny())
    const basket = chooseBasket(rng, baskets)
    const items = itemsOf(rng, shop, { basket, choose, at: placedAt, country: address.country })
    const subtotal = items.reduce((sum, { total }) => sum + total, 0)
    const deliveryMethod = rng.chance(0.14) ? 'EXPRESS' : 'STANDARD'
    const paymentMethod = rng.chance(0.7) ? 'BANK_TRANSFER' : 'ON_DELIVERY'
    const { price: shipping, days } = deliveryFor(DEMO_SETTINGS.delivery, { method: deliveryMethod, subtotal })
    const taxes = taxByRate(items, shipping)
    const canReturn = !items.some(({ productId }) => shop.soldOut.has(productId))
    const { status, events } = timelineOf(rng, {
      placedAt,
      today: shop.today,
      paymentMethod,
      deliveryMethod,
      canReturn,
    })
    return {
      id: uuidOf(`${seed}/order/${index}`),
      number: FIRST_NUMBER + index,
      idempotencyKey: uuidOf(`${seed}/order-key/${index}`),
      status,
      email,
      currency: CURRENCY,
      subtotal,
      discount: 0,
      shipping,
      tax: taxes.reduce((sum, { tax }) => sum + tax, 0),
      total: subtotal + shipping,
      deliveryMethod,
      expectedOn: new Date(`${expectedDay(placedAt, days)}T00:00:00Z`),
      paymentMethod,
      shippingAddress: address,
      placedAt,
      updatedAt: events.at(-1)!.createdAt,
      items,
      taxes,
      events,
    }
  })
}
