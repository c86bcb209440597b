import type { ComparisonGroup } from '@/lib/domain/catalog/comparison'
import type { ProductCard } from './product-view'

/** A product in a comparison: its card and its number of variants. JSON-safe. */
export interface ComparedProduct extends ProductCard {
  choices: number
  trail: { name: string; href: string }[]
}

/** A comparison of products. JSON-safe. */
export interface Comparison {
  /** Compared products, in the requested order. */
  products: ComparedProduct[]
  groups: ComparisonGroup[]
  /** Requested slugs without a product. */
  missing: string[]
  /** Suggestions to add: products similar to the first one. */
  more: ProductCard[]
}
