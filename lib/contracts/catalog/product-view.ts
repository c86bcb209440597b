import { z } from 'zod'
import type { SpecGroup } from '@/lib/domain/catalog/specs'
import { STOCK_STATES, type StockState } from '@/lib/domain/inventory/stock'
import type { ReturnExclusion } from '@/lib/domain/orders/withdrawal-exclusion'
import type { TaxClass } from '@/lib/domain/pricing/tax'
import { productIdSchema, skuSchema } from '../common'
import { type Image, imageSchema } from './image'
import type { ResponsibleParty } from './product'

/** A price to display, in minor units. */
const priceViewSchema = z.object({
  price: z.int(),
  /** Lowest price of the 30 days before the sale; null if the price is not below it. */
  was: z.int().nullable(),
  /** Discount on `was` as a whole percentage; 0 if there is none. */
  percent: z.int(),
  /** ISO 8601; null if there is no sale. */
  saleEndsAt: z.string().nullable(),
})
export type PriceView = z.infer<typeof priceViewSchema>

/** A product in a grid. JSON-safe. */
export const productCardSchema = priceViewSchema.extend({
  id: productIdSchema,
  slug: z.string(),
  href: z.string(),
  name: z.string(),
  brand: z.string(),
  /** Path of the product's leaf category. */
  category: z.string(),
  image: imageSchema.nullable(),
  /** The variant whose price and picture are shown. */
  sku: skuSchema,
  specLine: z.array(z.string()),
  rating: z.object({ average: z.number(), count: z.int() }),
  /** CSS colours of the variants: at least two, or none. */
  colours: z.array(z.string()),
  stock: z.enum(STOCK_STATES),
  isNew: z.boolean(),
})
export type ProductCard = z.infer<typeof productCardSchema>

/** A sale that ends soon. */
export interface FlashSaleView {
  card: ProductCard
  /** End of the sale, ISO 8601. */
  endsAt: string
  /** Units on hand; `of` adds the units sold since the sale started. */
  left: number
  of: number
}

export interface VariantView extends PriceView {
  sku: string
  options: Record<string, string>
  /** The variant's options: "Silver, 16 GB". */
  optionsText: string
  /** Index in the list of the product's images. */
  image: number
  stock: StockState
  gtin: string | null
  mpn: string | null
  /** In grams, including packaging. */
  weight: number | null
}

/** Responsible parties and safety warnings of a product. */
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

/** Everything on a product page. JSON-safe. */
export interface ProductDetail {
  id: string
  slug: string
  name: string
  tagline: string
  description: string
  brand: { name: string; href: string }
  /** Categories from the department down to the leaf. */
  trail: { name: string; href: string }[]
  category: string
  taxClass: TaxClass
  /** Why the product is excluded from returns; null if it is not. */
  returnExcluded: ReturnExclusion | null
  safety: ProductSafety
  images: Image[]
  optionGroups: OptionGroup[]
  variants: VariantView[]
  /** SKU of the variant shown first: the cheapest in stock. */
  sku: string
  specGroups: SpecGroup[]
  rating: { average: number; count: number }
  /** The most similar products of the same category. */
  related: ProductCard[]
  /** Products that are often bought together with this one. */
  together: ProductCard[]
  updatedAt: string
}

const MAX_LIVE = 24

const idsSchema = z
  .string()
  .max(MAX_LIVE * 25, `must have at most ${MAX_LIVE} ids`)
  .transform((text) => text.split(','))
  .pipe(z.array(productIdSchema).max(MAX_LIVE))

/** Parameters of the request for live data: ids joined by commas. */
export const liveQuerySchema = z
  .object({ product: idsSchema.optional(), viewed: idsSchema.optional() })
  .refine(({ product, viewed }) => product || viewed, 'must name at least one product')
export type LiveQuery = z.infer<typeof liveQuerySchema>

/** Stock by SKU: the number of units if few are left, 0 if none, null if there are enough. */
const liveStockSchema = z.record(skuSchema, z.object({ left: z.int().nullable() }))
export type LiveStock = z.infer<typeof liveStockSchema>

/** A recently viewed product. */
const viewedProductSchema = productCardSchema
  .pick({ id: true, href: true, name: true, price: true })
  .extend({ image: z.string().nullable() })
export type ViewedProduct = z.infer<typeof viewedProductSchema>

/** Answer with live data: stock by product id, and those recently viewed products that still exist. */
export const liveSchema = z.object({
  stock: z.record(productIdSchema, liveStockSchema),
  viewed: z.array(viewedProductSchema),
})
export type Live = z.infer<typeof liveSchema>
