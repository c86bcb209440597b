import { z } from 'zod'
import type { CartLineIssue, QuantityNotice } from '@/lib/domain/cart'
import { quantityFieldSchema, skuSchema } from './common'

/** What a form or a client says about one SKU in the cart. The price is never part of it. */
export const removeFromCartSchema = z.object({ sku: skuSchema })
export const addToCartFormSchema = z.object({ sku: skuSchema, quantity: quantityFieldSchema.default(1) })
export const changeQuantityFormSchema = z.object({ sku: skuSchema, quantity: quantityFieldSchema })

export type { CartLineIssue, QuantityNotice }

/** What became of a wish for units of a SKU: how many the cart holds now, and why not all. */
export interface QuantityOutcome {
  quantity: number
  notice: QuantityNotice | null
}

/** A line of the cart: the document's facts, today's price, and what stands in the way. Amounts are minor units. */
export interface CartLine {
  sku: string
  productId: string
  /** Of the product's page; null where there is none any more. */
  slug: string | null
  name: string
  image: string | null
  /** "Silver, 16 GB, 512 GB" */
  optionsText: string
  unitPrice: number
  /** The lowest price of the 30 days before the sale, struck beside it; null where nothing fell. */
  wasPrice: number | null
  quantity: number
  total: number
  /** Units on hand where they are few, else null. */
  left: number | null
  issues: CartLineIssue[]
}

/** The cart as drawer, page and checkout show it. JSON-safe; amounts are minor units. */
export interface CartView {
  lines: CartLine[]
  /** Units in all lines; `subtotal` is what they cost. Lines that are gone do not count. */
  count: number
  subtotal: number
  currency: 'EUR'
  delivery: {
    /** Price of standard delivery for this subtotal. */
    standard: number
    express: number
    freeFrom: number
    /** What is missing until standard delivery is free; 0 when it is. */
    missingForFree: number
  }
}
