import { z } from 'zod'
import type { TaxPart } from '@/lib/domain/pricing/tax'
import type { CartLineIssue } from '../cart'
import { countrySchema } from '../settings'

const POSTCODES = {
  DE: { pattern: /^\d{5}$/, message: 'German postcodes have 5 digits.' },
  AT: { pattern: /^\d{4}$/, message: 'Austrian postcodes have 4 digits.' },
  NL: { pattern: /^\d{4} ?[A-Za-z]{2}$/, message: 'Dutch postcodes have 4 digits and 2 letters, such as 1012 AB.' },
} as const

// Written by people: letters of any script, but nothing that could break a label or a mail header.
const line = (what: string, max: number) =>
  z
    .string()
    .trim()
    .min(1, `Please fill in ${what}.`)
    .max(max, `That is too long: ${max} characters at most.`)
    .regex(/^[^\p{Cc}<>]*$/u, 'Please leave out < and > and line breaks.')

export const emailSchema = z
  .string()
  .trim()
  .max(254, 'That address is too long.')
  .pipe(z.email('That does not look like an e-mail address. Is it name@example.com?'))

export const addressSchema = z
  .object({
    firstName: line('the first name', 60),
    lastName: line('the last name', 60),
    street: line('street and number', 100),
    extra: z
      .string()
      .trim()
      .max(100, 'That is too long: 100 characters at most.')
      .regex(/^[^\p{Cc}<>]*$/u, 'Please leave out < and > and line breaks.')
      .optional()
      .transform((text) => text || undefined),
    postcode: z.string().trim().min(1, 'Please fill in the postcode.').max(10, 'That is too long for a postcode.'),
    city: line('the city', 80),
    country: countrySchema,
  })
  .superRefine(({ postcode, country }, context) => {
    const { pattern, message } = POSTCODES[country]
    if (postcode && !pattern.test(postcode)) context.addIssue({ code: 'custom', path: ['postcode'], message })
  })

export type Address = z.infer<typeof addressSchema>

export const deliveryMethodSchema = z.enum(['STANDARD', 'EXPRESS'])
export const paymentMethodSchema = z.enum(['BANK_TRANSFER', 'ON_DELIVERY'])
export type DeliveryMethod = z.infer<typeof deliveryMethodSchema>
export type PaymentMethod = z.infer<typeof paymentMethodSchema>

/** The checkout form. `expectedTotal` is what the shopper saw (minor units): another total is told, not charged. */
export const placeOrderSchema = z.object({
  email: emailSchema,
  address: addressSchema,
  deliveryMethod: deliveryMethodSchema,
  paymentMethod: paymentMethodSchema,
  idempotencyKey: z.uuid(),
  expectedTotal: z.int().min(0),
})

export type PlaceOrderInput = z.infer<typeof placeOrderSchema>

/** What decides the price of a cart besides its lines. */
export const quoteSchema = z.object({ country: countrySchema, deliveryMethod: deliveryMethodSchema })
export type QuoteInput = z.infer<typeof quoteSchema>

/** What a cart costs, delivered. Amounts are minor units; prices include VAT. */
export interface Quote {
  currency: 'EUR'
  subtotal: number
  discount: number
  shipping: number
  total: number
  /** VAT contained in the total, and the same by rate in basis points. */
  tax: number
  taxes: TaxPart[]
  /** ISO day (2026-11-24) on which it would arrive if ordered now. */
  expectedOn: string
}

/** `details` of a checkout refused with `cart_changed` or `out_of_stock`: what stands in the way, line by line. */
export interface CheckoutProblems {
  lines: { sku: string; name: string; issue: CartLineIssue }[]
  /** Where the total is not the one that the shopper saw, in minor units. */
  total?: { from: number; to: number }
}
