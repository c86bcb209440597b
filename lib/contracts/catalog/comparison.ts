import type { ComparisonGroup } from '@/lib/domain/catalog/comparison'
import type { ProductCard } from './product-view'

/** A compared product: its card and its number of variants. JSON-safe. */
export interface ComparedProduct extends ProductCard {
  choices: number
  trail: { name: string; href: string }[]
}

/** A comparison of products. JSON-safe. */
export interface Comparison {
  /** In the requested order. */
  products: ComparedProduct[]
  groups: ComparisonGroup[]
  /** Requested slugs that do not exist. */
  missing: string[]
  /** Suggestions to add: products similar to the first. */
  more: ProductCard[]
}
