import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { subjectsOf } from '@/lib/cache'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import { postgres, transaction } from '@/lib/db/postgres'
import { prepareJobs } from '@/lib/jobs/prepare'
import { searchEngine } from '@/lib/search/process-engine'
import { getProductDetail } from '../catalog/products'
import { placeOrder } from '../checkout/checkout'
import { emptyStores, givenCart, givenProduct, guestInput, loggedExpiries } from '../testing/fixtures'
import { boughtWith, countBoughtTogether } from './bought-together'

const products = new Map<string, ProductDocument>()
const idOf = (sku: string) => products.get(sku)!._id.toHexString()
const skuOf = (id: string) => [...products.keys()].find((sku) => idOf(sku) === id)
const companions = async (sku: string) => (await boughtWith(idOf(sku))).map(skuOf)

beforeEach(async () => {
  await prepareJobs()
  await emptyStores()
  for (const sku of ['TENT', 'LAMP', 'ROPE', 'SOCK'])
    products.set(sku, await givenProduct({ sku, price: 6_000, onHand: 99 }))
})
afterAll(async () => (await searchEngine()).close())

async function givenOrders(count: number, ...skus: string[]): Promise<string[]> {
  const ids: string[] = []
  for (let order = 0; order < count; order++) {
    const cartId = await givenCart(...skus.map((sku) => ({ sku })))
    ids.push((await placeOrder({ cartId, input: guestInput(6_000 * skus.length) })).id)
  }
  return ids
}

describe('products bought together', () => {
  it('share at least two orders, most frequent first, in both directions', async () => {
    await givenOrders(3, 'TENT', 'LAMP')
    await givenOrders(2, 'TENT', 'ROPE')
    await givenOrders(1, 'TENT', 'SOCK')
    await countBoughtTogether()
    expect(await companions('TENT')).toEqual(['LAMP', 'ROPE'])
    expect(await companions('LAMP')).toEqual(['TENT'])
    expect(await companions('SOCK')).toEqual([])
  })

  it('are ranked by specificity if they share equally many orders', async () => {
    await givenOrders(2, 'TENT', 'LAMP', 'ROPE')
    await givenOrders(3, 'LAMP')
    await countBoughtTogether()
    expect(await companions('TENT')).toEqual(['ROPE', 'LAMP'])
  })

  it('ignore cancelled orders and those older than a year', async () => {
    const [cancelled] = await givenOrders(2, 'TENT', 'LAMP')
    await postgres().order.update({ where: { id: cancelled }, data: { status: 'CANCELLED' } })
    const [old] = await givenOrders(2, 'TENT', 'ROPE')
    await postgres().order.update({ where: { id: old }, data: { placedAt: new Date(Date.now() - 366 * 86_400_000) } })
    await countBoughtTogether()
    expect(await companions('TENT')).toEqual([])
  })

  it('is counted from the newest orders only, so that the work of a night is bounded', async () => {
    await givenOrders(2, 'TENT', 'LAMP')
    await givenOrders(2, 'TENT', 'ROPE')
    await countBoughtTogether({ maxOrders: 2 })
    expect(await companions('TENT')).toEqual(['ROPE'])
    expect(await companions('LAMP')).toEqual([])
  })

  it('follows what changes, and expires the pages of the products that changed and no others', async () => {
    await givenOrders(2, 'TENT', 'LAMP')
    expect(await countBoughtTogether()).toBe(2)
    await postgres().pageExpiry.deleteMany()
    expect(await countBoughtTogether()).toBe(0)
    expect(await loggedExpiries()).toEqual([])
    await givenOrders(3, 'TENT', 'ROPE')
    expect(await countBoughtTogether()).toBe(2)
    expect(await companions('TENT')).toEqual(['ROPE', 'LAMP'])
    const expired = (await loggedExpiries()).flatMap(({ tags }) => subjectsOf(tags).productIds)
    expect(expired.map(skuOf).sort()).toEqual(['ROPE', 'TENT'])
    await postgres().order.updateMany({ data: { status: 'CANCELLED' } })
    expect(await countBoughtTogether()).toBe(3)
    expect(await companions('TENT')).toEqual([])
  })

  it('are at most eight', async () => {
    const many = Array.from({ length: 10 }, (_, index) => `MANY${index}`)
    for (const sku of many) products.set(sku, await givenProduct({ sku, price: 6_000, onHand: 99 }))
    await givenOrders(2, ...many)
    await countBoughtTogether()
    expect(await companions('MANY0')).toHaveLength(8)
    expect(await companions('MANY0')).not.toContain('MANY0')
  })

  it('are shown on the product page unless sold out', async () => {
    await givenOrders(2, 'TENT', 'LAMP', 'ROPE')
    await countBoughtTogether()
    await transaction(async (tx) => {
      const sku = 'LAMP'
      const { onHand } = await tx.inventory.findUniqueOrThrow({ where: { sku } })
      await tx.inventory.update({ where: { sku }, data: { onHand: 0 } })
      await tx.stockMovement.create({ data: { sku, delta: -onHand, reason: 'CORRECTION', actor: 'test' } })
    })
    const detail = await getProductDetail('tent')
    expect(detail?.together.map(({ sku }) => sku)).toEqual(['ROPE'])
  })

  it('exclude a product with itself, and pairs of one order', async () => {
    const [productId, otherId] = [idOf('TENT'), idOf('LAMP')]
    const write = (data: { productId: string; otherId: string; orders: number; rank: number }) =>
      postgres().boughtTogether.create({ data })
    await expect(write({ productId, otherId: productId, orders: 2, rank: 1 })).rejects.toThrow()
    await expect(write({ productId, otherId, orders: 1, rank: 1 })).rejects.toThrow()
    await expect(write({ productId, otherId, orders: 2, rank: 9 })).rejects.toThrow()
    expect(await boughtWith(randomUUID().slice(0, 24))).toEqual([])
  })
})
