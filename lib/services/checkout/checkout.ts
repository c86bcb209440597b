import { randomUUID } from 'node:crypto'
import type { PageChange } from '@/lib/cache'
import type { CheckoutProblems, PlaceOrderInput, Quote } from '@/lib/contracts/checkout/checkout'
import { type Tx, transaction } from '@/lib/db/postgres'
import { isConflict, isLockTimeout } from '@/lib/db/retry'
import { shortage } from '@/lib/domain/cart'
import { orderNumber } from '@/lib/domain/orders/order-number'
import { DomainError, isUnavailable } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { type CartItemWithOffer, lineName, lockedCart, noteSeenPrices, readCartLines } from '../cart/lines'
import { expirePages } from '../content/expiry-log'
import { changesWhatPagesSay, Shortage, type StockChange, stockOf } from '../inventory/inventory'
import { getSettings } from '../settings'
import { admitted, busy } from './admission'
import { findAfterOutage, findEarlierTry, findRecentOrder, type PlacedOrder } from './placed-order'
import { freezeLines, quoteFor, withOffer } from './quote'
import { type NewOrder, type NewOrderLine, writeOrder } from './write-order'

const ACTOR = 'shop'
const MAX_TRIES = 3

interface Request {
  cartId: string
  /** The account that orders; null for guests. */
  userId?: string | null
  input: PlaceOrderInput
}

/** Thrown if the cart or the stock changed between reading and writing. The checkout then reads both again. */
class Moved extends Error {
  override readonly name = 'Moved'
}

/**
 * Places the order for a cart. Repeating it with the same idempotency key and content returns the same order. Errors:
 * cart_empty; cart_changed and out_of_stock with CheckoutProblems as details; out_of_date (the key belongs to an order
 * with other content); invalid_input (too much for one order); unavailable.
 */
export async function placeOrder(request: Request): Promise<PlacedOrder> {
  try {
    return await admitted(() => placeOnce(request))
  } catch (error) {
    if (error instanceof DomainError || !isUnavailable(error)) throw error
    const placed = await findAfterOutage(request)
    if (placed) return placed
    if (isLockTimeout(error) || isConflict(error)) throw busy({ cause: error })
    const message =
      'Checkout is unavailable. Nothing you typed is lost. Please try again in a moment: you will not be charged twice.'
    throw new DomainError('unavailable', message, undefined, { cause: error })
  }
}

async function placeOnce(request: Request): Promise<PlacedOrder> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryToPlace(request)
    } catch (error) {
      if (isUnavailable(error)) throw error
      // Whatever the error: if an order with this key exists by now, return it.
      const placed = await findEarlierTry(request)
      if (placed) return placed
      if (!(error instanceof Moved)) throw error
      if (attempt === MAX_TRIES) throw cartChanged({ lines: [] })
    }
  }
}

async function tryToPlace({ cartId, userId, input }: Request): Promise<PlacedOrder> {
  const now = new Date()
  const [settings, items] = await Promise.all([getSettings(), readCartLines(cartId, now)])
  if (items.length === 0) throw await emptyCartError(cartId, now)
  const terms = { settings, input: { country: input.address.country, deliveryMethod: input.deliveryMethod }, now }
  const bought = withOffer(items)
  const lines = await freezeLines(bought, terms)
  const quote = quoteFor(lines, terms)
  await refuseChanges({ cartId, items, quote, expectedTotal: input.expectedTotal })

  const order = toOrder({ cartId, userId, input }, lines, quote)
  const categories = new Map(bought.map(({ sku, offer }) => [sku, offer.product.category]))
  try {
    const number = await transaction(async (tx) => {
      await emptyCart(tx, cartId, items)
      const written = await writeOrder(tx, order)
      await enqueue(tx, { name: 'mail.order-confirmation', data: { orderId: order.id } })
      await expirePages(tx, pagesOf(written.changes, categories))
      return written.number
    })
    return { id: order.id, number: orderNumber(number) }
  } catch (error) {
    throw error instanceof Shortage ? await outOfStock(lines) : error
  }
}

/**
 * Returns the error for an empty cart, which has either just been ordered, for instance in another tab, or lost its
 * lines.
 */
async function emptyCartError(cartId: string, now: Date): Promise<DomainError> {
  const placed = await findRecentOrder(cartId, now)
  if (!placed)
    return new DomainError(
      'cart_empty',
      'Your cart is empty, and nothing has been ordered or charged. Please add the items again.',
    )
  const message = `This cart has just been ordered as ${placed.number}. Nothing else has been ordered or charged.`
  return new DomainError('cart_empty', message, { placed })
}

/**
 * Throws if the cart differs from what the shopper saw. Stores the new prices as seen before it throws, so that
 * submitting the order again accepts them.
 */
async function refuseChanges(cart: {
  cartId: string
  items: CartItemWithOffer[]
  quote: Quote
  expectedTotal: number
}): Promise<void> {
  const { cartId, items, quote, expectedTotal } = cart
  const gone = items
    .filter(({ offer }) => offer === null)
    .map((item) => ({ sku: item.sku, name: lineName(item), issue: { type: 'gone' as const } }))
  const repriced = withOffer(items).filter(({ seenUnitPrice, offer }) => offer.unitPrice !== seenUnitPrice)
  const changed = repriced.map(({ sku, seenUnitPrice, offer }) => ({
    sku,
    name: offer.product.name,
    issue: { type: 'price_changed' as const, from: seenUnitPrice, to: offer.unitPrice },
  }))
  const isOtherTotal = quote.total !== expectedTotal
  if (gone.length === 0 && changed.length === 0 && !isOtherTotal) return
  const seen = repriced.map(({ sku, offer }) => ({ sku, unitPrice: offer.unitPrice }))
  await transaction((tx) => noteSeenPrices(tx, cartId, seen))
  throw cartChanged({
    lines: [...gone, ...changed],
    ...(isOtherTotal && { total: { from: expectedTotal, to: quote.total } }),
  })
}

const cartChanged = (problems: CheckoutProblems) =>
  new DomainError(
    'cart_changed',
    'Something changed while you were checking out. Nothing has been ordered, and you have not been charged. Please look through the changes and order again.',
    {
      ...problems,
    },
  )

/** Locks and empties the cart. Throws Moved if its lines are no longer those that were priced. */
async function emptyCart(tx: Tx, cartId: string, items: CartItemWithOffer[]): Promise<void> {
  const taken = await tx.$queryRaw<{ sku: string; quantity: number; seenUnitPrice: number }[]>`
    WITH cart AS MATERIALIZED (${lockedCart(cartId)})
    DELETE FROM "CartItem" USING cart WHERE "cartId" = cart.id
    RETURNING sku, quantity, "seenUnitPrice"`
  const held = new Map(taken.map((item) => [item.sku, item]))
  const isAsRead = items.every(({ sku, quantity, seenUnitPrice }) => {
    const item = held.get(sku)
    return item?.quantity === quantity && item.seenUnitPrice === seenUnitPrice
  })
  if (!isAsRead || taken.length !== items.length) throw new Moved()
}

function toOrder({ cartId, userId, input }: Request, lines: NewOrderLine[], quote: Quote): NewOrder {
  const { idempotencyKey, email, deliveryMethod, paymentMethod, address } = input
  const id = randomUUID()
  return {
    id,
    idempotencyKey,
    cartId,
    userId: userId ?? null,
    email,
    deliveryMethod,
    paymentMethod,
    shippingAddress: address,
    ...quote,
    lines,
    actor: ACTOR,
  }
}

/** Returns the pages that show a stock state which these changes alter. */
function pagesOf(changes: StockChange[], categories: Map<string, string>): PageChange {
  const seen = changes.filter(changesWhatPagesSay)
  return {
    productIds: seen.map(({ productId }) => productId),
    categories: seen.flatMap(({ sku }) => categories.get(sku) ?? []),
  }
}

/**
 * Returns the out_of_stock error with the remaining units of each SKU, read after the rollback. If there is enough
 * stock again by then, returns Moved instead, so that the checkout is tried again.
 */
async function outOfStock(lines: NewOrderLine[]): Promise<Error> {
  const stock = await stockOf(lines.map(({ sku }) => sku))
  const short = lines.flatMap(({ sku, name, quantity }) => {
    const left = stock.get(sku)?.onHand ?? 0
    return left < quantity ? [{ sku, name, issue: shortage(left) }] : []
  })
  if (short.length === 0) return new Moved()
  const problems: CheckoutProblems = { lines: short }
  return new DomainError(
    'out_of_stock',
    'Somebody else bought some of this first. Nothing has been ordered, and you have not been charged. Please take what is left, or take it out.',
    {
      ...problems,
    },
  )
}
