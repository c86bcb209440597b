import type { CartLine, CartView, QuantityOutcome, RemovedLine } from '@/lib/contracts/cart'
import type { Settings } from '@/lib/contracts/settings'
import { Prisma } from '@/lib/db/generated/client'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { clipQuantity, isForSale, lineIssues, MAX_CART_LINES, MAX_QUANTITY } from '@/lib/domain/cart'
import { optionsText, variantImage } from '@/lib/domain/catalog/variant'
import { stockState } from '@/lib/domain/inventory/stock'
import { isOnSale } from '@/lib/domain/pricing/pricing'
import { DomainError } from '@/lib/errors'
import { type Stock, stockOf } from '../inventory/inventory'
import { lowestPricesBefore } from '../pricing/prices'
import { getSettings } from '../settings'
import {
  type CartItemWithOffer,
  findOffers,
  lineName,
  lockCart,
  noteSeenPrices,
  type Offer,
  readCartLines,
} from './lines'

const CART_LIFETIME_DAYS = 30
const DAY_MS = 86_400_000

/** Returns the cart with current prices and stock; an empty one if it does not exist. */
export async function getCart(cartId: string | null, now = new Date()): Promise<CartView> {
  const [settings, items] = await Promise.all([getSettings(), cartId ? readCartLines(cartId, now) : []])
  return viewCart(items, { settings, now })
}

/** Returns stored lines as the cart view that shoppers see. */
export async function viewCart(
  items: CartItemWithOffer[],
  { settings, now }: { settings: Settings; now: Date },
): Promise<CartView> {
  const skus = items.map(({ sku }) => sku)
  const reduced = items.filter(({ offer }) => offer && isOnSale(offer.variant, now)).map(({ sku }) => sku)
  const [stock, lowest] = await Promise.all([stockOf(skus), lowestPricesBefore(reduced, now)])
  const lines = items.map((item) => toLine(item, stock.get(item.sku), lowest.get(item.sku)))
  const bought = lines.filter(({ issues }) => !issues.some(({ type }) => type === 'gone'))
  const subtotal = bought.reduce((sum, { total }) => sum + total, 0)
  const { standard, express } = settings.delivery
  return {
    lines,
    count: bought.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotal,
    currency: settings.currency,
    delivery: {
      standard: subtotal >= standard.freeFrom ? 0 : standard.price,
      express: express.price,
      freeFrom: standard.freeFrom,
      missingForFree: Math.max(0, standard.freeFrom - subtotal),
    },
  }
}

const NOTHING: Stock = { onHand: 0, lowStockThreshold: 0 }

function toLine(item: CartItemWithOffer, stock: Stock = NOTHING, lowestBefore?: number): CartLine {
  const { sku, productId, quantity, seenUnitPrice, offer } = item
  const unitPrice = offer?.unitPrice ?? seenUnitPrice
  const addedAt = item.addedAt.toISOString()
  const amounts = { quantity, addedAt, unitPrice, total: unitPrice * quantity, wasPrice: null, left: null }
  const line = { sku, productId, ...amounts, hasAll: false }
  const name = lineName(item)
  if (!offer)
    return { ...line, slug: null, name, image: null, optionsText: item.optionsText ?? '', issues: [{ type: 'gone' }] }
  const { product, variant } = offer
  const { onHand, lowStockThreshold } = stock
  return {
    ...line,
    slug: product.slug,
    name,
    image: variantImage(product, variant),
    optionsText: optionsText(variant.options),
    wasPrice: lowestBefore !== undefined && lowestBefore > unitPrice ? lowestBefore : null,
    left: stockState(onHand, lowStockThreshold) === 'few_left' ? onHand : null,
    hasAll: quantity === onHand,
    issues: lineIssues({ quantity, seenUnitPrice, unitPrice, onHand }),
  }
}

/**
 * Adds units of a SKU to the cart, and creates the cart if necessary. The line never exceeds the stock or the limit per
 * line; if fewer units were added than asked for, the result's `notice` says so. `seenUnitPrice` is the price that the
 * page showed (minor units; default: the current price); a difference becomes a `price_changed` issue of the line.
 * `addedAt` puts a new line back to where it was in the cart.
 * Errors: not_found, out_of_stock (none left), cart_full.
 */
export async function addToCart(input: {
  cartId: string
  sku: string
  quantity: number
  seenUnitPrice?: number
  addedAt?: string
}): Promise<QuantityOutcome> {
  const { cartId, sku, quantity, seenUnitPrice, addedAt } = input
  const offer = await offerOf(sku)
  return transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "Cart" (id) VALUES (${cartId}::uuid)
      ON CONFLICT (id) DO UPDATE SET "updatedAt" = clock_timestamp()`
    const lines = await tx.cartItem.findMany({ where: { cartId }, select: { sku: true, quantity: true } })
    const inCart = lines.find((line) => line.sku === sku)?.quantity
    if (inCart === undefined && lines.length >= MAX_CART_LINES)
      throw new DomainError(
        'cart_full',
        `Your cart is full: it has room for ${MAX_CART_LINES} different items. Nothing was added. Please take something out first.`,
      )
    return setQuantity(tx, { cartId, sku, offer, wanted: (inCart ?? 0) + quantity, seenUnitPrice, addedAt })
  })
}

/** Sets a line's quantity, limited by the stock and the limit per line. Errors: not_found, out_of_stock. */
export async function changeQuantity(input: {
  cartId: string
  sku: string
  quantity: number
}): Promise<QuantityOutcome> {
  const { cartId, sku, quantity } = input
  const offer = await offerOf(sku)
  return transaction(async (tx) => {
    const isThere = (await lockCart(tx, cartId)) && (await tx.cartItem.count({ where: { cartId, sku } })) > 0
    if (!isThere)
      throw new DomainError('not_found', 'That is no longer in your cart, so nothing was changed. Please add it again.')
    return setQuantity(tx, { cartId, sku, offer, wanted: quantity })
  })
}

/** Removes a line. Returns what is needed to put it back; null if there was no such line, which is not an error. */
export async function removeFromCart({ cartId, sku }: { cartId: string; sku: string }): Promise<RemovedLine | null> {
  return transaction(async (tx) => {
    if (!(await lockCart(tx, cartId))) return null
    const where = { cartId_sku: { cartId, sku } }
    const select = { quantity: true, seenUnitPrice: true, addedAt: true }
    const item = await tx.cartItem.findUnique({ where, select })
    if (!item) return null
    await tx.cartItem.delete({ where })
    return { ...item, sku, addedAt: item.addedAt.toISOString() }
  })
}

/** Returns a removed line as it was in the cart, with its current price and stock; null if it cannot be put back. */
export async function viewRemovedLine(removed: RemovedLine, now = new Date()): Promise<CartLine | null> {
  const [settings, offers] = await Promise.all([getSettings(), findOffers([removed.sku], now)])
  const offer = offers.get(removed.sku)
  if (!offer) return null
  const { product, variant } = offer
  const names = { name: product.name, optionsText: optionsText(variant.options) }
  const item = { ...removed, productId: product._id.toHexString(), addedAt: new Date(removed.addedAt), ...names, offer }
  const [line] = (await viewCart([item], { settings, now })).lines
  return line && isForSale(line) ? line : null
}

/** Records that the shopper accepts the current prices. */
export async function acceptPrices(cartId: string, now = new Date()): Promise<void> {
  const items = await readCartLines(cartId, now)
  const changed = items.flatMap(({ sku, seenUnitPrice, offer }) =>
    offer && offer.unitPrice !== seenUnitPrice ? [{ sku, unitPrice: offer.unitPrice }] : [],
  )
  if (changed.length > 0) await transaction((tx) => noteSeenPrices(tx, cartId, changed))
}

async function offerOf(sku: string): Promise<Offer> {
  const offer = (await findOffers([sku], new Date())).get(sku)
  if (offer) return offer
  throw new DomainError(
    'not_found',
    'We do not sell that any more, so nothing was added. The rest of your cart is as it was.',
  )
}

/**
 * Sets the quantity of a line. The caller must hold the cart's lock. An existing line keeps the unit price that the
 * shopper saw first, unless the page showed an outdated price, which then replaces it. A price that differs from the
 * current one becomes an issue of the line.
 */
async function setQuantity(
  tx: Tx,
  line: { cartId: string; sku: string; offer: Offer; wanted: number; seenUnitPrice?: number; addedAt?: string },
): Promise<QuantityOutcome> {
  const { cartId, sku, offer, wanted, seenUnitPrice = offer.unitPrice, addedAt } = line
  const onHand = (await stockOf([sku], tx)).get(sku)?.onHand ?? 0
  if (onHand === 0)
    throw new DomainError('out_of_stock', 'That is sold out, sorry. Nothing was added.', {
      lines: [soldOut(sku, offer)],
    })
  const { quantity, notice } = clipQuantity({ wanted, onHand, max: MAX_QUANTITY })
  const { product, variant, unitPrice } = offer
  const names = { name: product.name, optionsText: optionsText(variant.options) }
  await tx.cartItem.upsert({
    where: { cartId_sku: { cartId, sku } },
    create: { cartId, sku, productId: product._id.toHexString(), quantity, seenUnitPrice, addedAt, ...names },
    update: { quantity, ...(seenUnitPrice !== unitPrice && { seenUnitPrice }), ...names },
  })
  return { quantity, notice }
}

const soldOut = (sku: string, { product }: Offer) => ({ sku, name: product.name, issue: { type: 'sold_out' } })

const BATCH = 1_000
const SURELY_MET_HOURS = 2
const MAX_CHANGED_ONCE = 100_000

/**
 * Deletes carts of guests unchanged for 30 days. Clients without cookies create a new cart with each addition, so of the carts
 * that were never changed again, this keeps only those from the last two hours and the newest 100,000 of the older
 * ones. Returns the number of deleted carts.
 */
export async function cleanUpCarts(now = new Date(), maxChangedOnce = MAX_CHANGED_ONCE): Promise<number> {
  const old = await deleteCarts(
    Prisma.sql`"userId" IS NULL AND "updatedAt" < ${before(now, CART_LIFETIME_DAYS * DAY_MS)}`,
  )
  const [surplus] = await postgres().$queryRaw<{ updatedAt: Date }[]>`
    SELECT "updatedAt" FROM "Cart"
    WHERE "userId" IS NULL AND "updatedAt" = "createdAt" AND "updatedAt" < ${before(now, (SURELY_MET_HOURS * DAY_MS) / 24)}
    ORDER BY "updatedAt" DESC OFFSET ${maxChangedOnce}::int LIMIT 1`
  if (!surplus) return old
  return (
    old +
    (await deleteCarts(
      Prisma.sql`"userId" IS NULL AND "updatedAt" = "createdAt" AND "updatedAt" <= ${surplus.updatedAt}`,
    ))
  )
}

const before = (moment: Date, milliseconds: number) => new Date(Number(moment) - milliseconds)

/**
 * Deletes the carts that match a condition, in batches of one transaction each. Returns the number of deleted carts.
 */
async function deleteCarts(where: Prisma.Sql): Promise<number> {
  let total = 0
  for (let deleted = BATCH; deleted === BATCH; total += deleted)
    deleted = await postgres().$executeRaw`
      DELETE FROM "Cart" WHERE ${where} AND id IN (SELECT id FROM "Cart" WHERE ${where} LIMIT ${BATCH})`
  return total
}
