import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tags } from '@/lib/cache'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import type { CollectionInput, SavedFilter } from '@/lib/contracts/merchandising/collection'
import { collections, merchandising, products } from '@/lib/db/mongo'
import { type LooseListing, listingState } from '@/lib/domain/listing/listing'
import { priceOf } from '@/lib/domain/pricing/pricing'
import { prepareJobs } from '@/lib/jobs/prepare'
import { searchEngine } from '@/lib/search/process-engine'
import { seed } from '@/prisma/seed'
import { listing } from '../listing/search'
import { loggedExpiries } from '../testing/fixtures'
import { collectionsTouchedBy, deleteCollection, listCollections, saveCollection } from './collections'

const now = new Date()
let documents: ProductDocument[] = []
const LAPTOPS = 'electronics/laptops'
const idsOf = (wanted: ProductDocument[]) => wanted.map(({ _id }) => _id.toHexString())

beforeAll(async () => {
  await prepareJobs()
  await seed({ products: 400, orders: 0, now })
  await Promise.all([collections().deleteMany({}), merchandising().deleteMany({})])
  documents = await products().find({ status: 'active' }).sort({ _id: 1 }).toArray()
})
afterAll(async () => (await searchEngine()).close())

const save = (
  slug: string,
  content: Pick<CollectionInput, 'products' | 'filter'>,
  more: Partial<CollectionInput> = {},
) =>
  saveCollection({ slug, name: slug, description: '', tint: 'mint', order: 0, status: 'active', ...content, ...more })
const shown = async (slug: string, loose: LooseListing = {}) => listing(listingState({ collection: slug, ...loose }))
const cardsOf = async (slug: string, loose: LooseListing = {}) => (await shown(slug, loose))!.cards.map(({ id }) => id)

describe('a manual collection', () => {
  it('shows its products in the merchant’s order, unless another sort is chosen', async () => {
    const picked = [documents[7]!, documents[2]!, documents[90]!, documents[40]!]
    await save('picked', { products: idsOf(picked) })
    expect(await cardsOf('picked')).toEqual(idsOf(picked))
    const cheapest = (document: ProductDocument) => Math.min(...document.variants.map((one) => priceOf(one, now)))
    const byPrice = (await shown('picked', { sort: 'price' }))!.cards
    expect(byPrice).toHaveLength(4)
    expect(byPrice.map(({ price }) => price)).toEqual(picked.map(cheapest).sort((a, b) => a - b))
  })

  it('is a listing with its own counts, narrowed by filters, category and text', async () => {
    const laptops = documents.filter(({ category }) => category === LAPTOPS).slice(0, 6)
    const others = documents.filter(({ category }) => category !== LAPTOPS).slice(0, 5)
    await save('mixed', { products: idsOf([...others, ...laptops]) })
    const all = (await shown('mixed'))!
    expect(all).toMatchObject({ total: 11, outOf: 11, collection: { slug: 'mixed' }, category: null })
    expect((await shown('mixed', { category: LAPTOPS }))!.total).toBe(6)
    const brand = all.facets.find(({ key }) => key === 'brand')!
    expect(brand.kind === 'values' && brand.options.reduce((sum, { count }) => sum + count, 0)).toBe(11)
    expect((await shown('mixed', { q: laptops[0]!.name }))!.cards[0]?.id).toBe(idsOf(laptops)[0])
  })

  it('with products of one category can be filtered by their specs', async () => {
    const laptops = documents.filter(({ category }) => category === LAPTOPS).slice(0, 8)
    await save('laptops', { products: idsOf(laptops) })
    const facets = (await shown('laptops'))!.facets.map(({ key }) => key)
    expect(facets).toContain('weight')
    const wide = (await shown('laptops', { ranges: [['weight', { min: 1.2 }]] }))!
    expect(wide.unknown).toEqual([])
  })

  it('omits deleted products, and may be empty', async () => {
    await save('empty', { products: [] })
    expect((await shown('empty'))!.total).toBe(0)
    await save('gone', { products: ['f'.repeat(24), ...idsOf([documents[3]!])] })
    expect(await cardsOf('gone')).toEqual(idsOf([documents[3]!]))
  })
})

describe('an automatic collection', () => {
  const filled = async (slug: string, filter: SavedFilter) => {
    await save(slug, { filter })
    return (await shown(slug))!
  }

  it('contains what its filter finds, and never more when narrowed', async () => {
    const filter: SavedFilter = { category: LAPTOPS, price: { max: 120_000 }, ranges: { weight: { max: 1.5 } } }
    const whole = await filled('light', filter)
    const same = (await listing(
      listingState({ category: LAPTOPS, price: { max: 120_000 }, ranges: [['weight', { max: 1.5 }]] }),
    ))!
    expect(whole.cards.map(({ id }) => id)).toEqual(same.cards.map(({ id }) => id))
    expect(whole.total).toBeGreaterThan(0)
    expect(whole.outOf).toBe(whole.total)
    expect(whole.facets.map(({ key }) => key)).toContain('weight')
    const dearer = (await shown('light', { price: { min: 120_001 } }))!
    expect(dearer.total).toBe(0)
    expect((await shown('light', { category: 'electronics' }))!.total).toBe(whole.total)
    expect((await shown('light', { category: 'groceries' }))!.total).toBe(0)
  })

  it('can filter by brand, deals, newness, stock and text', async () => {
    const [{ brand }] = documents as [ProductDocument, ...ProductDocument[]]
    const slug = brand.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    const ofBrand = await filled('brand', { filters: { brand: [slug] } })
    expect(ofBrand.total).toBe(documents.filter((document) => document.brand === brand).length)
    const deals = await filled('deals', { scope: 'deals' })
    expect(deals.total).toBe((await listing(listingState({ scope: 'deals' })))!.total)
    expect(deals.cards.every(({ percent }) => percent > 0)).toBe(true)
    const fresh = await filled('new', { scope: 'new' })
    expect(fresh.total).toBe((await listing(listingState({ scope: 'new' })))!.total)
    const inStock = await filled('stock', { inStock: true, category: LAPTOPS })
    expect(inStock.total).toBe((await listing(listingState({ inStock: true, category: LAPTOPS })))!.total)
    const words = await filled('words', { q: 'laptop' })
    expect(words.total).toBe((await listing(listingState({ q: 'laptop' })))!.total)
  })

  it('is empty if its filter’s values no longer exist', async () => {
    expect((await filled('lost', { filters: { brand: ['no-such-brand'] } })).total).toBe(0)
    expect((await filled('nowhere', { category: 'no/such' })).total).toBe(0)
  })
})

describe('collections', () => {
  it('do not exist as drafts or after deletion', async () => {
    await save('secret', { products: idsOf([documents[0]!]) }, { status: 'draft' })
    expect(await shown('secret')).toBeNull()
    expect(await shown('no-such')).toBeNull()
    await save('secret', { products: idsOf([documents[0]!]) })
    expect(await shown('secret')).not.toBeNull()
    await deleteCollection('secret')
    expect(await shown('secret')).toBeNull()
  })

  it('are listed in order with their product counts, without empty ones', async () => {
    await collections().deleteMany({})
    await save('b', { products: idsOf(documents.slice(0, 3)) }, { order: 1 })
    await save('a', { filter: { category: LAPTOPS } }, { order: 2 })
    await save('none', { products: [] })
    const laptops = documents.filter(({ category }) => category === LAPTOPS).length
    expect((await listCollections()).map(({ slug, count, href }) => [slug, count, href])).toEqual([
      ['b', 3, '/collections/b'],
      ['a', laptops, '/collections/a'],
    ])
  })

  it('are either manual or automatic, and refuse a filter that narrows nothing', async () => {
    await expect(save('x', {})).rejects.toThrow()
    await expect(save('x', { products: [], filter: { inStock: true } })).rejects.toThrow()
    await expect(save('x', { filter: {} })).rejects.toThrow()
    await expect(save('x', { filter: { filters: { price: ['a'] } } })).rejects.toThrow()
    await expect(
      save('x', { products: Array.from({ length: 1_001 }, (_, n) => n.toString(16).padStart(24, '0')) }),
    ).rejects.toThrow()
  })

  it('are announced when they change, and when a product changes that they contain or could contain', async () => {
    await collections().deleteMany({})
    const [one, other] = [documents[0]!, documents.find(({ category }) => category !== documents[0]!.category)!]
    await save('holds-it', { products: idsOf([one]) })
    await save('holds-another', { products: idsOf([other]) })
    await save('branch', { filter: { category: one.category.split('/')[0]! } })
    await save('elsewhere', { filter: { category: 'no/such' } })
    await save('anything', { filter: { scope: 'deals' } })
    const touched = await collectionsTouchedBy({ productIds: idsOf([one]), categories: [one.category] })
    expect(touched.sort()).toEqual(['anything', 'branch', 'holds-it'])
    expect(await collectionsTouchedBy({ productIds: [], categories: [] })).toEqual([])
    expect((await loggedExpiries()).flatMap((entry) => entry.tags)).toContain(tags.collection('elsewhere'))
  })
})
