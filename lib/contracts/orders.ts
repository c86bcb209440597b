import { z } from 'zod'
import type { CURRENCY } from '@/lib/domain/locale'
import type { OrderStatus } from '@/lib/domain/orders/order-status'
import type { ReturnExclusion } from '@/lib/domain/orders/withdrawal-exclusion'
import type { TaxPart } from '@/lib/domain/pricing/tax'
import { tidyLine } from '@/lib/domain/typed-text'
import { answerSchema } from './answer'
import type { SpecValue } from './catalog/product'
import type { DeliveryMethod, PaymentMethod } from './checkout/checkout'
import { emailSchema } from './common'

export const orderIdSchema = z.uuid()

/** A typed order number as an integer: "NX-20417", "nx 20417" and "20417" all give 20417. */
export const orderNumberSchema = z
  .string()
  .transform((typed) =>
    tidyLine(typed)
      .normalize('NFKC')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
  )
  .pipe(z.string().regex(/^#?(?:nx[\p{Pd}\u2212\s]{0,3})?\d{4,9}$/iu, 'An order number looks like NX-20417.'))
  .transform((text) => Number(text.replace(/\D/g, '')))

export const trackOrderSchema = z.object({ number: orderNumberSchema, email: emailSchema })

/** Answer to the form that finds an order by its number and e-mail address. */
export const foundOrderAnswerSchema = answerSchema(z.object({ orderId: orderIdSchema }))

const storedText = z.string().catch('')

/**
 * An order's address as stored. Accepts any text, so that old orders remain readable even if the form would now refuse
 * their address.
 */
export const storedAddressSchema = z.object({
  firstName: storedText,
  lastName: storedText,
  street: storedText,
  extra: z.string().optional().catch(undefined),
  postcode: storedText,
  city: storedText,
  /** ISO 3166 code, possibly of a country that the shop no longer delivers to. */
  country: storedText,
})
export type OrderAddress = z.infer<typeof storedAddressSchema>

/** Options or specs of an order line as stored. Values of unexpected types are dropped. */
export const storedOptionsSchema = z
  .record(z.string(), z.unknown())
  .transform((options) => Object.fromEntries(Object.entries(options).filter(isOption)))
export const storedSpecsSchema = z
  .record(z.string(), z.unknown())
  .transform((specs) => Object.fromEntries(Object.entries(specs).filter(isSpec)))

const isOption = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'
const isSpec = (entry: [string, unknown]): entry is [string, SpecValue] =>
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).safeParse(entry[1]).success

export type { OrderStatus }

/** An order as shown on its page, in e-mails and in APIs. JSON-safe. Amounts are in minor units, times in ISO 8601. */
export interface OrderView {
  id: string
  /** Such as "NX-20417". */
  number: string
  status: OrderStatus
  email: string
  currency: typeof CURRENCY
  subtotal: number
  discount: number
  shipping: number
  tax: number
  total: number
  /** VAT included in the total, by rate, highest rate first. It never changes after the order was placed. */
  taxes: TaxPart[]
  deliveryMethod: DeliveryMethod
  paymentMethod: PaymentMethod
  /** Expected day of delivery, such as "2026-11-24". */
  expectedOn: string
  address: OrderAddress
  placedAt: string
  items: {
    sku: string
    productId: string
    /** Slug for the link to the product; null if it has left the catalogue. */
    slug: string | null
    name: string
    image: string | null
    options: Record<string, string>
    optionsText: string
    specs: Record<string, SpecValue>
    unitPrice: number
    quantity: number
    taxRate: number
    total: number
    /** The reason, as shown before ordering, why there is no right of withdrawal; null if there is one. */
    returnExcluded: ReturnExclusion | null
  }[]
  events: {
    type: 'PLACED' | 'PAID' | 'PACKED' | 'SHIPPED' | 'DELIVERED' | 'CANCELLED' | 'REFUNDED'
    at: string
    note: string | null
  }[]
  /** Withdrawals received for this order, oldest first; an empty `part` means the whole order. */
  withdrawals: { number: string; at: string; part: string }[]
}

/** An order in the list of its owner. Amounts are minor units, times ISO 8601. */
export interface OrderRowView {
  id: string
  number: string
  status: OrderStatus
  total: number
  paymentMethod: PaymentMethod
  expectedOn: string
  placedAt: string
  /** Time of the last event. */
  changedAt: string
  isWithdrawn: boolean
  items: { name: string; image: string | null; quantity: number; optionsText: string }[]
}

/** What of an order can be had again. Prices are in minor units; `price` is null if the SKU is not sold any more. */
export interface ReorderView {
  id: string
  number: string
  lines: {
    sku: string
    name: string
    image: string | null
    optionsText: string
    wanted: number
    /** Units that can be had; 0 if it is sold out or not sold any more. */
    quantity: number
    /** What a unit cost then. */
    paid: number
    price: number | null
  }[]
}
