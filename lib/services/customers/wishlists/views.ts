import type { ProductCard } from '@/lib/contracts/catalog/product-view'
import type { SharedWishlistView, WishlistItemView, WishlistView } from '@/lib/contracts/customers/wishlists'
import { postgres } from '@/lib/db/postgres'
import { optionsText } from '@/lib/domain/catalog/variant'
import { firstNameOf, isBackAgain } from '@/lib/domain/customers/wishlist'
import { type CardDocument, findCardDocuments } from '../../catalog/documents'
import { type Facts, optionGroups, toCard } from '../../catalog/product-views'
import { factsOf } from '../../catalog/products'
import { ensureDefaultWishlist, listWishlists } from './lists'

interface Row {
  id: string
  productId: string
  sku: string | null
  savedPrice: number
  savedAt: Date
  name: string
  image: string | null
}

const ROW = { id: true, productId: true, sku: true, savedPrice: true, savedAt: true, name: true, image: true } as const
const NEWEST_FIRST = [{ savedAt: 'desc' as const }, { id: 'asc' as const }]

/** Returns one of a person's lists, by default the default one; null if it is none of theirs. */
export async function viewWishlist(userId: string, id: string | null, now = new Date()): Promise<WishlistView | null> {
  const { id: defaultId } = await ensureDefaultWishlist(userId)
  const found = await postgres().wishlist.findFirst({
    where: { id: id ?? defaultId, userId, deletedAt: null },
    select: { id: true, shareToken: true, items: { where: { removedAt: null }, orderBy: NEWEST_FIRST, select: ROW } },
  })
  if (!found) return null
  const [lists, items] = await Promise.all([listWishlists(userId), viewItems(found.items, { userId, now })])
  const list = lists.find((one) => one.id === found.id)
  return list ? { list, lists, shareToken: found.shareToken, items } : null
}

/** Returns the list with this link as everybody sees it; null if it is not shared, or its owner is on hold. */
export async function viewSharedWishlist(shareToken: string, now = new Date()): Promise<SharedWishlistView | null> {
  const found = await postgres().wishlist.findFirst({
    where: { shareToken, deletedAt: null, user: { blockedAt: null } },
    select: {
      name: true,
      user: { select: { name: true } },
      items: { where: { removedAt: null }, orderBy: NEWEST_FIRST, select: ROW },
    },
  })
  if (!found) return null
  const items = await viewItems(found.items, { userId: null, now })
  return {
    name: found.name,
    firstName: firstNameOf(found.user.name),
    items: items.map(({ id, name, href, image, price, state }) => ({ id, name, href, image, price, state })),
  }
}

/** Returns how many things on a person's lists there are, and how many of them are cheaper than when they were saved. */
export async function savedNews(userId: string, now = new Date()): Promise<{ count: number; cheaper: number }> {
  const rows = await postgres().wishlistItem.findMany({
    where: { removedAt: null, wishlist: { userId, deletedAt: null } },
    orderBy: NEWEST_FIRST,
    take: 200,
    select: ROW,
  })
  const items = await viewItems(rows, { userId: null, now })
  const isCheaper = ({ state, price, savedPrice }: WishlistItemView) => state === 'here' && price < savedPrice
  return { count: items.length, cheaper: items.filter(isCheaper).length }
}

/** Reads what the things' products are like now, with one query per table. `userId` is null for strangers. */
async function viewItems(
  rows: Row[],
  { userId, now }: { userId: string | null; now: Date },
): Promise<WishlistItemView[]> {
  const documents = await findCardDocuments([...new Set(rows.map(({ productId }) => productId))])
  const facts = await factsOf(documents, now)
  const byId = new Map(documents.map((document) => [document._id.toHexString(), document]))
  const shown = rows.map((row) => ({ row, now: shownOf(row, byId.get(row.productId), facts) }))
  const skus = shown.flatMap((one) => one.now?.card.sku ?? [])
  const [restocks, awaited] = await Promise.all([
    restocksOf(skus),
    userId ? awaitedBy(userId, skus) : new Set<string>(),
  ])
  return shown.map(({ row, now: current }) => {
    const saved = {
      id: row.id,
      productId: row.productId,
      savedPrice: row.savedPrice,
      savedAt: row.savedAt.toISOString(),
    }
    if (!current) return { ...saved, ...gone(row) }
    const { card, needsChoice, optionsText } = current
    const restockedAt = restocks.get(card.sku) ?? null
    const { onHand = 0, lowStockThreshold = 0 } = facts.stock.get(card.sku) ?? {}
    return {
      ...saved,
      ...ofCard(card),
      needsChoice,
      optionsText,
      left: onHand > 0 && onHand <= lowStockThreshold ? onHand : null,
      backSince:
        !card.isVariantOut && isBackAgain({ savedAt: row.savedAt, restockedAt }, now)
          ? (restockedAt?.toISOString() ?? null)
          : null,
      isAwaited: awaited.has(card.sku),
    }
  })
}

function shownOf(
  { sku }: Row,
  document: CardDocument | undefined,
  facts: Facts,
): { card: ProductCard; needsChoice: boolean; optionsText: string } | null {
  if (!document) return null
  const variant = document.variants.findIndex((one) => one.sku === sku)
  const schema = facts.categories.get(document.category)?.specs ?? []
  const needsChoice = variant < 0 && optionGroups(document, schema).some(({ fits }) => fits)
  const options = optionsText(document.variants[variant]?.options ?? {})
  return { card: toCard(document, facts, { variant }), needsChoice, optionsText: options }
}

const ofCard = ({ name, href, slug, image, specLine, sku, price, was, percent, isVariantOut }: ProductCard) => ({
  name,
  href,
  slug,
  image: image?.src ?? null,
  specLine,
  sku,
  price,
  was,
  percent,
  state: isVariantOut ? ('out' as const) : ('here' as const),
})

const gone = ({ name, image, savedPrice }: Row) => ({
  name,
  href: null,
  slug: null,
  image,
  specLine: [],
  optionsText: '',
  sku: null,
  needsChoice: false,
  price: savedPrice,
  was: null,
  percent: 0,
  state: 'gone' as const,
  left: null,
  backSince: null,
  isAwaited: false,
})

async function restocksOf(skus: string[]): Promise<Map<string, Date>> {
  const rows = await postgres().inventory.findMany({
    where: { sku: { in: skus }, restockedAt: { not: null } },
    select: { sku: true, restockedAt: true },
  })
  return new Map(rows.flatMap(({ sku, restockedAt }) => (restockedAt ? [[sku, restockedAt] as const] : [])))
}

/** Returns those of these SKUs that a person wants to hear of. */
export async function awaitedBy(userId: string, skus: string[]): Promise<Set<string>> {
  const rows = await postgres().stockNotice.findMany({
    where: { userId, sku: { in: skus }, notifiedAt: null },
    select: { sku: true },
  })
  return new Set(rows.map(({ sku }) => sku))
}
