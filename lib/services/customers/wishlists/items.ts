import { randomUUID } from 'node:crypto'
import type { ProductCard } from '@/lib/contracts/catalog/product-view'
import type { Heart } from '@/lib/contracts/customers/wishlists'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { MAX_WISHLIST_ITEMS } from '@/lib/domain/customers/wishlist'
import { DomainError } from '@/lib/errors'
import { findCardDocuments } from '../../catalog/documents'
import { toCard } from '../../catalog/product-views'
import { factsOf } from '../../catalog/products'
import { defaultWishlist, lockPerson, noSuchList, UNDO_MS } from './lists'

const MAX_HEARTS_SHOWN = 2_000

/** A product to save: its card, and the variant if one was chosen. */
interface Saved {
  card: ProductCard
  sku: string | null
}

/** Reads the products of hearts, in the same order. Those not sold any more are left out, and so are unknown variants. */
async function readHearts(hearts: Heart[], now: Date): Promise<Saved[]> {
  const documents = await findCardDocuments(hearts.map(({ productId }) => productId))
  const facts = await factsOf(documents, now)
  return hearts.flatMap(({ productId, sku }) => {
    const document = documents.find(({ _id }) => _id.toHexString() === productId)
    if (!document) return []
    const variant = document.variants.findIndex((one) => one.sku === sku)
    return [{ card: toCard(document, facts, { variant }), sku: variant < 0 ? null : (sku ?? null) }]
  })
}

/**
 * Puts a product on a person's default list, unless it is on one of their lists already. Errors: not_found (it is not
 * sold any more), invalid_input (the list is full).
 */
export async function saveProduct(userId: string, heart: Heart, now = new Date()): Promise<void> {
  const [saved] = await readHearts([heart], now)
  if (!saved) throw new DomainError('not_found', 'We do not sell that any more, so it was not saved.')
  await transaction(async (tx) => {
    const list = await defaultWishlist(tx, userId)
    const added = await addItems(tx, { userId, wishlistId: list.id, saved: [saved], now })
    if (added === null) throw full()
  })
}

const full = () =>
  new DomainError(
    'invalid_input',
    `There is room for ${MAX_WISHLIST_ITEMS} things on a list. Take something off first.`,
  )

/**
 * Puts a guest's hearts on a person's default list. What is on one of their lists already stays there, and what is not
 * sold any more, or has no room, is left out. Returns how many were added.
 */
export async function joinHearts(userId: string, hearts: Heart[], now = new Date()): Promise<number> {
  if (hearts.length === 0) return 0
  const saved = await readHearts(hearts, now)
  return transaction(async (tx) => {
    const list = await defaultWishlist(tx, userId)
    return (await addItems(tx, { userId, wishlistId: list.id, saved, now })) ?? 0
  })
}

/**
 * Adds products to a list, unless they are on one of the person's lists. The caller must have locked the person. Returns
 * how many were added; null if there was something to add, but no room.
 */
async function addItems(
  tx: Tx,
  add: { userId: string; wishlistId: string; saved: Saved[]; now: Date },
): Promise<number | null> {
  const { userId, wishlistId, saved, now } = add
  const known = await tx.wishlistItem.findMany({
    where: { removedAt: null, wishlist: { userId, deletedAt: null } },
    select: { productId: true, wishlistId: true },
  })
  const knownIds = new Set(known.map(({ productId }) => productId))
  const fresh = [...new Map(saved.map((one) => [one.card.id, one])).values()].filter(
    ({ card }) => !knownIds.has(card.id),
  )
  const room = MAX_WISHLIST_ITEMS - known.filter((item) => item.wishlistId === wishlistId).length
  if (fresh.length > 0 && room <= 0) return null
  const added = fresh.slice(0, room)
  // Rows of things that were removed before would be in the way.
  await tx.wishlistItem.deleteMany({ where: { wishlistId, productId: { in: added.map(({ card }) => card.id) } } })
  await tx.wishlistItem.createMany({
    data: added.map(({ card, sku }, index) => ({
      id: randomUUID(),
      wishlistId,
      productId: card.id,
      sku,
      savedPrice: card.price,
      savedAt: new Date(Number(now) - index), // keeps the order
      name: card.name,
      image: card.image?.src ?? null,
      category: card.category,
    })),
  })
  return added.length
}

/** What to take off the lists: one thing on one list, or a product wherever it is. */
export type Removal = { itemId: string } | { productId: string }

/** Takes things off a person's lists. Returns them; they can be put back for a day. */
export async function removeSaved(userId: string, removal: Removal): Promise<{ id: string; name: string }[]> {
  const which = 'itemId' in removal ? { id: removal.itemId } : { productId: removal.productId }
  return postgres().wishlistItem.updateManyAndReturn({
    where: { ...which, removedAt: null, wishlist: { userId, deletedAt: null } },
    data: { removedAt: new Date() },
    select: { id: true, name: true },
  })
}

/** Puts things back that a person took off their lists. What is not theirs, or too old, stays. Errors: invalid_input. */
export async function restoreSaved(userId: string, itemIds: string[], now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    await lockPerson(tx, userId)
    const back = await tx.wishlistItem.updateManyAndReturn({
      where: {
        id: { in: itemIds },
        removedAt: { gt: new Date(Number(now) - UNDO_MS) },
        wishlist: { userId, deletedAt: null },
      },
      data: { removedAt: null },
      select: { wishlistId: true },
    })
    for (const wishlistId of new Set(back.map((item) => item.wishlistId))) await requireNotOverfull(tx, wishlistId)
  })
}

async function requireNotOverfull(tx: Tx, wishlistId: string): Promise<void> {
  if ((await tx.wishlistItem.count({ where: { wishlistId, removedAt: null } })) > MAX_WISHLIST_ITEMS) throw full()
}

/** Moves a thing to another of the person's lists, with the price at which it was saved. Errors: not_found, invalid_input. */
export async function moveSaved(move: { userId: string; itemId: string; to: string }): Promise<void> {
  const { userId, itemId, to } = move
  await transaction(async (tx) => {
    await lockPerson(tx, userId)
    const item = await tx.wishlistItem.findFirst({
      where: { id: itemId, removedAt: null, wishlist: { userId, deletedAt: null } },
    })
    const target = await tx.wishlist.findFirst({ where: { id: to, userId, deletedAt: null }, select: { id: true } })
    if (!item || !target) throw noSuchList()
    if (item.wishlistId === to) return
    await tx.wishlistItem.deleteMany({ where: { wishlistId: to, productId: item.productId } })
    await tx.wishlistItem.update({ where: { id: itemId }, data: { wishlistId: to } })
    await requireNotOverfull(tx, to)
  })
}

/** Returns the ids of the products on a person's lists, the newest first. */
export async function savedProductIds(userId: string): Promise<string[]> {
  const rows = await postgres().wishlistItem.findMany({
    where: { removedAt: null, wishlist: { userId, deletedAt: null } },
    orderBy: { savedAt: 'desc' },
    take: MAX_HEARTS_SHOWN,
    select: { productId: true },
  })
  return [...new Set(rows.map(({ productId }) => productId))]
}
