import { currencySchema } from '@/lib/contracts/common'
import {
  type OrderView,
  orderIdSchema,
  storedAddressSchema,
  storedOptionsSchema,
  storedSpecsSchema,
} from '@/lib/contracts/orders'
import type { Prisma } from '@/lib/db/generated/client'
import { postgres } from '@/lib/db/postgres'
import { optionsText } from '@/lib/domain/catalog/variant'
import { foldEmail } from '@/lib/domain/customers/email'
import { orderNumber } from '@/lib/domain/orders/order-number'
import { withdrawalNumber } from '@/lib/domain/orders/withdrawal'
import { RETURN_EXCLUSIONS } from '@/lib/domain/orders/withdrawal-exclusion'
import { isUnavailable } from '@/lib/errors'
import { findProductsByIds } from '../catalog/documents'
import { countAttempts, forgiveAttempts } from '../rate-limit'

const PARTS = {
  items: { orderBy: { position: 'asc' } },
  taxes: { orderBy: { rate: 'desc' } },
  events: { orderBy: { id: 'asc' } },
  withdrawals: { orderBy: { number: 'asc' }, select: { number: true, submittedAt: true, part: true } },
} satisfies Prisma.OrderInclude

type OrderRow = Prisma.OrderGetPayload<{ include: typeof PARTS }>

/** Returns the order with its lines and timeline; null if there is none. Knowing the id grants access. */
export async function getOrder(id: string): Promise<OrderView | null> {
  if (!orderIdSchema.safeParse(id).success) return null
  const row = await postgres().order.findUnique({ where: { id }, include: PARTS })
  if (!row) return null
  return toOrderView(row, await slugsOf(row.items.map(({ productId }) => productId)))
}

/** Returns whether the order exists. */
export async function orderExists(id: string): Promise<boolean> {
  return orderIdSchema.safeParse(id).success && (await postgres().order.count({ where: { id } })) > 0
}

/**
 * Returns the slugs of those products that are still sold, by id. If the catalogue is unavailable, returns none: order
 * pages then lack links but are otherwise complete.
 */
async function slugsOf(productIds: string[]): Promise<Map<string, string>> {
  try {
    const products = await findProductsByIds([...new Set(productIds)])
    const active = products.filter(({ status }) => status === 'active')
    return new Map(active.map(({ _id, slug }) => [_id.toHexString(), slug]))
  } catch (error) {
    if (isUnavailable(error)) return new Map()
    throw error
  }
}

const MINUTE = 60
const DAY = 24 * 60 * MINUTE
const tooManyTries = (wait: string) =>
  `Too many tries. Please wait ${wait}, or use the link in the e-mail that confirmed the order.`
const BY_NETWORK = { name: 'track network', max: 10, windowSeconds: 15 * MINUTE, message: tooManyTries }
const BY_NETWORK_DAILY = { name: 'track network daily', max: 40, windowSeconds: DAY, message: tooManyTries }
// High enough that strangers cannot easily use up the tries of the order's owner.
const BY_EMAIL = { name: 'track e-mail', max: 200, windowSeconds: DAY, message: tooManyTries }
const BY_ORDER = { name: 'track order', max: 200, windowSeconds: DAY, message: tooManyTries }

/**
 * Returns the id of the order with this number and e-mail address (in any spelling), or null if they do not match.
 * Wrong guesses are limited per network (`visitor`). Much higher limits per e-mail address and per order stop guesses
 * spread over many networks. Errors: too_many_requests.
 */
export async function trackOrder(attempt: { number: number; email: string; visitor: string }): Promise<string | null> {
  const { number, visitor } = attempt
  const email = foldEmail(attempt.email)
  const guesses = [
    { limit: BY_NETWORK, subject: visitor },
    { limit: BY_NETWORK_DAILY, subject: visitor },
    { limit: BY_EMAIL, subject: email },
    { limit: BY_ORDER, subject: String(number) },
  ]
  // Count before looking up the order, so that a burst of simultaneous guesses cannot exceed the limits.
  await countAttempts(guesses)
  const order = await postgres().order.findUnique({ where: { number }, select: { id: true, email: true } })
  if (!order || foldEmail(order.email) !== email) return null
  await forgiveAttempts(guesses)
  return order.id
}

function toOrderView(row: OrderRow, slugs: Map<string, string>): OrderView {
  const { id, status, email, subtotal, discount, shipping, tax, total, deliveryMethod, paymentMethod } = row
  return {
    id,
    number: orderNumber(row.number),
    status,
    email,
    currency: currencySchema.parse(row.currency),
    subtotal,
    discount,
    shipping,
    tax,
    total,
    taxes: row.taxes.map(({ rate, goods, shipping, tax }) => ({ rate, goods, shipping, tax })),
    deliveryMethod,
    paymentMethod,
    expectedOn: row.expectedOn.toISOString().slice(0, 10),
    address: storedAddressSchema.parse(row.shippingAddress),
    placedAt: row.placedAt.toISOString(),
    items: row.items.map((item) => toItem(item, slugs.get(item.productId) ?? null)),
    events: row.events.map(({ type, createdAt, note }) => ({ type, at: createdAt.toISOString(), note })),
    withdrawals: row.withdrawals.map(({ number, submittedAt, part }) => ({
      number: withdrawalNumber(number, submittedAt),
      at: submittedAt.toISOString(),
      part,
    })),
  }
}

function toItem(item: OrderRow['items'][number], slug: string | null): OrderView['items'][number] {
  const { sku, productId, name, image, unitPrice, quantity, taxRate, total } = item
  const options = storedOptionsSchema.parse(item.options)
  const specs = storedSpecsSchema.parse(item.specs)
  const returnExcluded = RETURN_EXCLUSIONS.find((reason) => reason === item.returnExcluded) ?? null
  return {
    sku,
    productId,
    slug,
    name,
    image,
    options,
    optionsText: optionsText(options),
    specs,
    unitPrice,
    quantity,
    taxRate,
    total,
    returnExcluded,
  }
}
