import { describe, expect, it } from 'vitest'
import type { SpecDefinition } from '@/lib/contracts/catalog/category'
import { categoryDocumentSchema } from '@/lib/contracts/catalog/category'
import { productDocumentSchema, type SpecValue } from '@/lib/contracts/catalog/product'
import { skuSchema } from '@/lib/contracts/common'
import { collectionDocumentSchema } from '@/lib/contracts/merchandising/collection'
import { merchandisingDocumentSchema } from '@/lib/contracts/merchandising/merchandising'
import { generateCatalogue } from './catalogue'
import { DAY } from './time'

const now = new Date('2026-11-24T13:37:00Z')
const wanted = { products: 1_500, orders: 200, now }
const shop = generateCatalogue(wanted)
const { categories, products, inventory } = shop
const leafOf = new Map(categories.map((category) => [category.path, category]))
const definitionsOf = (path: string) => new Map(leafOf.get(path)!.specs.map((spec) => [spec.key, spec]))

describe('the demo catalogue', () => {
  it('is the same at any hour of one day', () => {
    const later = generateCatalogue({ ...wanted, now: new Date('2026-11-24T22:02:00Z') })
    expect(JSON.stringify(later.products)).toBe(JSON.stringify(products))
    expect(JSON.stringify(later.movements)).toBe(JSON.stringify(shop.movements))
    expect(JSON.stringify(later.orders)).toBe(JSON.stringify(shop.orders))
  })

  it('has the requested number of products in a tree of departments', () => {
    expect(products).toHaveLength(1_500)
    const leaves = categories.filter(({ specs }) => specs.length > 0)
    expect(leaves.length).toBeGreaterThan(24)
    expect(Math.max(...leaves.map(({ path }) => path.split('/').length))).toBe(3)
    for (const { parent } of categories) expect(parent === null || leafOf.has(parent)).toBe(true)
    const filled = new Set(products.map(({ category }) => category))
    expect(leaves.filter(({ path }) => !filled.has(path))).toEqual([])
  })

  it('satisfies its contracts', () => {
    for (const category of categories) categoryDocumentSchema.parse(category)
    for (const product of products) productDocumentSchema.parse(product)
    for (const collection of shop.collections) collectionDocumentSchema.parse(collection)
    for (const order of shop.merchandising) merchandisingDocumentSchema.parse(order)
  })

  it('has manual and automatic collections, the manual ones with enough products', () => {
    const picked = shop.collections.flatMap(({ products }) => (products ? [products.length] : []))
    expect(picked.length).toBeGreaterThanOrEqual(3)
    expect(Math.min(...picked)).toBeGreaterThanOrEqual(10)
    expect(shop.collections.filter(({ filter }) => filter).length).toBeGreaterThanOrEqual(3)
    for (const { pinned } of shop.merchandising) expect(pinned.length).toBeGreaterThanOrEqual(2)
  })

  it('has unique slugs, names, SKUs and ids', () => {
    const all = [
      products.map(({ slug }) => slug),
      products.map(({ name }) => name),
      products.map(({ _id }) => _id.toHexString()),
      products.flatMap(({ variants }) => variants.map(({ sku }) => skuSchema.parse(sku))),
    ]
    for (const values of all) expect(new Set(values).size).toBe(values.length)
  })

  it('gives every product specs that match its category’s schema in type and value', () => {
    const types = new Set<string>()
    for (const { name, category, specs } of products) {
      const definitions = definitionsOf(category)
      expect(Object.keys(specs).length, name).toBeGreaterThan(0)
      for (const [key, value] of Object.entries(specs)) {
        const definition = definitions.get(key)
        expect(definition?.level, `${name}: ${key}`).toBe('product')
        types.add(definition!.type)
        expect(faultOf(definition!, value), `${name}: ${key} = ${value}`).toBeNull()
      }
    }
    expect([...types].sort()).toEqual(['boolean', 'list', 'number', 'string'])
  })

  it('offers one to five variants with consistent options from the schema', () => {
    for (const { name, category, variants, images } of products) {
      expect(variants.length, name).toBeLessThanOrEqual(5)
      const definitions = definitionsOf(category)
      const keys = Object.keys(variants[0]!.options).join()
      for (const { options, image } of variants) {
        expect(Object.keys(options).join(), name).toBe(keys)
        for (const [key, value] of Object.entries(options)) {
          const definition = definitions.get(key)
          expect(definition?.level, `${name}: ${key}`).toBe('variant')
          expect(
            definition?.values?.some((known) => known.value === value),
            `${name}: ${key} = ${value}`,
          ).toBe(true)
        }
        if (image) expect(images.map(({ src }) => src)).toContain(image)
      }
      expect(new Set(variants.map(({ options }) => JSON.stringify(options))).size).toBe(variants.length)
    }
  })

  it('uses a spec key with the same meaning in every category', () => {
    const meanings = new Map<string, string>()
    for (const { path, specs } of categories)
      for (const { key, type, level, unit = '' } of specs) {
        const meaning = [type, level, unit].join()
        expect(meanings.get(key) ?? meaning, `${key} in ${path}`).toBe(meaning)
        meanings.set(key, meaning)
      }
  })

  it('offers several spec filters in every leaf category', () => {
    for (const { path, specs } of categories.filter(({ specs }) => specs.length > 0))
      expect(specs.filter(({ filterable }) => filterable).length, path).toBeGreaterThanOrEqual(4)
  })

  it('has a tenth of its products sold out and some nearly sold out', () => {
    const unitsOf = new Map<string, number>()
    for (const { productId, onHand } of inventory) unitsOf.set(productId, (unitsOf.get(productId) ?? 0) + onHand)
    expect([...unitsOf.values()].filter((units) => units === 0)).toHaveLength(150)
    expect(inventory.filter(({ onHand }) => onHand > 0 && onHand <= 3).length).toBeGreaterThan(100)
    expect(inventory.every(({ onHand }) => onHand >= 0)).toBe(true)
  })

  it('adds some products in the last fortnight and none in the future', () => {
    const ages = products.map(({ createdAt }) => (Number(now) - Number(createdAt)) / DAY)
    const fresh = ages.filter((age) => age <= 14).length
    expect(fresh).toBeGreaterThanOrEqual(40)
    expect(fresh).toBeLessThanOrEqual(60)
    expect(Math.min(...ages)).toBeGreaterThan(0)
  })
})

function faultOf(definition: SpecDefinition, value: SpecValue): string | null {
  const isKnown = (one: string | number) => !definition.values || definition.values.some((known) => known.value === one)
  switch (definition.type) {
    case 'list':
      return Array.isArray(value) && value.every(isKnown) ? null : 'not a list of known values'
    case 'boolean':
      return typeof value === 'boolean' ? null : 'not yes or no'
    default:
      if (typeof value !== definition.type) return `not a ${definition.type}`
      return isKnown(value as string | number) ? null : 'not a known value'
  }
}
