import { type Document, MongoClient } from 'mongodb'
import { Client } from 'pg'
import type { APIRequestContext } from 'playwright/test'
import { tagsOf } from '@/lib/cache'
import { mongoDatabaseName } from '@/lib/db/mongo-database'
import { joinRunningStore } from '@/lib/dev/launcher/running-store'
import { loadSettings } from '@/lib/dev/launcher/settings'
import { announced } from './support/shop'
import { expect, test } from './support/test'

// Tests the worker, the log of expired pages, the search index and the pages together, as in production.
test.describe('a change in the catalogue', () => {
  test.describe.configure({ mode: 'serial', timeout: 120_000 })

  let mongo: MongoClient
  let postgres: Client
  let listing: string
  let slugs: string[]

  test.beforeAll(async ({ playwright, baseURL }) => {
    const { databaseUrl, mongodbUri } = joinRunningStore(loadSettings('production'))
    mongo = await MongoClient.connect(mongodbUri)
    postgres = new Client({ connectionString: databaseUrl })
    await postgres.connect()
    const request = await playwright.request.newContext({ baseURL })
    const { categories } = await announced(request)
    listing = categories.sort((a, b) => b.split('/').length - a.split('/').length)[0]!
    const html = await (await request.get(listing)).text()
    slugs = [...new Set(Array.from(html.matchAll(/href="\/p\/([^"?#]+)/g), ([, slug]) => slug!))]
    await request.dispose()
  })

  test.afterAll(async () => {
    await mongo?.close()
    await postgres?.end()
  })

  const products = () => mongo.db(mongoDatabaseName(process.env.MONGODB_URI ?? '')).collection('products')
  const expirePagesOf = ({ _id, category }: Document) =>
    postgres.query('INSERT INTO "PageExpiry" (tags) VALUES ($1)', [
      tagsOf({ productIds: [String(_id)], categories: [category] }),
    ])
  const saysOn = (request: APIRequestContext, path: string, words: string) => async () =>
    (await (await request.get(path)).text()).includes(words)

  test('appears on its page and listing once their expiry is logged, and not before', async ({ request }) => {
    const [slug] = slugs.slice(2)
    const product = (await products().findOne({ slug }))!
    const name = `Renamed ${Date.now()}`
    const page = `/p/${slug}`
    await request.get(page)

    await products().updateOne({ slug }, { $set: { name }, $currentDate: { updatedAt: true } })
    try {
      await expect
        .poll(saysOn(request, `/api/search?q=${encodeURIComponent(name)}`, name), { timeout: 10_000 })
        .toBe(true)
      expect(await saysOn(request, page, name)()).toBe(false)
      await expirePagesOf(product)
      await expect.poll(saysOn(request, page, name), { timeout: 30_000 }).toBe(true)
      await expect.poll(saysOn(request, listing, name), { timeout: 10_000 }).toBe(true)
    } finally {
      await products().updateOne({ slug }, { $set: { name: product.name }, $currentDate: { updatedAt: true } })
      await expirePagesOf(product)
    }
    await expect.poll(saysOn(request, page, name), { timeout: 30_000 }).toBe(false)
  })

  test('by a sale’s start and end appears on page and listing at these moments', async ({ request }) => {
    const [slug] = slugs.slice(3)
    const product = (await products().findOne({ slug }))!
    const page = `/p/${slug}`
    const price = 1_23
    const sale = { price, startsAt: new Date(Date.now() + 6_000), endsAt: new Date(Date.now() + 26_000) }
    await request.get(page)
    const variants = product.variants.map((variant: Document) => ({ ...variant, sale }))
    await products().updateOne({ slug }, { $set: { variants }, $currentDate: { updatedAt: true } })
    try {
      // Makes the job run now instead of within a minute.
      await postgres.query(
        `UPDATE pgboss.job SET start_after = now() WHERE name = 'sales.boundary' AND state = 'created'`,
      )
      await request.get(page)
      expect(await saysOn(request, page, '€1.23')()).toBe(false)
      await expect.poll(saysOn(request, page, '€1.23'), { timeout: 25_000 }).toBe(true)
      expect(Date.now()).toBeGreaterThanOrEqual(Number(sale.startsAt))
      await expect.poll(saysOn(request, listing, '€1.23'), { timeout: 10_000 }).toBe(true)
      await expect.poll(saysOn(request, page, '€1.23'), { timeout: 40_000 }).toBe(false)
      expect(Date.now()).toBeGreaterThanOrEqual(Number(sale.endsAt))
      await expect.poll(saysOn(request, listing, '€1.23'), { timeout: 10_000 }).toBe(false)
    } finally {
      await products().updateOne({ slug }, { $set: { variants: product.variants }, $currentDate: { updatedAt: true } })
      await expirePagesOf(product)
    }
  })
})
