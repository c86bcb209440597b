import { ObjectId } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { categories, products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { stockState } from '@/lib/domain/inventory/stock'
import { discountPercent, lowestPriceBefore, priceOf } from '@/lib/domain/pricing/pricing'
import { searchEngine } from '@/lib/search/process-engine'
import { seed } from '@/prisma/seed'
import { countQueries, queriesOf } from '../testing/counted'
import { getProductDetail, productCards } from './products'

const now = new Date()
let ids: string[] = []

beforeAll(async () => {
  await seed({ products: 300, orders: 0, now })
  await countQueries()
  const all = await products().find({ status: 'active' }).sort({ _id: 1 }).toArray()
  ids = all.map(({ _id }) => _id.toHexString())
})

afterAll(async () => (await searchEngine()).close())

describe('merging both databases', () => {
  it.each([1, 24, 96])('queries each collection and table once for %i products', async (count) => {
    const { result, mongo, postgres } = await queriesOf(() =>
      productCards(
        ids.slice(0, count).map((id) => ({ id })),
        { now },
      ),
    )
    expect(result).toHaveLength(count)
    expect(mongo.filter((command) => command !== 'find categories')).toEqual(['find products'])
    expect(mongo.length).toBeLessThanOrEqual(2)
    expect(postgres.filter((sql) => sql.includes('"Inventory"'))).toHaveLength(1)
    expect(postgres.filter((sql) => sql.includes('"PriceChange"')).length).toBeLessThanOrEqual(1)
    expect(postgres.length).toBeLessThanOrEqual(2)
  })

  it('needs one more query for the other products on a product page', async () => {
    const document = await products().findOne({ _id: new ObjectId(ids[0]) })
    await getProductDetail(document!.slug, now) // this first call loads the search index
    const { result, mongo, postgres } = await queriesOf(() => getProductDetail(document!.slug, now))
    expect(result?.related).toHaveLength(4)
    expect(mongo.filter((command) => command !== 'find categories')).toEqual(['find products', 'find products'])
    expect(postgres.filter((sql) => sql.includes('"BoughtTogether"'))).toHaveLength(1)
    expect(postgres.length).toBeLessThanOrEqual(3)
  })

  it('keeps the requested order and omits products that are gone', async () => {
    const wanted = [ids[5]!, 'f'.repeat(24), ids[2]!]
    const cards = await productCards(
      wanted.map((id) => ({ id })),
      { now },
    )
    expect(cards.map(({ id }) => id)).toEqual([ids[5], ids[2]])
  })

  it('shows a reduction only if the price ledger confirms it', async () => {
    const cards = await productCards(
      ids.map((id) => ({ id })),
      { now },
    )
    const documents = await products().find().toArray()
    const variants = new Map(documents.flatMap(({ variants }) => variants).map((variant) => [variant.sku, variant]))
    const ledger = await postgres().priceChange.findMany()
    for (const { sku, price, was, percent } of cards) {
      const lowest = lowestPriceBefore(
        ledger.filter((row) => row.sku === sku),
        now,
      )
      expect({ sku, price, percent }).toEqual({
        sku,
        price: priceOf(variants.get(sku)!, now),
        percent: discountPercent(price, lowest),
      })
      expect(was).toBe(percent > 0 ? lowest : null)
    }
    expect(cards.some(({ percent }) => percent > 0)).toBe(true)
  })

  it('shows the cheapest variant in stock, or the variant that matched', async () => {
    const documents = await products()
      .find({ 'variants.2': { $exists: true } })
      .toArray()
    const stock = new Map((await postgres().inventory.findMany()).map((row) => [row.sku, row]))
    const [best] = await productCards([{ id: documents[0]!._id.toHexString() }], { now })
    const [found] = await productCards([{ id: documents[0]!._id.toHexString(), variant: 2 }], { now })
    const buyable = documents[0]!.variants.filter(({ sku }) => (stock.get(sku)?.onHand ?? 0) > 0)
    const pool = buyable.length > 0 ? buyable : documents[0]!.variants
    expect(best!.price).toBe(Math.min(...pool.map((variant) => priceOf(variant, now))))
    expect(found!.sku).toBe(documents[0]!.variants[2]!.sku)
  })

  it('says that the matching variant is sold out, though another one is not', async () => {
    const document = await products().findOne({ 'variants.2': { $exists: true } })
    const [first, second] = document!.variants
    const onHand = (sku: string, units: number) =>
      postgres().inventory.update({ where: { sku }, data: { onHand: units, lowStockThreshold: 0 } })
    const before = await postgres().inventory.findMany({ where: { sku: { in: [first!.sku, second!.sku] } } })
    await onHand(first!.sku, 0)
    await onHand(second!.sku, 5)
    const id = document!._id.toHexString()
    const [out, left] = await productCards([
      { id, variant: 0 },
      { id, variant: 1 },
    ])
    expect(out).toMatchObject({ sku: first!.sku, isVariantOut: true, stock: 'in_stock' })
    expect(left).toMatchObject({ sku: second!.sku, isVariantOut: false })
    for (const { sku, onHand: units, lowStockThreshold } of before)
      await postgres().inventory.update({ where: { sku }, data: { onHand: units, lowStockThreshold } })
  })

  it('shows the value that the listing is sorted by', async () => {
    const document = await products().findOne({ category: 'electronics/laptops', 'specs.weight': { $type: 'number' } })
    const wanted = [{ id: document!._id.toHexString() }]
    const [byWeight] = await productCards(wanted, { sort: '-spec.weight' })
    expect(byWeight?.specLine[0]).toMatch(new RegExp(`\\b${document!.specs.weight}\u00a0kg$`))
    const [newest] = await productCards(wanted, { sort: 'newest' })
    expect(newest?.specLine[0]).toMatch(/^New in \w+ \d{4}$/)
  })

  it('shows the best stock state of a product’s variants', async () => {
    const stock = new Map((await postgres().inventory.findMany()).map((row) => [row.sku, row]))
    const cards = await productCards(
      ids.map((id) => ({ id })),
      { now },
    )
    const byId = new Map((await products().find().toArray()).map((document) => [document._id.toHexString(), document]))
    for (const card of cards) {
      const states = byId.get(card.id)!.variants.map(({ sku }) => {
        const { onHand = 0, lowStockThreshold = 0 } = stock.get(sku) ?? {}
        return stockState(onHand, lowStockThreshold)
      })
      expect(card.stock).toBe(['in_stock', 'few_left', 'sold_out'].find((state) => states.some((one) => one === state)))
    }
  })
})

describe('a product', () => {
  it('has every spec in its table, those outside the schema under More', async () => {
    const document = await products().findOne({ category: 'electronics/laptops' })
    await products().updateOne({ _id: document!._id }, { $set: { 'specs.secretSauce': 'yes' } })
    const detail = await getProductDetail(document!.slug, now)
    const schema = (await categories().findOne({ path: document!.category }))!.specs
    const labels = detail!.specGroups.flatMap(({ rows }) => rows.map(({ label }) => label))
    for (const { key, label, level } of schema)
      if (level === 'product' && key in document!.specs) expect(labels).toContain(label)
    expect(detail!.specGroups.at(-1)).toEqual({ name: 'More', rows: [{ label: 'Secret sauce', text: 'yes' }] })
  })

  it('is null if it does not exist or is not active', async () => {
    const document = await products().findOne({ status: 'active' })
    await products().updateOne({ _id: document!._id }, { $set: { status: 'archived' } })
    expect(await getProductDetail(document!.slug)).toBeNull()
    expect(await getProductDetail('__proto__')).toBeNull()
  })

  it('is JSON-safe', async () => {
    const document = await products().findOne({ status: 'active', 'variants.sale': { $exists: true } })
    const detail = await getProductDetail(document!.slug, now)
    expect(JSON.parse(JSON.stringify(detail))).toEqual(detail)
  })
})
