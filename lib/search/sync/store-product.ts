import type { z } from 'zod'
import { productDocumentSchema } from '@/lib/contracts/catalog/product'
import {
  discountPercent,
  lowestPriceBefore,
  nextPriceChange,
  type PriceRecord,
  priceOf,
} from '@/lib/domain/pricing/pricing'
import type { Product } from '../indexed-product'

/** Projection of the document fields that the index reads. */
export const INDEXED_FIELDS = {
  _id: true,
  status: true,
  name: true,
  brand: true,
  category: true,
  specs: true,
  variants: true,
  rating: true,
  popularity: true,
  createdAt: true,
} as const
export const indexedDocumentSchema = productDocumentSchema
  .pick(INDEXED_FIELDS)
  .extend({ description: productDocumentSchema.shape.description.optional() })
export type IndexedDocument = z.infer<typeof indexedDocumentSchema>

/** Data from Postgres by SKU: units on hand, and the price ledgers of variants on sale. */
export interface SkuFacts {
  onHand: Map<string, number>
  prices: Map<string, PriceRecord[]>
}

/**
 * Returns the document as an indexed product, with prices as of `now`. A SKU that Postgres does not know has no stock.
 */
export function toProduct(document: IndexedDocument, { onHand, prices }: SkuFacts, now: Date): Product {
  const { name, brand, category, specs, popularity, description } = document
  const variants = document.variants.map((variant) => ({
    sku: variant.sku,
    options: variant.options,
    price: priceOf(variant, now),
    stock: onHand.get(variant.sku) ?? 0,
  }))
  const validUntil = nextPriceChange(document.variants, now)?.getTime()
  return {
    id: document._id.toHexString(),
    name,
    brand,
    category,
    specs,
    variants,
    ...(description !== undefined && { description }),
    rating: Math.round(document.rating.average * 10) / 10,
    ratingCount: document.rating.count,
    discount: discountOf(variants, prices, now),
    popularity,
    createdAt: Math.floor(document.createdAt.getTime() / 1000),
    ...(validUntil !== undefined && { validUntil }),
  }
}

/** Returns the discount of the offered variant (see `Hit`) as a percentage, because listings show its price. */
function discountOf(variants: Product['variants'], prices: SkuFacts['prices'], now: Date): number {
  const inStock = variants.filter(({ stock }) => stock > 0)
  const offered = (inStock.length > 0 ? inStock : variants).reduce((best, one) => (one.price < best.price ? one : best))
  return discountPercent(offered.price, lowestPriceBefore(prices.get(offered.sku) ?? [], now))
}
