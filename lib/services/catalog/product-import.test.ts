import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { tags } from '@/lib/cache'
import { products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { refreshRating } from '../reviews/summary'
import { emptyStores, LAPTOPS, loggedExpiries, unbalancedSkus } from '../testing/fixtures'
import { laptop, laptops, objectIdOf, SINCE } from '../testing/laptops'
import { importProducts } from './product-import'

const by = { actor: 'test' }

async function stores() {
  const [documents, inventory, movements, prices] = await Promise.all([
    products().find().sort({ _id: 1 }).toArray(),
    postgres().inventory.findMany({ orderBy: { sku: 'asc' } }),
    postgres().stockMovement.findMany({ orderBy: { sku: 'asc' } }),
    postgres().priceChange.findMany({ orderBy: { sku: 'asc' } }),
  ])
  return { documents, inventory, movements, prices }
}

beforeEach(async () => {
  await emptyStores()
})

describe('an import', () => {
  it('writes documents, stock with first movements, and prices, and reports each batch', async () => {
    const reported: number[] = []
    const count = await importProducts(laptops(1_200), { ...by, onProgress: ({ added }) => reported.push(added) })
    expect(count).toEqual({ added: 1_200, changed: 0, unchanged: 0 })
    expect(reported).toHaveLength(3)
    expect(Math.max(...reported)).toBe(1_200)
    const { documents, inventory, movements, prices } = await stores()
    expect([documents.length, inventory.length, movements.length, prices.length]).toEqual([1_200, 2_400, 1_200, 2_400])
    expect(inventory.find(({ sku }) => sku === 'LAP7-16')).toMatchObject({ onHand: 7, lowStockThreshold: 5 })
    expect(movements.every(({ reason, actor }) => reason === 'INITIAL' && actor === 'test')).toBe(true)
    expect(await unbalancedSkus()).toEqual([])
    expect(Date.now() - Number(documents[0]!.updatedAt)).toBeLessThan(60_000)
  })

  it('changes nothing if it runs again', async () => {
    await importProducts(laptops(30), by)
    const before = await stores()
    const expired = (await loggedExpiries()).length
    expect(await importProducts(laptops(30), by)).toEqual({ added: 0, changed: 0, unchanged: 30 })
    expect(await stores()).toEqual(before)
    expect(await loggedExpiries()).toHaveLength(expired)
  })

  it('keeps a rating that changes while it runs, and removes fields that are no longer imported', async () => {
    await importProducts([laptop(7, { tagline: 'Light', warnings: ['Hot'] })], by)
    await postgres().review.create({
      data: {
        productId: objectIdOf(7).toHexString(),
        sku: 'LAP7-16',
        rating: 5,
        title: 'Good',
        text: 'Good.',
        author: 'I.',
      },
    })
    const lock = new Client({ connectionString: process.env.DATABASE_URL })
    await lock.connect()
    try {
      await lock.query('BEGIN; LOCK TABLE "PriceChange" IN ACCESS EXCLUSIVE MODE')
      const importing = importProducts([laptop(7, { tagline: 'Lighter' })], by)
      await vi.waitFor(async () => {
        const { rows } = await lock.query('SELECT FROM pg_locks WHERE NOT granted AND relation = $1::regclass', [
          '"PriceChange"',
        ])
        expect(rows).not.toHaveLength(0)
      }, 15_000)
      await refreshRating(objectIdOf(7).toHexString())
      await lock.query('COMMIT')
      await importing
    } finally {
      await lock.end()
    }
    const [document] = (await stores()).documents
    expect(document).toMatchObject({ tagline: 'Lighter', rating: { average: 5, count: 1 } })
    expect(document).not.toHaveProperty('warnings')
  })

  it('killed between the two databases is completed by running it again, and was not visible before', async () => {
    const insertMany = vi.spyOn(Object.getPrototypeOf(products()), 'insertMany')
    insertMany.mockRejectedValueOnce(new Error('killed'))
    await expect(importProducts(laptops(30), by)).rejects.toThrow('killed')
    const half = await stores()
    expect([half.documents.length, half.inventory.length]).toEqual([0, 60])
    insertMany.mockRestore()

    expect(await importProducts(laptops(30), by)).toEqual({ added: 30, changed: 0, unchanged: 0 })
    const whole = await stores()
    expect(whole.documents).toHaveLength(30)
    expect({ ...whole, documents: [] }).toEqual({ ...half, documents: [] })
    expect(await unbalancedSkus()).toEqual([])
  })

  it('that fails in Postgres leaves nothing', async () => {
    const wrong = laptop(2)
    const taken = { ...wrong, product: { ...wrong.product, _id: objectIdOf(99) } }
    await importProducts([laptop(2)], by)
    const before = await stores()
    await expect(importProducts([laptop(1), taken], by)).rejects.toThrow(/LAP2-16, LAP2-32|LAP2-32, LAP2-16/)
    expect(await stores()).toEqual(before)
  })

  it('replaces the document, but keeps stock, rating, popularity and launch date', async () => {
    await importProducts([laptop(1), laptop(2)], by)
    await products().updateOne({ _id: objectIdOf(1) }, { $set: { rating: { average: 4.5, count: 8 }, popularity: 70 } })
    await postgres().inventory.update({ where: { sku: 'LAP1-16' }, data: { onHand: 0 } })
    const { updatedAt } = (await products().findOne({ _id: objectIdOf(1) }))!
    const renamed = laptop(1, { name: 'Laptop One', createdAt: new Date('2026-10-01T00:00:00Z') })
    const reduced = { sku: 'LAP1-16', price: 90_000, validFrom: new Date('2026-11-01T00:00:00Z'), validUntil: null }
    const count = await importProducts([{ ...renamed, prices: [...renamed.prices, reduced] }, laptop(2)], by)

    expect(count).toEqual({ added: 0, changed: 1, unchanged: 1 })
    const document = await products().findOne({ _id: objectIdOf(1) })
    expect(document).toMatchObject({
      name: 'Laptop One',
      createdAt: SINCE,
      rating: { average: 4.5, count: 8 },
      popularity: 70,
    })
    expect(Number(document!.updatedAt)).toBeGreaterThanOrEqual(Number(updatedAt))
    expect((await postgres().inventory.findUnique({ where: { sku: 'LAP1-16' } }))?.onHand).toBe(0)
    expect(await postgres().priceChange.count({ where: { sku: 'LAP1-16' } })).toBe(2)
  })

  it('expires pages once the documents are written, however long that takes', async () => {
    const pages = expect.arrayContaining([tags.product(objectIdOf(1).toHexString()), tags.listing(LAPTOPS)])
    const insertMany = vi.spyOn(Object.getPrototypeOf(products()), 'insertMany')
    insertMany.mockRejectedValueOnce(new Error('killed'))
    await expect(importProducts([laptop(1)], by)).rejects.toThrow('killed')
    insertMany.mockRestore()
    expect(await secondsToPages()).toEqual([expect.closeTo(90, -1)])
    await importProducts([laptop(1)], by)
    expect(await secondsToPages()).toEqual([expect.closeTo(0, -1), expect.closeTo(90, -1), expect.closeTo(90, -1)])
    for (const { tags } of await loggedExpiries()) expect(tags).toEqual(pages)
  })

  it('delayed by Postgres still gets the time of its MongoDB write, by which the index finds it', async () => {
    await importProducts([laptop(1)], by)
    const renamed = laptop(1, { name: 'Laptop One' })
    let released = 0
    const importing = await postgres().$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE "Inventory" IN EXCLUSIVE MODE`
      const importing = importProducts([renamed, laptop(2)], by)
      await sleep(500)
      released = Date.now()
      return { done: importing }
    })
    await importing.done
    for (const { updatedAt } of (await stores()).documents) expect(Number(updatedAt)).toBeGreaterThanOrEqual(released)
  })

  it('of an invalid product stops and names it', async () => {
    await expect(importProducts([laptop(1), laptop(2, { slug: 'Not a slug' })], by)).rejects.toThrow(/Laptop 2/)
    const foreign = { ...laptop(1), stock: [{ sku: 'OTHER', onHand: 1 }] }
    await expect(importProducts([foreign], by)).rejects.toThrow(/own SKUs/)
    expect((await stores()).inventory).toEqual([])
  })
})

/** Returns the seconds until each logged page expiry takes effect, in ascending order. */
async function secondsToPages(): Promise<number[]> {
  return (await loggedExpiries()).map(({ seconds }) => seconds).sort((a, b) => a - b)
}
