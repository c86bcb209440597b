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
  /** Percentage by which the price is below `was`, a whole number; 0 if it is not. */
  percent: z.int(),
  /** End of the sale, ISO 8601; null if there is no sale. */
  saleEndsAt: z.string().nullable(),
})
export type PriceView = z.infer<typeof priceViewSchema>

/** A product as its card in a grid shows it. JSON-safe. */
export const productCardSchema = priceViewSchema.extend({
  id: productIdSchema,
  slug: z.string(),
  href: z.string(),
  name: z.string(),
  brand: z.string(),
  /** Path of the product's category. */
  category: z.string(),
  image: imageSchema.nullable(),
  /** The variant whose price and picture are shown. */
  sku: skuSchema,
  specLine: z.array(z.string()),
  rating: z.object({ average: z.number(), count: z.int() }),
  /** CSS colours of the variants for swatches; empty if fewer than two are known. */
  colours: z.array(z.string()),
  /** Best stock state of all variants. */
  stock: z.enum(STOCK_STATES),
  /** Whether the shown variant is sold out, though another one may not be. */
  isVariantOut: z.boolean(),
  isNew: z.boolean(),
})
export type ProductCard = z.infer<typeof productCardSchema>

/** A product in a sale that ends soon. */
export interface FlashSaleView {
  card: ProductCard
  /** End of the sale, ISO 8601. */
  endsAt: string
  /** Units on hand. `of` is this number plus the units sold since the sale started. */
  left: number
  of: number
}

export interface VariantView extends PriceView {
  sku: string
  options: Record<string, string>
  /** The variant's options, such as "Silver, 16 GB". */
  optionsText: string
  /** Index of the variant's picture in the product's `images`. */
  image: number
  stock: StockState
  gtin: string | null
  mpn: string | null
  /** Weight in grams, including packaging. */
  weight: number | null
}

/** Who is responsible for a product's safety, and its warnings. */
export interface ProductSafety {
  manufacturer: ResponsibleParty | null
  responsiblePerson: ResponsibleParty | null
  warnings: string[]
}

export interface OptionGroup {
  key: string
  label: string
  kind: 'colour' | 'word'
  /** Whether shoppers must choose the value themselves, because it has to fit a body and there are several. */
  fits: boolean
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
  /** Links to the product's categories, from the department down. */
  trail: { name: string; href: string }[]
  category: string
  taxClass: TaxClass
  /** The reason why the product cannot be returned; null if it can. */
  returnExcluded: ReturnExclusion | null
  safety: ProductSafety
  images: Image[]
  optionGroups: OptionGroup[]
  variants: VariantView[]
  /** SKU of the variant shown first: the cheapest one in stock. */
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

/** Query parameters of the request for live data. Each contains product ids joined by commas. */
export const liveQuerySchema = z
  .object({ product: idsSchema.optional(), viewed: idsSchema.optional() })
  .refine(({ product, viewed }) => product || viewed, 'must name at least one product')
export type LiveQuery = z.infer<typeof liveQuerySchema>

/** Stock by SKU. `left` is the number of units if only a few are left, 0 if sold out, null if there are enough. */
const liveStockSchema = z.record(skuSchema, z.object({ left: z.int().nullable() }))
export type LiveStock = z.infer<typeof liveStockSchema>

/** A recently viewed product. */
const viewedProductSchema = productCardSchema
  .pick({ id: true, href: true, name: true, price: true })
  .extend({ image: z.string().nullable() })
export type ViewedProduct = z.infer<typeof viewedProductSchema>

/** Live data for a page: stock by product id, and those of the recently viewed products that still exist. */
export const liveSchema = z.object({
  stock: z.record(productIdSchema, liveStockSchema),
  viewed: z.array(viewedProductSchema),
})
export type Live = z.infer<typeof liveSchema>
