import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tags } from '@/lib/cache'
import type { MerchandisingInput } from '@/lib/contracts/merchandising/merchandising'
import { merchandising } from '@/lib/db/mongo'
import { type LooseListing, listingState } from '@/lib/domain/listing/listing'
import { prepareJobs } from '@/lib/jobs/prepare'
import { searchEngine } from '@/lib/search/process-engine'
import { seed } from '@/prisma/seed'
import { listing } from '../listing/search'
import { loggedExpiries } from '../testing/fixtures'
import { saveCollection } from './collections'
import { forgetMerchandising, getMerchandising, saveMerchandising } from './placements'

const CATEGORY = 'electronics/laptops'
const found = async (loose: LooseListing) => (await listing(listingState(loose)))!.cards.map(({ id }) => id)
const save = (scope: MerchandisingInput['scope'], change: { pinned?: string[]; buried?: string[] }) =>
  saveMerchandising({ scope, pinned: [], buried: [], ...change })

beforeAll(async () => {
  await prepareJobs()
  await seed({ products: 300, orders: 0 })
})
beforeEach(async () => {
  await merchandising().deleteMany({})
  forgetMerchandising()
})
afterAll(async () => (await searchEngine()).close())

describe('a merchant’s pinned and buried products', () => {
  it('lead and end their category, and leave the other products in order', async () => {
    const before = await found({ category: CATEGORY })
    const [first, second, third] = before as [string, string, string]
    const last = before.at(-1)!
    await save({ type: 'category', key: CATEGORY }, { pinned: [last, third], buried: [first] })
    const rest = before.filter((id) => ![last, third, first].includes(id))
    expect(await found({ category: CATEGORY })).toEqual([last, third, ...rest, first])
    expect((await found({ category: 'electronics' })).indexOf(first)).toBeLessThan(
      (await found({ category: 'electronics' })).indexOf(second),
    )
  })

  it('apply under filters too, but not if the shopper sorts', async () => {
    const before = await found({ category: CATEGORY, inStock: true })
    const byPrice = await found({ category: CATEGORY, sort: 'price' })
    const last = before.at(-1)!
    await save({ type: 'category', key: CATEGORY }, { pinned: [last] })
    expect((await found({ category: CATEGORY, inStock: true }))[0]).toBe(last)
    expect(await found({ category: CATEGORY, sort: 'price' })).toEqual(byPrice)
  })

  it('add nothing that the listing does not find', async () => {
    const [stranger] = (await found({ category: 'groceries' })) as [string]
    const before = await found({ category: CATEGORY })
    await save({ type: 'category', key: CATEGORY }, { pinned: [stranger, 'f'.repeat(24)] })
    expect(await found({ category: CATEGORY })).toEqual(before)
  })

  it('apply to a search regardless of case and spaces', async () => {
    const last = (await found({ q: 'laptop', category: CATEGORY })).at(-1)!
    await save({ type: 'search', key: '  LapTop ' }, { pinned: [last] })
    expect((await found({ q: 'laptop' }))[0]).toBe(last)
    expect((await found({ q: 'Laptop' }))[0]).toBe(last)
    expect((await found({ q: 'laptop', category: CATEGORY }))[0]).toBe(last)
    expect(await getMerchandising({ type: 'search', key: 'laptop' })).toEqual({ pinned: [last], buried: [] })
  })

  it('override the order of a manual collection', async () => {
    const [a, b, c] = (await found({ category: CATEGORY })) as [string, string, string]
    const base = { slug: 'few', name: 'Few', description: '', tint: 'mint', order: 0, status: 'active' } as const
    await saveCollection({ ...base, products: [a, b, c] })
    await save({ type: 'collection', key: 'few' }, { pinned: [c], buried: [a] })
    expect(await found({ collection: 'few' })).toEqual([c, b, a])
  })

  it('is taken back by saving nothing, and every change expires the pages', async () => {
    const before = await found({ category: CATEGORY })
    const scope = { type: 'category', key: CATEGORY } as const
    await save(scope, { buried: [before[0]!] })
    await save(scope, {})
    expect(await getMerchandising(scope)).toBeNull()
    expect(await found({ category: CATEGORY })).toEqual(before)
    expect((await loggedExpiries()).at(-1)?.tags).toContain(tags.listing(CATEGORY))
  })

  it('are limited in number', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, n) => n.toString(16).padStart(24, '0'))
    const scope = { type: 'category', key: CATEGORY } as const
    await expect(save(scope, { pinned: ids(25) })).rejects.toThrow()
    await expect(save(scope, { buried: ids(201) })).rejects.toThrow()
    await expect(save(scope, { pinned: ids(1), buried: ids(1) })).rejects.toThrow()
    await expect(save({ type: 'search', key: '  ' }, { pinned: ids(1) })).rejects.toThrow()
  })
})
