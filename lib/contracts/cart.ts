import { z } from 'zod'
import { type CartLineIssue, MAX_QUANTITY, type QuantityNotice } from '@/lib/domain/cart'
import { type Answer, answerSchema } from './answer'
import { amountFieldSchema, currencySchema, productIdSchema, quantityFieldSchema, skuSchema } from './common'

/** The SKU whose line is removed from the cart. */
export const removeFromCartSchema = z.object({ sku: skuSchema })
/**
 * The form that adds a SKU to the cart. `seenUnitPrice` is the price that the page showed (minor units). It is never
 * charged; it serves to report a price that has changed.
 */
export const addToCartFormSchema = z.object({
  sku: skuSchema,
  quantity: quantityFieldSchema.default(1),
  seenUnitPrice: amountFieldSchema.optional(),
  /** When the line was first added, if it is put back after its removal. */
  addedAt: z.iso.datetime().optional(),
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

/** A line's quantity after a change; `notice` says why it is lower than requested. */
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
  /** The variant's options, such as "Silver, 16 GB, 512 GB". */
  optionsText: z.string(),
  unitPrice: amount,
  /** Price to strike through: the lowest of the 30 days before the sale; null if the current price is not below it. */
  wasPrice: amount.nullable(),
  quantity: z.int(),
  /** When the line was added, in UTC. Lines are in this order. */
  addedAt: z.iso.datetime(),
  total: amount,
  /** Units on hand if only a few are left; null otherwise. */
  left: z.int().nullable(),
  /** Whether the line has all units in stock. */
  hasAll: z.boolean(),
  issues: z.array(lineIssueSchema),
})
export type CartLine = z.infer<typeof cartLineSchema>

/** The cart as shown in the drawer, on its page and in the checkout. JSON-safe; amounts are minor units. */
export const cartViewSchema = z.object({
  lines: z.array(cartLineSchema),
  /** Number of units in all lines, and `subtotal`, their price. Lines whose product has left the shop do not count. */
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

/** What is needed to put a removed line back. `seenUnitPrice` is in minor units. */
export const removedLineSchema = z.object({
  sku: skuSchema,
  quantity: z.coerce.number().int().min(1).max(MAX_QUANTITY),
  seenUnitPrice: z.coerce.number().int(),
  addedAt: z.iso.datetime(),
})
export type RemovedLine = z.infer<typeof removedLineSchema>

/**
 * The cart after a change. `outcome` is about the changed line; null if no line was changed. `removed` is the line that
 * was removed.
 */
export const cartChangedSchema = z.object({
  cart: cartViewSchema,
  outcome: quantityOutcomeSchema.nullable(),
  removed: removedLineSchema.optional(),
})
export type CartChanged = z.infer<typeof cartChangedSchema>

/** JSON answer to a cart form that a script submitted. */
export const cartAnswerSchema = answerSchema(
  // `isFirst` is true if the request came without a cart cookie, so it is unknown whether the browser accepts the new
  // one.
  cartChangedSchema.extend({ isFirst: z.boolean().optional() }),
)
export type CartAnswer = Answer<CartChanged & { isFirst?: boolean }>

export type { CartLineIssue, QuantityNotice }

/** What happened when a guest's cart was joined with the cart of the account that signed in. */
export const joinedCartsSchema = z.object({
  /** Number of lines that came from the guest's cart. */
  joined: z.int(),
  /** Lines whose quantity was reduced to what can be had. */
  clipped: z.array(z.object({ name: z.string(), wanted: z.int(), quantity: z.int() })),
  /** Names of lines for which the cart had no room. */
  leftOut: z.array(z.string()),
  /** Number of the account's lines that were saved for later, because somebody signed in during a checkout. */
  saved: z.int(),
})
export type JoinedCarts = z.infer<typeof joinedCartsSchema>
