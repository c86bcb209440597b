import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { tags } from '@/lib/cache'
import { categories, products } from '@/lib/db/mongo'
import { postgres, transaction } from '@/lib/db/postgres'
import { enqueue } from '@/lib/jobs/enqueue'
import { ratingOf } from '@/lib/services/reviews/summary'
import { getSettings } from '@/lib/services/settings'
import { jobsIn, loggedExpiries } from '@/lib/services/testing/fixtures'
import { seed } from './seed'

const options = { products: 260, orders: 25, now: new Date('2026-11-24T13:37:00Z') }
const progress: { done: number; total: number; what: string }[] = []

describe('the seed', () => {
  beforeAll(() => seed({ ...options, onProgress: (step) => progress.push(step) }))

  it('fills both databases and the settings', async () => {
    expect(await products().countDocuments()).toBe(260)
    expect(await categories().countDocuments()).toBeGreaterThan(60)
    expect(await postgres().order.count()).toBe(25)
    expect((await getSettings()).delivery.standard).toMatchObject({ price: 490, freeFrom: 6000 })
  })

  it('knows every SKU in both databases', async () => {
    const skus = (
      await products()
        .find({}, { projection: { 'variants.sku': 1 } })
        .toArray()
    ).flatMap(({ variants }) => variants.map(({ sku }) => sku))
    const stocked = (await postgres().inventory.findMany({ select: { sku: true } })).map(({ sku }) => sku)
    expect(stocked.sort()).toEqual(skus.sort())
  })

  it('leaves a stock ledger that sums up to the stock on hand', async () => {
    const off = await postgres().$queryRaw<unknown[]>`
      SELECT sku FROM "Inventory" LEFT JOIN "StockMovement" USING (sku) GROUP BY sku, "onHand" HAVING "onHand" <> coalesce(sum(delta), 0)`
    expect(off).toEqual([])
  })

  it('stores on each product the review summary that the job would compute', async () => {
    const documents = await products()
      .find({}, { projection: { rating: 1 } })
      .toArray()
    for (const { _id, rating } of documents) expect(rating).toEqual(await ratingOf(_id.toHexString()))
    expect(documents.filter(({ rating }) => rating.count > 0).length).toBeGreaterThan(120)
    expect(await postgres().review.count({ where: { orderId: { not: null } } })).toBeGreaterThan(5)
    expect(await postgres().review.aggregate({ _sum: { helpful: true } })).toEqual({
      _sum: { helpful: await postgres().reviewVote.count() },
    })
  })

  it('lets the next order continue the numbering', async () => {
    const [next] = await postgres().$queryRaw<{ number: number }[]>`SELECT nextval('"Order_number_seq"')::int AS number`
    expect(next!.number).toBe(20_026)
  })

  it('keeps recurring jobs, deletes jobs about removed data, and notifies a running store', async () => {
    const later = new Date(Date.now() + 86_400_000)
    await transaction((tx) =>
      enqueue(
        tx,
        { name: 'mail.order-confirmation', data: { orderId: randomUUID() } },
        { name: 'sales.boundary', data: { from: '2026-11-24T13:37:00Z' }, startAfter: later },
        { name: 'clean-up', data: {}, startAfter: later },
      ),
    )
    const before = (await loggedExpiries()).length
    await seed(options)
    expect(await jobsIn('mail.order-confirmation')).toEqual([])
    expect(await jobsIn('clean-up')).toHaveLength(1)
    expect(await jobsIn('sales.boundary')).toHaveLength(1)
    expect((await loggedExpiries()).slice(before).map((entry) => entry.tags)).toEqual([[tags.everything]])
  })

  it('reports progress up to the end', () => {
    const { done, total } = progress.at(-1)!
    expect(done).toBe(total)
    expect(new Set(progress.map(({ what }) => what)).size).toBeGreaterThan(3)
  })

  it('starts from scratch each time, with unguessable order ids', async () => {
    const before = await postgres().order.findMany({
      select: { id: true, number: true, total: true },
      orderBy: { number: 'asc' },
    })
    await seed(options)
    const after = await postgres().order.findMany({
      select: { id: true, number: true, total: true },
      orderBy: { number: 'asc' },
    })
    expect(await products().countDocuments()).toBe(260)
    expect(after.map(({ number, total }) => [number, total])).toEqual(
      before.map(({ number, total }) => [number, total]),
    )
    expect(after.some(({ id }) => before.some((order) => order.id === id))).toBe(false)
  })
})
