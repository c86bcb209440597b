import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { PlaceOrderInput } from '@/lib/contracts/checkout/checkout'
import { postgres } from '@/lib/db/postgres'
import { orderNumber } from '@/lib/domain/orders/order-number'
import { DomainError, isUnavailable } from '@/lib/errors'

const LOOK_UP_MS = 3_000
const RECENT_MS = 60 * 60_000

export interface PlacedOrder {
  id: string
  /** Such as "NX-20417". */
  number: string
}

interface Request {
  cartId: string
  input: PlaceOrderInput
}

/** Returns the order with this idempotency key; null if there is none. Errors: unavailable. */
export async function findOrderByKey(idempotencyKey: string): Promise<PlacedOrder | null> {
  const order = await postgres().order.findUnique({ where: { idempotencyKey }, select: { id: true, number: true } })
  return order && { id: order.id, number: orderNumber(order.number) }
}

/** Returns the latest order placed from this cart within the last hour; null if there is none. */
export async function findRecentOrder(cartId: string, now: Date): Promise<PlacedOrder | null> {
  const order = await postgres().order.findFirst({
    where: { cartId, placedAt: { gt: new Date(Number(now) - RECENT_MS) } },
    orderBy: { placedAt: 'desc' },
    select: { id: true, number: true },
  })
  return order && { id: order.id, number: orderNumber(order.number) }
}

/**
 * Returns the order that an earlier attempt at the same request placed; null if there is none. Errors: out_of_date (the
 * order with this key has different content), unavailable.
 */
export async function findEarlierTry({ cartId, input }: Request): Promise<PlacedOrder | null> {
  const order = await postgres().order.findUnique({
    where: { idempotencyKey: input.idempotencyKey },
    select: {
      id: true,
      number: true,
      cartId: true,
      email: true,
      total: true,
      deliveryMethod: true,
      paymentMethod: true,
      shippingAddress: true,
      items: { select: { sku: true, quantity: true } },
    },
  })
  if (!order) return null
  const placed = { id: order.id, number: orderNumber(order.number) }
  // Placing an order empties its cart, so any lines in the cart now belong to another order.
  const lines = await postgres().cartItem.findMany({ where: { cartId }, select: { sku: true, quantity: true } })
  const isSameCart =
    lines.length === 0 || (order.cartId !== cartId && isDeepStrictEqual(bySku(lines), bySku(order.items)))
  const isSameForm =
    order.email === input.email &&
    order.total === input.expectedTotal &&
    order.deliveryMethod === input.deliveryMethod &&
    order.paymentMethod === input.paymentMethod &&
    isDeepStrictEqual(order.shippingAddress, JSON.parse(JSON.stringify(input.address)))
  if (isSameCart && isSameForm) return placed
  throw new DomainError(
    'out_of_date',
    `This page is out of date: order ${placed.number} was placed with it. Nothing else has been ordered or charged. ` +
      'Please check what is below and order again.',
    { placed },
  )
}

/**
 * Like findEarlierTry, but for use after a database failure, when it is unknown whether a COMMIT succeeded. Returns
 * null if the database does not answer in time.
 */
export async function findAfterOutage(request: Request): Promise<PlacedOrder | null> {
  try {
    return await Promise.race([findEarlierTry(request), sleep(LOOK_UP_MS, null, { ref: false })])
  } catch (error) {
    if (isUnavailable(error)) return null
    throw error
  }
}

const bySku = (lines: { sku: string; quantity: number }[]) => new Map(lines.map(({ sku, quantity }) => [sku, quantity]))
