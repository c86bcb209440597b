import type { Category } from '@/lib/contracts/catalog/category'
import type { ProductDocument, Variant } from '@/lib/contracts/catalog/product'
import { categories, products } from '@/lib/db/mongo'
import { postgres } from '@/lib/db/postgres'
import { slugOf } from '@/lib/domain/catalog/slug'
import { type ListingState, listingState } from '@/lib/domain/listing/listing'
import { priceOf } from '@/lib/domain/pricing/pricing'
import { randomFrom } from './random'

/** Copies of both databases in memory, and a simple implementation of listings that gives the expected counts. */
export class ListingTruth {
  private constructor(
    readonly documents: ProductDocument[],
    readonly tree: Category[],
    private readonly onHand: Map<string, number>,
    private readonly now: Date,
  ) {}

  static async read(now = new Date()): Promise<ListingTruth> {
    const documents = await products().find({ status: 'active' }).toArray()
    const tree = await categories().find().toArray()
    const inventory = await postgres().inventory.findMany()
    return new ListingTruth(documents, tree, new Map(inventory.map((row) => [row.sku, row.onHand])), now)
  }

  countOf(state: ListingState): number {
    return this.documents.filter((document) => this.matches(document, state)).length
  }

  /** Counts the products that match the listing if its facet `key` has only this value selected. */
  countWith(state: ListingState, key: string, slug: string): number {
    return this.countOf(listingState({ ...state, filters: new Map(state.filters).set(key, [slug]) }))
  }

  /** Returns whether the product passes the product-level filters and one of its variants passes all others. */
  matches(document: ProductDocument, state: ListingState): boolean {
    const { category, filters, ranges, price, inStock, rating } = state
    const isInside = category === null || `${document.category}/`.startsWith(`${category}/`)
    if (!isInside || Math.round(document.rating.average * 10) / 10 < rating) return false
    for (const [key, { min = -Infinity, max = Infinity }] of ranges) {
      const value = document.specs[key]
      if (typeof value !== 'number' || value < min || value > max) return false
    }
    return document.variants.some((variant) => {
      const cost = priceOf(variant, this.now)
      if (cost < (price.min ?? 0) || cost > (price.max ?? Infinity)) return false
      if (inStock && !this.onHand.get(variant.sku)) return false
      return [...filters].every(([key, slugs]) =>
        this.#slugsOf(document, variant, key).some((slug) => slugs.includes(slug)),
      )
    })
  }

  #slugsOf(document: ProductDocument, variant: Variant, key: string): string[] {
    if (key === 'brand') return [slugOf(document.brand)]
    const spec = this.#schemaOf(document.category).find((one) => one.key === key)
    const value = spec?.level === 'variant' ? variant.options[key] : document.specs[key]
    if (spec === undefined || value === undefined) return []
    if (typeof value === 'boolean') return [value ? 'yes' : 'no']
    return [value]
      .flat()
      .flatMap((one) => spec.values?.find((known) => known.value === one)?.slug ?? slugOf(String(one)))
  }

  #schemaOf = (path: string) => this.tree.find((category) => category.path === path)?.specs ?? []

  /** Returns a random listing of one leaf category, with all kinds of filters. The same seed gives the same listing. */
  randomState(seed: number): ListingState {
    const { between, shuffled } = randomFrom(seed)
    const leaves = this.tree.filter(({ specs }) => specs.length > 0)
    const leaf = leaves[between(0, leaves.length - 1)]!
    const inside = this.documents.filter((document) => document.category === leaf.path)
    const filterable = leaf.specs.filter((spec) => spec.filterable && (spec.values?.length ?? 0) > 0)
    const filters = shuffled(filterable)
      .slice(0, between(0, 2))
      .map((spec) => [spec.key, shuffled(spec.values!.map(({ slug }) => slug)).slice(0, between(1, 2))] as const)
    const brands = shuffled([...new Set(inside.map(({ brand }) => slugOf(brand)))]).slice(0, between(0, 2))
    const numbers = leaf.specs.filter((spec) => spec.filterable && spec.type === 'number' && !spec.values)
    const ranges = shuffled(numbers)
      .slice(0, between(0, 1))
      .map((spec) => {
        const values = inside
          .flatMap((document) => document.specs[spec.key] ?? [])
          .filter((value) => typeof value === 'number')
        return [spec.key, { min: Math.min(...values), max: values[0] }] as const
      })
    return listingState({
      category: leaf.path,
      filters: [...filters, ...(brands.length > 0 ? [['brand', brands] as const] : [])],
      ranges,
      price: between(0, 2) === 0 ? { max: between(2_000, 200_000) } : {},
      inStock: between(0, 1) === 1,
      rating: between(0, 4) === 0 ? between(1, 4) : 0,
    })
  }
}
