import { randomBytes, randomUUID } from 'node:crypto'
import type { WishlistTab } from '@/lib/contracts/customers/wishlists'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { DEFAULT_WISHLIST_NAME, MAX_WISHLISTS } from '@/lib/domain/customers/wishlist'
import { DomainError } from '@/lib/errors'

const SHARE_TOKEN_BYTES = 24
/** For how long deleted lists and removed things can be put back. */
export const UNDO_MS = 86_400_000

/** Returns the error for a list that does not exist, or is somebody else's. */
export const noSuchList = () => new DomainError('not_found', 'This list is none of yours, or it is not there any more.')

/** Returns a person's lists: the default one first, then in the order in which they were made. */
export async function listWishlists(userId: string): Promise<WishlistTab[]> {
  const rows = await postgres().wishlist.findMany({
    where: { userId, deletedAt: null },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { items: { where: { removedAt: null } } } } },
  })
  return rows.map(({ id, name, isDefault, shareToken, _count }) => ({
    id,
    name,
    isDefault,
    isShared: shareToken !== null,
    count: _count.items,
  }))
}

/** Creates the default list unless the person has it. */
export async function ensureDefaultWishlist(userId: string): Promise<{ id: string }> {
  const known = await postgres().wishlist.findFirst({ where: { userId, isDefault: true }, select: { id: true } })
  return known ?? transaction((tx) => defaultWishlist(tx, userId))
}

/** Returns the id of a person's default list, which is created if it is missing. Locks the person. */
export async function defaultWishlist(tx: Tx, userId: string): Promise<{ id: string }> {
  await lockPerson(tx, userId)
  const known = await tx.wishlist.findFirst({ where: { userId, isDefault: true }, select: { id: true } })
  if (known) return known
  const id = randomUUID()
  await tx.wishlist.create({ data: { id, userId, name: DEFAULT_WISHLIST_NAME, isDefault: true } })
  return { id }
}

/** Keeps two changes at once from making two default lists, or from passing a limit. */
export const lockPerson = (tx: Tx, userId: string) =>
  tx.$executeRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`

/** Creates a list. Errors: invalid_input (there are too many). */
export async function createWishlist({ userId, name }: { userId: string; name: string }): Promise<{ id: string }> {
  return transaction(async (tx) => {
    await defaultWishlist(tx, userId)
    await requireRoom(tx, userId)
    const id = randomUUID()
    await tx.wishlist.create({ data: { id, userId, name } })
    return { id }
  })
}

async function requireRoom(tx: Tx, userId: string): Promise<void> {
  const count = await tx.wishlist.count({ where: { userId, deletedAt: null } })
  if (count >= MAX_WISHLISTS)
    throw new DomainError('invalid_input', `There is room for ${MAX_WISHLISTS} lists. Delete one first.`)
}

/** Renames a list; the default one keeps its name. Errors: not_found. */
export async function renameWishlist(change: { userId: string; id: string; name: string }): Promise<void> {
  const { userId, id, name } = change
  const where = { id, userId, deletedAt: null, isDefault: false }
  const { count } = await postgres().wishlist.updateMany({ where, data: { name } })
  if (count === 0) throw noSuchList()
}

/**
 * Deletes a list, which can be put back for a day. Its link stops working. Returns its name; null if it was not there.
 * The default list stays.
 */
export async function deleteWishlist(userId: string, id: string): Promise<{ name: string } | null> {
  const where = { id, userId, deletedAt: null, isDefault: false }
  const [deleted] = await postgres().wishlist.updateManyAndReturn({
    where,
    data: { deletedAt: new Date() },
    select: { name: true },
  })
  return deleted ?? null
}

/** Puts a deleted list back, with its link. Errors: not_found, invalid_input (there are too many meanwhile). */
export async function restoreWishlist(userId: string, id: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    await lockPerson(tx, userId)
    await requireRoom(tx, userId)
    const where = { id, userId, deletedAt: { gt: new Date(Number(now) - UNDO_MS) } }
    const { count } = await tx.wishlist.updateMany({ where, data: { deletedAt: null } })
    if (count === 0) throw noSuchList()
  })
}

/** Lets anybody with a new link see a list; an older link stops working. Returns the link's token. Errors: not_found. */
export async function shareWishlist(userId: string, id: string): Promise<{ shareToken: string }> {
  const shareToken = randomBytes(SHARE_TOKEN_BYTES).toString('base64url')
  await setShareToken(userId, id, shareToken)
  return { shareToken }
}

/** Makes a list private: its link stops working. Errors: not_found. */
export const unshareWishlist = (userId: string, id: string): Promise<void> => setShareToken(userId, id, null)

async function setShareToken(userId: string, id: string, shareToken: string | null): Promise<void> {
  const { count } = await postgres().wishlist.updateMany({
    where: { id, userId, deletedAt: null },
    data: { shareToken },
  })
  if (count === 0) throw noSuchList()
}

/** Returns whether a list can be seen with this link: it is shared, not deleted, and its owner is not on hold. */
export const isShareToken = async (shareToken: string): Promise<boolean> =>
  (await postgres().wishlist.count({ where: { shareToken, deletedAt: null, user: { blockedAt: null } } })) > 0

/** Deletes for good what was deleted or removed a day ago or earlier. */
export async function cleanUpWishlists(now = new Date()): Promise<void> {
  const before = new Date(Number(now) - UNDO_MS)
  await postgres().wishlist.deleteMany({ where: { deletedAt: { lt: before } } })
  await postgres().wishlistItem.deleteMany({ where: { removedAt: { lt: before } } })
}
