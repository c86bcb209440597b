import { ObjectId } from 'mongodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { products } from '@/lib/db/mongo'
import { answerSitemap } from '@/lib/http/sitemap'
import { emptyStores, givenProduct } from '../testing/fixtures'
import { pageEntries, productEntries, productParts } from './site-map'

const ORIGIN = 'https://shop.example'
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2026, 0, 1)

async function slugsOf(part: Parameters<typeof productEntries>[0]): Promise<string[]> {
  const slugs: string[] = []
  for await (const { path } of productEntries(part)) slugs.push(path.replace('/p/', ''))
  return slugs
}

describe('the sitemap', () => {
  beforeEach(async () => {
    await emptyStores()
    for (let day = 0; day < 7; day++)
      await givenProduct({ sku: `THING-${day}`, updatedAt: new Date(FIRST_DAY + day * DAY_MS) })
    await givenProduct({ sku: 'DRAFT', status: 'draft' })
  })

  it('has every active product once, in parts of limited size', async () => {
    const parts = await productParts(3)
    const slugs = await Promise.all(parts.map(slugsOf))
    expect(slugs.map(({ length }) => length)).toEqual([3, 3, 1])
    expect(slugs.flat().sort()).toEqual(Array.from({ length: 7 }, (_, day) => `thing-${day}`))
  })

  it('has no empty part after a full last one', async () => {
    expect(await productParts(7)).toHaveLength(1)
  })

  it('includes products created after the parts were planned', async () => {
    const parts = await productParts(3)
    await givenProduct({ sku: 'NEWEST' })
    expect(await slugsOf(parts.at(-1)!)).toContain('newest')
  })

  it('has the last change of each product and part', async () => {
    const [first] = await productParts(3)
    const latest = await products().find().sort({ _id: 1 }).limit(3).toArray()
    expect(first!.changedAt).toBe(latest[2]!.updatedAt.toISOString())
    const xml = await answerSitemap('pages', ORIGIN, productEntries(first!)).text()
    for (const { slug, updatedAt } of latest)
      expect(xml).toContain(`<loc>${ORIGIN}/p/${slug}</loc><lastmod>${updatedAt.toISOString()}</lastmod>`)
  })

  it('has no part without products, and every category and fixed page once', async () => {
    await products().deleteMany({})
    expect(await productParts()).toEqual([])
    const paths = (await pageEntries()).map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toEqual(expect.arrayContaining(['/', '/c/electronics/laptops', '/departments']))
  })

  it('reads no further than the client does', async () => {
    let read = 0
    async function* endless() {
      for (;;) yield { path: `/p/${new ObjectId()}-${read++}` }
    }
    const reader = answerSitemap('pages', ORIGIN, endless()).body!.getReader()
    await reader.read()
    await reader.read()
    expect(read).toBeLessThan(2_000)
    await reader.cancel()
  })
})
