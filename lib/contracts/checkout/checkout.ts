import { z } from 'zod'
import type { TaxPart } from '@/lib/domain/pricing/tax'
import { normalPostcode, postcodeMessage } from '@/lib/domain/shipping/postcode'
import { answerWithDetailsSchema } from '../answer'
import { lineIssueSchema } from '../cart'
import { currencySchema, emailSchema, lineSchema, skuSchema } from '../common'
import { refusalSchema } from '../sent-form'
import { countrySchema } from '../settings'

// Allows letters of any script, but no characters that would break a shipping label.
const refused = { pattern: /[\r\n<>]/, message: 'Please leave out < and > and line breaks.' }
const line = (what: string, max: number) => lineSchema({ max, missing: `Please fill in ${what}.`, refused })
const optionalLine = (max: number) => lineSchema({ max, refused }).default('')

const MAX_NAME = 60
const NAME_MISSING = 'Please fill in your name.'

/** A postal address from a form. At least one of first and last name is required; the postcode is normalized. */
export const addressSchema = z
  .object({
    firstName: optionalLine(MAX_NAME),
    lastName: optionalLine(MAX_NAME),
    street: line('street and number', 100),
    extra: optionalLine(100).transform((text) => text || undefined),
    postcode: lineSchema({
      max: 20,
      missing: 'Please fill in the postcode.',
      long: 'That is too long for a postcode.',
    }),
    city: line('the city', 80),
    country: countrySchema,
  })
  .superRefine(({ firstName, lastName, country, postcode }, context) => {
    if (!firstName && !lastName) context.addIssue({ code: 'custom', path: ['firstName'], message: NAME_MISSING })
    if (postcode && normalPostcode(country, postcode) === null)
      context.addIssue({ code: 'custom', path: ['postcode'], message: postcodeMessage(country) })
  })
  .transform((address) => ({
    ...address,
    postcode: normalPostcode(address.country, address.postcode) ?? address.postcode,
  }))

export type Address = z.infer<typeof addressSchema>

export const deliveryMethodSchema = z.enum(['STANDARD', 'EXPRESS'])
export const paymentMethodSchema = z.enum(['BANK_TRANSFER', 'ON_DELIVERY'])
export type DeliveryMethod = z.infer<typeof deliveryMethodSchema>
export type PaymentMethod = z.infer<typeof paymentMethodSchema>

/**
 * The checkout form. `expectedTotal` (minor units) is the total that the page showed. If the actual total differs, the
 * checkout is refused rather than charged.
 */
export const placeOrderSchema = z.object({
  email: emailSchema,
  address: addressSchema,
  deliveryMethod: deliveryMethodSchema,
  paymentMethod: paymentMethodSchema,
  idempotencyKey: z.uuid(),
  expectedTotal: z.int().min(0),
})

export type PlaceOrderInput = z.infer<typeof placeOrderSchema>

/** What the price of a cart depends on besides its lines. */
export const quoteSchema = z.object({ country: countrySchema, deliveryMethod: deliveryMethodSchema })
export type QuoteInput = z.infer<typeof quoteSchema>

const amount = z.int()

const taxPartSchema = z.object({
  rate: z.int(),
  goods: amount,
  shipping: amount,
  tax: amount,
}) satisfies z.ZodType<TaxPart>

/** The price of a cart with delivery. Amounts are minor units; prices include VAT. */
export const quoteViewSchema = z.object({
  currency: currencySchema,
  subtotal: amount,
  discount: amount,
  shipping: amount,
  total: amount,
  /** VAT included in the total. `taxes` divides it by VAT rate (basis points). */
  tax: amount,
  taxes: z.array(taxPartSchema),
  /** Expected day of delivery if the order is placed now, such as "2026-11-24". */
  expectedOn: z.iso.date(),
})
export type Quote = z.infer<typeof quoteViewSchema>

/** Answer to the request for a quote; `quote` is null if the visitor's cart is empty. */
export const quoteAnswerSchema = z.object({ quote: quoteViewSchema.nullable() })

/**
 * Why a checkout was refused: the lines with problems, and `total` if it differs from the total shown (minor units).
 */
const checkoutProblemsSchema = z.object({
  lines: z.array(z.object({ sku: skuSchema, name: z.string(), issue: lineIssueSchema })),
  total: z.object({ from: amount, to: amount }).optional(),
})
export type CheckoutProblems = z.infer<typeof checkoutProblemsSchema>

/**
 * `details` of a refused checkout. For `cart_changed` and `out_of_stock`, these are the problems. For `out_of_date`,
 * `placed` is the order that the used idempotency key belongs to, and `idempotencyKey` is a new key.
 */
export const checkoutDetailsSchema = checkoutProblemsSchema.partial().extend({
  placed: z.object({ id: z.uuid(), number: z.string() }).optional(),
  idempotencyKey: z.uuid().optional(),
})
export type CheckoutDetails = z.infer<typeof checkoutDetailsSchema>

/** Why a checkout was refused. Malformed details are dropped. */
export const checkoutRefusalSchema = refusalSchema.extend({
  details: checkoutDetailsSchema.optional().catch(undefined),
})
export type CheckoutRefusal = z.infer<typeof checkoutRefusalSchema>

/** Answer to the checkout form. `orderId` is null if the form corrected cart lines rather than placed an order. */
export const checkoutAnswerSchema = answerWithDetailsSchema(
  z.object({ orderId: z.uuid().nullable() }),
  checkoutDetailsSchema,
)
export type CheckoutAnswer = z.infer<typeof checkoutAnswerSchema>
