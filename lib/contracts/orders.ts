import { z } from 'zod'
import type { OrderStatus } from '@/lib/domain/orders/order-status'
import type { TaxPart } from '@/lib/domain/pricing/tax'
import type { SpecValue } from './catalog/product'
import type { Address, DeliveryMethod, PaymentMethod } from './checkout/checkout'
import { emailSchema } from './checkout/checkout'

export const orderIdSchema = z.uuid()

/** "NX-20417", "nx 20417" or "20417" → 20417. */
export const orderNumberSchema = z
  .string()
  .trim()
  .max(20, 'An order number looks like NX-20417.')
  .regex(/^(?:nx[-\s]?)?\d{4,9}$/i, 'An order number looks like NX-20417.')
  .transform((text) => Number(text.replace(/\D/g, '')))

export const trackOrderSchema = z.object({ number: orderNumberSchema, email: emailSchema })

export type { OrderStatus }

/** An order as the confirmation page, the mail and the APIs show it. JSON-safe; amounts are minor units, times ISO 8601. */
export interface OrderView {
  id: string
  /** "NX-20417" */
  number: string
  status: OrderStatus
  email: string
  currency: 'EUR'
  subtotal: number
  discount: number
  shipping: number
  tax: number
  total: number
  /** VAT contained, by rate, the highest first; frozen when the order was placed. */
  taxes: TaxPart[]
  deliveryMethod: DeliveryMethod
  paymentMethod: PaymentMethod
  /** ISO day (2026-11-24) on which it should arrive. */
  expectedOn: string
  address: Address
  placedAt: string
  items: {
    sku: string
    productId: string
    /** Null once the product has left the catalogue; the line itself is frozen. */
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
  }[]
  events: {
    type: 'PLACED' | 'PAID' | 'PACKED' | 'SHIPPED' | 'DELIVERED' | 'CANCELLED' | 'REFUNDED'
    at: string
    note: string | null
  }[]
}
