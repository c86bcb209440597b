import { z } from 'zod'
import type { CartLineIssue, QuantityNotice } from '@/lib/domain/cart'
import { type Answer, answerSchema } from './answer'
import { amountFieldSchema, currencySchema, productIdSchema, quantityFieldSchema, skuSchema } from './common'

/** Cart input for one SKU. */
export const removeFromCartSchema = z.object({ sku: skuSchema })
/**
 * Form for adding to the cart. `seenUnitPrice` is the price shown (minor units). It is never charged; a different
 * current price is reported.
 */
export const addToCartFormSchema = z.object({
  sku: skuSchema,
  quantity: quantityFieldSchema.default(1),
  seenUnitPrice: amountFieldSchema.optional(),
})
export const changeQuantityFormSchema = z.object({ sku: skuSchema, quantity: quantityFieldSchema })

const amount = z.int()

/** Why a cart line cannot be ordered as it is. */
export const lineIssueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('price_changed'), from: amount, to: amount }),
  z.object({ type: z.literal('short'), left: z.int() }),
  z.object({ type: z.literal('sold_out') }),
  z.object({ type: z.literal('gone') }),
]) satisfies z.ZodType<CartLineIssue>

const quantityNoticeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('only_left'), left: z.int() }),
  z.object({ type: z.literal('at_most'), max: z.int() }),
]) satisfies z.ZodType<QuantityNotice>

/** The quantity of a SKU after a change, and why it is lower than requested. */
export const quantityOutcomeSchema = z.object({ quantity: z.int(), notice: quantityNoticeSchema.nullable() })
export type QuantityOutcome = z.infer<typeof quantityOutcomeSchema>

/** A cart line: product data, current price and issues. Amounts are minor units. */
export const cartLineSchema = z.object({
  sku: skuSchema,
  productId: productIdSchema,
  /** Slug of the product; null if the product is gone. */
  slug: z.string().nullable(),
  name: z.string(),
  image: z.string().nullable(),
  /** The variant's options: "Silver, 16 GB, 512 GB". */
  optionsText: z.string(),
  unitPrice: amount,
  /** Struck-through price: the lowest of the 30 days before the sale; null if the price is not below it. */
  wasPrice: amount.nullable(),
  quantity: z.int(),
  total: amount,
  /** Units on hand if few are left, else null. */
  left: z.int().nullable(),
  issues: z.array(lineIssueSchema),
})
export type CartLine = z.infer<typeof cartLineSchema>

/** The cart as shown in the drawer, on its page and in the checkout. JSON-safe; amounts are minor units. */
export const cartViewSchema = z.object({
  lines: z.array(cartLineSchema),
  /** Number of units in all lines; `subtotal` is their price. Lines whose product is gone do not count. */
  count: z.int(),
  subtotal: amount,
  currency: currencySchema,
  delivery: z.object({
    /** Price of standard delivery for this subtotal. */
    standard: amount,
    express: amount,
    freeFrom: amount,
    /** Amount missing for free standard delivery; 0 if the delivery is free. */
    missingForFree: amount,
  }),
})
export type CartView = z.infer<typeof cartViewSchema>

/** The cart after a change, and the outcome for the changed line; null if no line was changed. */
export const cartChangedSchema = z.object({ cart: cartViewSchema, outcome: quantityOutcomeSchema.nullable() })
export type CartChanged = z.infer<typeof cartChangedSchema>

/** JSON answer of the cart forms when a script submits them. */
export const cartAnswerSchema = answerSchema(
  // `isFirst` is true if the request had no cart, so it is unknown whether the browser accepts the new cookie.
  cartChangedSchema.extend({ isFirst: z.boolean().optional() }),
)
export type CartAnswer = Answer<CartChanged & { isFirst?: boolean }>

export type { CartLineIssue, QuantityNotice }
