import { describe, expect, it } from 'vitest'
import { importedProductSchema } from '@/lib/contracts/catalog/product-import'
import { surnameOf } from './catalog/surnames'
import { generateCatalogue } from './catalogue'
import { endlessCatalogue, endlessCategories, type StockedProduct } from './endless'

const now = new Date('2026-11-24T13:37:00Z')
const made = (products: number): StockedProduct[] => [...endlessCatalogue({ products, now })].flat()
const shop = made(4_000)
const shares = (products: { category: string }[], path: string) =>
  products.filter(({ category }) => category === path).length / products.length

describe('the endless catalogue', () => {
  it('yields exactly the requested number of products, the same each time', () => {
    expect(shop).toHaveLength(4_000)
    const again = made(3_100)
    expect(again).toHaveLength(3_100)
    const names = (some: StockedProduct[]) => some.map(({ product }) => product.name)
    expect(names(made(4_000))).toEqual(names(shop))
  })

  it('starts with the demo shop', () => {
    const demo = generateCatalogue({ products: 1_500, orders: 0, now }).products
    expect(shop.slice(0, 1_500).map(({ product }) => product.slug)).toEqual(demo.map(({ slug }) => slug))
  })

  it('keeps the shape of the demo shop: categories, specs and variants per product', () => {
    const products = shop.map(({ product }) => product)
    const [first, last] = [products.slice(0, 1_500), products.slice(1_500, 3_000)]
    const leaves = new Map(
      endlessCategories(now).map(({ path, specs }) => [path, new Set(specs.map(({ key }) => key))]),
    )
    for (const { category, specs, name } of last)
      for (const key of Object.keys(specs)) expect(leaves.get(category)?.has(key), `${name}: ${key}`).toBe(true)
    for (const path of new Set(first.map(({ category }) => category)))
      expect(shares(last, path)).toBe(shares(first, path))
    const variants = (some: typeof products) => some.flatMap(({ variants }) => variants).length
    expect(variants(last) / variants(first)).toBeCloseTo(1, 1)
  })

  it('imports as it is: slugs, names, SKUs and ids are unique', () => {
    for (const one of shop) importedProductSchema.parse(one)
    const all = [
      shop.map(({ product }) => product.slug),
      shop.map(({ product }) => product.name),
      shop.map(({ product }) => product._id.toHexString()),
      shop.flatMap(({ stock }) => stock.map(({ sku }) => sku)),
    ]
    for (const values of all) expect(new Set(values).size).toBe(values.length)
    for (const { product, stock, prices } of shop) {
      expect(stock.map(({ sku }) => sku)).toEqual(product.variants.map(({ sku }) => sku))
      expect(new Set(prices.map(({ sku }) => sku)).size).toBe(stock.length)
    }
  })

  it('is generated lazily', () => {
    const million = endlessCatalogue({ products: 1_000_000, now })
    expect(million.next().value?.length).toBeLessThan(10_000)
  })

  it('grows its vocabulary with its size, up to three million products', () => {
    const surname = surnameOf(58)
    const words = new Set(Array.from({ length: 60_000 }, (_, i) => surname(i % 58, Math.floor(i / 58))))
    expect(words.size).toBe(60_000)
    expect(() => surname(57, 60_000)).not.toThrow()
    expect(() => surname(0, 1_000_000)).toThrow(RangeError)
  })
})
