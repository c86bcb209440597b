import { z } from 'zod'
import type { CartLineIssue, QuantityNotice } from '@/lib/domain/cart'
import { type Answer, answerSchema } from './answer'
import { amountFieldSchema, currencySchema, productIdSchema, quantityFieldSchema, skuSchema } from './common'

/** What a form or a client says about one SKU in the cart. */
export const removeFromCartSchema = z.object({ sku: skuSchema })
/** `seenUnitPrice` is what the page showed (minor units). It is never charged: another price of today is told. */
export const addToCartFormSchema = z.object({
  sku: skuSchema,
  quantity: quantityFieldSchema.default(1),
  seenUnitPrice: amountFieldSchema.optional(),
})
export const changeQuantityFormSchema = z.object({ sku: skuSchema, quantity: quantityFieldSchema })

const amount = z.int()

const lineIssueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('price_changed'), from: amount, to: amount }),
  z.object({ type: z.literal('short'), left: z.int() }),
  z.object({ type: z.literal('sold_out') }),
  z.object({ type: z.literal('gone') }),
]) satisfies z.ZodType<CartLineIssue>

const quantityNoticeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('only_left'), left: z.int() }),
  z.object({ type: z.literal('at_most'), max: z.int() }),
]) satisfies z.ZodType<QuantityNotice>

/** How many units of a SKU the cart has after a change, and why not as many as asked for. */
export const quantityOutcomeSchema = z.object({ quantity: z.int(), notice: quantityNoticeSchema.nullable() })
export type QuantityOutcome = z.infer<typeof quantityOutcomeSchema>

/** A line of the cart: the document's facts, today's price, and what stands in the way. Amounts are minor units. */
export const cartLineSchema = z.object({
  sku: skuSchema,
  productId: productIdSchema,
  /** Of the product's page; null where there is none any more. */
  slug: z.string().nullable(),
  name: z.string(),
  image: z.string().nullable(),
  /** "Silver, 16 GB, 512 GB" */
  optionsText: z.string(),
  unitPrice: amount,
  /** The lowest price of the 30 days before the sale, struck beside it; null where nothing fell. */
  wasPrice: amount.nullable(),
  quantity: z.int(),
  total: amount,
  /** Units on hand where they are few, else null. */
  left: z.int().nullable(),
  issues: z.array(lineIssueSchema),
})
export type CartLine = z.infer<typeof cartLineSchema>

/** The cart as drawer, page and checkout show it. JSON-safe; amounts are minor units. */
export const cartViewSchema = z.object({
  lines: z.array(cartLineSchema),
  /** Units in all lines; `subtotal` is what they cost. Lines that are gone do not count. */
  count: z.int(),
  subtotal: amount,
  currency: currencySchema,
  delivery: z.object({
    /** Price of standard delivery for this subtotal. */
    standard: amount,
    express: amount,
    freeFrom: amount,
    /** What is missing until standard delivery is free; 0 when it is. */
    missingForFree: amount,
  }),
})
export type CartView = z.infer<typeof cartViewSchema>

/** The cart after a change, and what became of the line that it was about. */
export const cartChangedSchema = z.object({ cart: cartViewSchema, outcome: quantityOutcomeSchema.nullable() })
export type CartChanged = z.infer<typeof cartChangedSchema>

/** What the forms of the cart answer to scripts. */
export const cartAnswerSchema = answerSchema(
  // The request had no cart: whether the browser keeps the cookie of the new one is not known yet.
  cartChangedSchema.extend({ isFirst: z.boolean().optional() }),
)
export type CartAnswer = Answer<CartChanged & { isFirst?: boolean }>

export type { CartLineIssue, QuantityNotice }
