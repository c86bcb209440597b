import { z } from 'zod'
import type { SpecGroup } from '@/lib/domain/catalog/specs'
import type { StockState } from '@/lib/domain/inventory/stock'
import type { ReturnExclusion } from '@/lib/domain/orders/withdrawal-exclusion'
import type { TaxClass } from '@/lib/domain/pricing/tax'
import { productIdSchema } from '../common'
import type { Image, ResponsibleParty } from './product'

/** A price as pages may show it. Minor units. */
export interface PriceView {
  price: number
  /** The lowest price of the 30 days before the sale; null where the price did not fall. */
  was: number | null
  /** Whole per cent off `was`; 0 where the price did not fall. */
  percent: number
  /** ISO 8601; null where no sale is on. */
  saleEndsAt: string | null
}

/** A product on a shelf. JSON-safe. */
export interface ProductCard extends PriceView {
  id: string
  slug: string
  href: string
  name: string
  brand: string
  /** Path of its leaf. */
  category: string
  image: Image | null
  /** The variant whose price and picture are shown. */
  sku: string
  specLine: string[]
  rating: { average: number; count: number }
  /** CSS colours that it comes in, at least two or none. */
  colours: string[]
  stock: StockState
  isNew: boolean
}

/** A sale that ends soon. */
export interface FlashSaleView {
  card: ProductCard
  /** ISO 8601 */
  endsAt: string
  /** Units on hand, and those that were there when the sale began: on hand and sold since. */
  left: number
  of: number
}

export interface VariantView extends PriceView {
  sku: string
  options: Record<string, string>
  /** "Silver, 16 GB" */
  optionsText: string
  /** Index of its picture among the product's. */
  image: number
  stock: StockState
  gtin: string | null
  mpn: string | null
  /** Grams. */
  weight: number | null
}

/** Who answers for a product and what it warns of. */
export interface ProductSafety {
  manufacturer: ResponsibleParty | null
  responsiblePerson: ResponsibleParty | null
  warnings: string[]
}

export interface OptionGroup {
  key: string
  label: string
  kind: 'colour' | 'word'
  values: { value: string; label: string; colour?: string }[]
}

/** A product with everything that its page says. JSON-safe. */
export interface ProductDetail {
  id: string
  slug: string
  name: string
  tagline: string
  description: string
  brand: { name: string; href: string }
  /** From the department down to the leaf. */
  trail: { name: string; href: string }[]
  category: string
  taxClass: TaxClass
  /** Why it cannot be returned; null where it can. */
  returnExcluded: ReturnExclusion | null
  safety: ProductSafety
  images: Image[]
  optionGroups: OptionGroup[]
  variants: VariantView[]
  /** The variant that is shown first: the cheapest that is in stock. */
  sku: string
  specGroups: SpecGroup[]
  rating: { average: number; count: number }
  /** The nearest of its category. */
  related: ProductCard[]
  /** What was in the same orders. */
  together: ProductCard[]
  updatedAt: string
}

const MOST_LIVE = 24

const idsSchema = z
  .string()
  .max(MOST_LIVE * 25, `must have at most ${MOST_LIVE} ids`)
  .transform((text) => text.split(','))
  .pipe(z.array(productIdSchema).max(MOST_LIVE))

/** What the one live call of a page asks for: ids joined by commas. */
export const liveQuerySchema = z
  .object({ product: idsSchema.optional(), viewed: idsSchema.optional() })
  .refine(({ product, viewed }) => product || viewed, 'must name at least one product')

/** A product that was looked at before. */
export type ViewedProduct = Pick<ProductCard, 'id' | 'href' | 'name' | 'price'> & { image: string | null }

/** Units by SKU: the number where few are left, 0 where there are none; null: enough. */
export type LiveStock = Record<string, { left: number | null }>
