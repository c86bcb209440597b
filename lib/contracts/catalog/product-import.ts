import { z } from 'zod'
import { amountSchema, skuSchema } from '../common'
import { productDocumentSchema } from './product'

/** Initial stock of a SKU. */
const importedStockSchema = z.object({
  sku: skuSchema,
  onHand: z.int().min(0).max(10_000_000),
  lowStockThreshold: z.int().min(0).max(1_000_000).default(5),
})

/**
 * A SKU's price from `validFrom` on, in minor units. A price with `validUntil` is a sale price, one without is the
 * regular price.
 */
const importedPriceSchema = z
  .object({ sku: skuSchema, price: amountSchema, validFrom: z.date(), validUntil: z.date().nullable() })
  .refine(({ validFrom, validUntil }) => !validUntil || validFrom < validUntil, 'a sale must start before it ends')

/** A product to import: its document, and the stock and price history of each SKU. */
export const importedProductSchema = z
  .object({
    product: productDocumentSchema.omit({ updatedAt: true }),
    stock: z.array(importedStockSchema).max(250),
    prices: z.array(importedPriceSchema).max(2_000),
  })
  .refine(({ product: { variants }, stock, prices }) => {
    const own = new Set(variants.map(({ sku }) => sku))
    return [...stock, ...prices].every(({ sku }) => own.has(sku))
  }, 'stock and prices must be of the product’s own SKUs')

export type ImportedProduct = z.input<typeof importedProductSchema>
