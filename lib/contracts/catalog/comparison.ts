import type { ComparisonGroup } from '@/lib/domain/catalog/comparison'
import type { ProductCard } from './product-view'

/** A product that is compared: a card, and how many variants there are to choose from. JSON-safe. */
export interface ComparedProduct extends ProductCard {
  choices: number
  trail: { name: string; href: string }[]
}

/** Products side by side. JSON-safe. */
export interface Comparison {
  /** In the order that was asked for. */
  products: ComparedProduct[]
  groups: ComparisonGroup[]
  /** Slugs that were asked for and are not in the shop. */
  missing: string[]
  /** What could be added: the nearest to the first. */
  more: ProductCard[]
}
