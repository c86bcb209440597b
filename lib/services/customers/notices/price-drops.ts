import { randomUUID } from 'node:crypto'
import { Prisma } from '@/lib/db/generated/client'
import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { bySku } from '@/lib/db/price-ledger-sql'
import { type PriceDrop, priceDrop } from '@/lib/domain/pricing/price-drop'
import { PRICE_HISTORY_DAYS, type PriceRecord } from '@/lib/domain/pricing/pricing'
import { enqueue } from '@/lib/jobs/enqueue'
import { findProductsByIds } from '../../catalog/documents'
import { stockOf } from '../../inventory/inventory'

const DAY_MS = 86_400_000
const REST_DAYS = 7
/** Prices may have begun long ago, so the ledger is read from twice the days of the price history on. */
const LEDGER_DAYS = 2 * PRICE_HISTORY_DAYS + REST_DAYS
const BATCH = 500

interface Drop extends PriceDrop {
  productId: string
  sku: string
}

/** Somebody who saved a product. `skus` are the variants that they chose; empty if they chose none. */
interface Saver {
  userId: string
  productId: string
  skus: string[]
}

/**
 * Enqueues a mail to each person who saved one of these products if its price fell after `since`, it is in stock, and
 * the person wants such mails: at most one per product and person in seven days. Idempotent within these days.
 */
export async function notifyPriceDrops(
  { productIds, since }: { productIds: string[]; since: Date },
  now = new Date(),
): Promise<void> {
  const drops = await findDrops(productIds, { since, now })
  if (drops.length === 0) return
  const savers = await findSavers([...new Set(drops.map(({ productId }) => productId))])
  const notices = savers.flatMap(({ userId, productId, skus }) => {
    const wanted = drops.filter(
      (drop) => drop.productId === productId && (skus.length === 0 || skus.includes(drop.sku)),
    )
    const [largest] = wanted.toSorted((a, b) => b.before - b.after - (a.before - a.after))
    return largest ? [{ userId, drop: largest }] : []
  })
  for (let from = 0; from < notices.length; from += BATCH)
    await transaction((tx) => enqueueMails(tx, notices.slice(from, from + BATCH), now))
}

async function findDrops(productIds: string[], { since, now }: { since: Date; now: Date }): Promise<Drop[]> {
  const products = (await findProductsByIds(productIds)).filter(({ status }) => status === 'active')
  const variants = products.flatMap(({ _id, variants }) =>
    variants.map(({ sku }) => ({ productId: _id.toHexString(), sku })),
  )
  const skus = variants.map(({ sku }) => sku)
  const [ledgers, stock] = await Promise.all([recentLedgers(skus, now), stockOf(skus)])
  return variants.flatMap(({ productId, sku }) => {
    const drop = priceDrop(ledgers.get(sku) ?? [], now)
    const isInStock = (stock.get(sku)?.onHand ?? 0) > 0
    return drop && isInStock && drop.begunAt >= since ? [{ productId, sku, ...drop }] : []
  })
}

/** Returns the ledger rows of the last weeks by SKU, with the regular price that was valid when they began. */
async function recentLedgers(skus: string[], now: Date): Promise<Map<string, PriceRecord[]>> {
  if (skus.length === 0) return new Map()
  const from = new Date(Number(now) - LEDGER_DAYS * DAY_MS)
  return bySku(
    await postgres().$queryRaw<(PriceRecord & { sku: string })[]>`
      SELECT p.sku, p.price, p."validFrom", p."validUntil" FROM "PriceChange" p
      WHERE p.sku = ANY(${skus}::text[]) AND (
        p."validFrom" > ${from} OR p."validUntil" > ${from} OR (p."validUntil" IS NULL AND p."validFrom" = (
          SELECT max(r."validFrom") FROM "PriceChange" r
          WHERE r.sku = p.sku AND r."validUntil" IS NULL AND r."validFrom" <= ${from}
        ))
      )
      ORDER BY p.id`,
  )
}

function findSavers(productIds: string[]): Promise<Saver[]> {
  return postgres().$queryRaw<Saver[]>`
    SELECT list."userId", item."productId",
      CASE WHEN bool_or(item.sku IS NULL) THEN '{}' ELSE array_agg(DISTINCT item.sku) END AS skus
    FROM "WishlistItem" item
    JOIN "Wishlist" list ON list.id = item."wishlistId" AND list."deletedAt" IS NULL
    JOIN "User" person ON person.id = list."userId" AND person."blockedAt" IS NULL
    WHERE item."productId" = ANY(${productIds}::char(24)[]) AND item."removedAt" IS NULL
      AND NOT 'price_drop' = ANY(person."mutedNotices")
    GROUP BY list."userId", item."productId"
    ORDER BY list."userId", item."productId"`
}

async function enqueueMails(tx: Tx, notices: { userId: string; drop: Drop }[], now: Date): Promise<void> {
  const restedSince = new Date(Number(now) - REST_DAYS * DAY_MS)
  const rows = notices.map(({ userId, drop }) => Prisma.sql`(${userId}::uuid, ${drop.productId}::char(24), ${now})`)
  // The condition of the update is what keeps two jobs at once from writing twice.
  const due = await tx.$queryRaw<{ userId: string; productId: string }[]>`
    INSERT INTO "PriceDropNotice" ("userId", "productId", "sentAt") VALUES ${Prisma.join(rows)}
    ON CONFLICT ("userId", "productId") DO UPDATE SET "sentAt" = excluded."sentAt"
    WHERE "PriceDropNotice"."sentAt" <= ${restedSince}
    RETURNING "userId", "productId"`
  const isDue = new Set(due.map(({ userId, productId }) => `${userId} ${productId}`))
  const jobs = notices
    .filter(({ userId, drop }) => isDue.has(`${userId} ${drop.productId}`))
    .map(({ userId, drop: { sku, before, after } }) => ({
      name: 'mail.price-drop' as const,
      data: { id: randomUUID(), userId, sku, before, after },
    }))
  if (jobs.length > 0) await enqueue(tx, ...jobs)
}

/** Returns the address of a person who wants to hear of lower prices; null if they do not, or not any more. */
export async function priceDropRecipient(userId: string): Promise<string | null> {
  const user = await postgres().user.findUnique({ where: { id: userId } })
  return user && user.blockedAt === null && !user.mutedNotices.includes('price_drop') ? user.email : null
}
