import { randomUUID } from 'node:crypto'
import type { JoinedCarts } from '@/lib/contracts/cart'
import type { CartItem } from '@/lib/db/generated/client'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { clipQuantity, MAX_CART_LINES, MAX_QUANTITY } from '@/lib/domain/cart'
import { stockOf } from '../inventory/inventory'
import { findOffers, lineName, type Offer } from './lines'

/** Creates the cart of an account, if it has none. Each account has one, whose id no browser knows. */
export async function ensureUserCart(tx: Tx, userId: string): Promise<void> {
  await tx.cart.createMany({ data: [{ id: randomUUID(), userId }], skipDuplicates: true })
}

/**
 * Moves the lines of a guest's cart into the cart of the account that has just signed in, and deletes the guest's cart.
 * Of a SKU that is in both, the larger quantity counts, so that joining twice changes nothing. Quantities are reduced to
 * the stock, but never to 0. With `isCheckingOut`, the guest's cart is the one that is being bought: what only the
 * account's cart had is kept as its saved cart. Returns null if there was nothing to join, or if the cart belongs to an
 * account.
 */
export async function joinCarts(carts: {
  userId: string
  guestCartId: string | null
  isCheckingOut: boolean
}): Promise<JoinedCarts | null> {
  const { userId, guestCartId, isCheckingOut } = carts
  if (!guestCartId) return null
  const before = await postgres().cartItem.findMany({
    where: { OR: [{ cartId: guestCartId }, { cart: { userId, isSaved: false } }] },
    select: { sku: true },
  })
  // Read before the transaction, in which only Postgres is asked.
  const offers = await findOffers([...new Set(before.map(({ sku }) => sku))], new Date())
  return transaction(async (tx) => {
    await ensureUserCart(tx, userId)
    const locked = await lockBoth(tx, { userId, guestCartId })
    if (!locked) return null
    const items = await tx.cartItem.findMany({
      orderBy: [{ addedAt: 'asc' }, { sku: 'asc' }],
      where: { cartId: { in: locked } },
    })
    const [ownId] = locked
    const guest = items.filter(({ cartId }) => cartId === guestCartId)
    const own = items.filter(({ cartId }) => cartId === ownId)
    await tx.cart.delete({ where: { id: guestCartId } })
    if (guest.length === 0) return null
    const stock = await stockOf(
      guest.map(({ sku }) => sku),
      tx,
    )
    const joined = joinLines({ own, guest, offers, onHand: (sku) => stock.get(sku)?.onHand ?? 0, isCheckingOut })
    if (isCheckingOut)
      await saveLines(
        tx,
        userId,
        own.filter(({ sku }) => !guest.some((line) => line.sku === sku)),
      )
    await tx.cartItem.deleteMany({ where: { cartId: ownId, sku: { in: joined.lines.map(({ sku }) => sku) } } })
    await tx.cartItem.createMany({ data: joined.lines.map((line) => ({ ...line, cartId: ownId })) })
    return joined.notice
  })
}

/**
 * Locks both carts in the order of their ids. Returns their ids, the account's first; null if the guest's cart is gone
 * or belongs to an account.
 */
async function lockBoth(
  tx: Tx,
  { userId, guestCartId }: { userId: string; guestCartId: string },
): Promise<[own: string, guest: string] | null> {
  const rows = await tx.$queryRaw<{ id: string; userId: string | null }[]>`
    SELECT id, "userId" FROM "Cart"
    WHERE id = ${guestCartId}::uuid OR ("userId" = ${userId}::uuid AND NOT "isSaved")
    ORDER BY id FOR UPDATE`
  const own = rows.find((row) => row.userId === userId)
  const guest = rows.find(({ id }) => id === guestCartId)
  return own && guest && guest.userId === null ? [own.id, guest.id] : null
}

interface Joining {
  own: CartItem[]
  guest: CartItem[]
  offers: Map<string, Offer>
  onHand: (sku: string) => number
  isCheckingOut: boolean
}

/** Returns the lines that the guest's cart adds or changes, and what to tell the shopper. */
function joinLines({ own, guest, offers, onHand, isCheckingOut }: Joining): { lines: CartItem[]; notice: JoinedCarts } {
  const kept = isCheckingOut ? own.filter(({ sku }) => guest.some((line) => line.sku === sku)) : own
  const known = new Map(kept.map((line) => [line.sku, line]))
  const room = MAX_CART_LINES - kept.length
  const fresh = guest.filter(({ sku }) => !known.has(sku))
  const leftOut = fresh.slice(Math.max(0, room))
  const lines = guest
    .filter((line) => !leftOut.includes(line))
    .map((line) => {
      const other = known.get(line.sku)
      const wanted = Math.max(line.quantity, other?.quantity ?? 0)
      return { wanted, line: { ...line, quantity: clipped(wanted, onHand(line.sku)), ...seen(line, other, offers) } }
    })
  const nameOf = (line: CartItem) => lineName({ name: line.name, offer: offers.get(line.sku) ?? null })
  return {
    lines: lines.map(({ line }) => line),
    notice: {
      joined: lines.length,
      clipped: lines
        .filter(({ wanted, line }) => line.quantity < wanted)
        .map(({ wanted, line }) => ({ name: nameOf(line), wanted, quantity: line.quantity })),
      leftOut: leftOut.map(nameOf),
      saved: own.length - kept.length,
    },
  }
}

/** Returns the quantity that can be had. A line that is sold out keeps its quantity, because the cart says so itself. */
function clipped(wanted: number, onHand: number): number {
  return onHand === 0 ? wanted : clipQuantity({ wanted, onHand, max: MAX_QUANTITY }).quantity
}

/** Of two prices that were seen, returns the one that is not the current price, so that the change is shown. */
function seen(line: CartItem, other: CartItem | undefined, offers: Map<string, Offer>) {
  const current = offers.get(line.sku)?.unitPrice
  const seenUnitPrice = other && line.seenUnitPrice === current ? other.seenUnitPrice : line.seenUnitPrice
  return { seenUnitPrice, addedAt: other?.addedAt ?? line.addedAt }
}

/** Moves lines of the account's cart to its saved cart. */
async function saveLines(tx: Tx, userId: string, lines: CartItem[]): Promise<void> {
  if (lines.length === 0) return
  const saved = await tx.cart.upsert({
    where: { userId_isSaved: { userId, isSaved: true } },
    create: { userId, isSaved: true },
    update: { updatedAt: new Date() },
  })
  const skus = lines.map(({ sku }) => sku)
  await tx.cartItem.deleteMany({ where: { cartId: saved.id, sku: { in: skus } } })
  await tx.cartItem.updateMany({
    where: { cartId: lines[0]?.cartId ?? '', sku: { in: skus } },
    data: { cartId: saved.id },
  })
}

/** Moves an account's saved lines back into its cart, by the same rules. Returns null if there are none. */
export async function restoreSavedCart(userId: string): Promise<JoinedCarts | null> {
  const saved = await postgres().cart.findUnique({ where: { userId_isSaved: { userId, isSaved: true } } })
  if (!saved) return null
  await postgres().cart.updateMany({ where: { id: saved.id, userId }, data: { userId: null, isSaved: false } })
  return joinCarts({ userId, guestCartId: saved.id, isCheckingOut: false })
}

/** Returns the number of lines in an account's saved cart. */
export const countSaved = (userId: string): Promise<number> =>
  postgres().cartItem.count({ where: { cart: { userId, isSaved: true } } })
