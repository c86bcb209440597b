import type { ComparisonGroup } from '@/lib/domain/catalog/comparison'
import type { ProductCard } from './product-view'

/** A product in a comparison: its card, its number of variants (`choices`) and its categories. JSON-safe. */
export interface ComparedProduct extends ProductCard {
  choices: number
  trail: { name: string; href: string }[]
}

/** The comparison page of several products. JSON-safe. */
export interface Comparison {
  /** Compared products, in the requested order. */
  products: ComparedProduct[]
  groups: ComparisonGroup[]
  /** Requested slugs for which there is no product. */
  missing: string[]
  /** Suggestions to add: products similar to the first one. */
  more: ProductCard[]
}
