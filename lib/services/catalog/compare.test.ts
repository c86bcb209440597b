import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { products } from '@/lib/db/mongo'
import { searchEngine } from '@/lib/search/process-engine'
import { seed } from '@/prisma/seed'
import { compareProducts } from './compare'

const CATEGORY = 'electronics/laptops'
let slugs: string[] = []

beforeAll(async () => {
  await seed({ products: 300, orders: 0 })
  slugs = (await products().find({ category: CATEGORY }).sort({ _id: 1 }).toArray()).map(({ slug }) => slug)
})
afterAll(async () => (await searchEngine()).close())

describe('a comparison', () => {
  it('compares up to four products in the requested order', async () => {
    const wanted = [slugs[3]!, slugs[0]!, slugs[2]!, slugs[1]!]
    const { products, groups, missing, more } = await compareProducts([...wanted, slugs[4]!])
    expect(products.map(({ slug }) => slug)).toEqual(wanted)
    expect(missing).toEqual([])
    expect(more).toEqual([])
    expect(groups[0]?.name).toBe('At a glance')
    for (const { rows } of groups) for (const { cells } of rows) expect(cells).toHaveLength(4)
    const labels = groups.flatMap(({ rows }) => rows.map(({ label }) => label))
    expect(labels).toEqual(expect.arrayContaining(['Brand', 'Weight', 'Screen', 'Memory']))
  })

  it('reports unknown products and ignores them', async () => {
    await products().updateOne({ slug: slugs[5]! }, { $set: { status: 'draft' } })
    const { products: shown, missing } = await compareProducts(['no-such', slugs[0]!, slugs[5]!])
    expect(shown.map(({ slug }) => slug)).toEqual([slugs[0]])
    expect(missing).toEqual(['no-such', slugs[5]])
  })

  it('suggests further products while there is room, never ones already compared', async () => {
    const { more } = await compareProducts([slugs[0]!, slugs[1]!])
    expect(more).toHaveLength(4)
    expect(more.map(({ category }) => category)).toEqual(Array(4).fill(CATEGORY))
    for (const { slug } of more) expect([slugs[0], slugs[1]]).not.toContain(slug)
  })

  it('of no products is empty', async () => {
    expect(await compareProducts([])).toEqual({ products: [], groups: [], missing: [], more: [] })
  })
})
