import { postgres, type Tx, transaction } from '@/lib/db/postgres'
import { expirePages } from '../content/expiry-log'

/** Only orders of this period count, because older ones say little about what sells today. */
const PERIOD_DAYS = 365
/** Maximum number of orders to count, newest first, so that a run finishes overnight. */
const MAX_ORDERS = 100_000
/** Minimum number of orders that contain both products; a single one may be a coincidence. */
const MIN_ORDERS = 2
const MAX_PARTNERS = 8
/** Maximum number of lines counted per order. Very large orders say little, and their pairs grow quadratically. */
const MAX_LINES = 40
const DAY_MS = 86_400_000
const IDS_AT_ONCE = 500

// Products are processed in sixteen slices, by the last digit of their id, so that no statement takes long.
const SLICES = [...'0123456789abcdef']

/**
 * Recomputes which products are bought together, from the last year's orders that were not cancelled. Expires the pages
 * of changed products, unless `silent`. Idempotent. Returns the number of changed products.
 */
export async function countBoughtTogether({
  now = new Date(),
  silent = false,
  maxOrders = MAX_ORDERS,
} = {}): Promise<number> {
  const since = new Date(Number(now) - PERIOD_DAYS * DAY_MS)
  let changed = 0
  for (const slice of SLICES) {
    changed += await transaction(async (tx) => {
      const ids = await countSlice(tx, { slice, since, maxOrders })
      if (!silent) await announce(tx, ids)
      return ids.length
    })
  }
  return changed
}

/** Recomputes one slice. Returns the ids of products whose list of companions changed, in content or order. */
async function countSlice(
  tx: Tx,
  { slice, since, maxOrders }: { slice: string; since: Date; maxOrders: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ productId: string }[]>`
    WITH placed AS (
      SELECT id FROM "Order" WHERE "placedAt" >= ${since} AND status <> 'CANCELLED'
      ORDER BY "placedAt" DESC LIMIT ${maxOrders}::int
    ), line AS MATERIALIZED (
      SELECT DISTINCT item."orderId", item."productId"
      FROM "OrderItem" item JOIN placed ON placed.id = item."orderId"
      WHERE item.position < ${MAX_LINES}::int
    ), popularity AS (
      SELECT "productId", count(*) AS orders FROM line GROUP BY "productId"
    ), pair AS (
      SELECT one."productId", other."productId" AS "otherId", count(*)::int AS orders
      FROM line one JOIN line other USING ("orderId")
      WHERE right(one."productId", 1) = ${slice} AND one."productId" <> other."productId"
      GROUP BY one."productId", other."productId" HAVING count(*) >= ${MIN_ORDERS}::int
    ), fresh AS (
      SELECT * FROM (
        SELECT pair.*, row_number() OVER (
          -- On a tie, the product that is bought less often otherwise is the more specific companion.
          PARTITION BY pair."productId" ORDER BY pair.orders DESC, popularity.orders, pair."otherId"
        )::smallint AS rank
        FROM pair JOIN popularity ON popularity."productId" = pair."otherId"
      ) ranked WHERE rank <= ${MAX_PARTNERS}::int
    ), gone AS (
      DELETE FROM "BoughtTogether" old
      WHERE right(old."productId", 1) = ${slice} AND NOT EXISTS (
        SELECT FROM fresh WHERE fresh."productId" = old."productId" AND fresh.rank = old.rank
      )
      RETURNING old."productId"
    ), other AS (
      SELECT fresh."productId" FROM fresh LEFT JOIN "BoughtTogether" old USING ("productId", rank)
      WHERE old."otherId" IS DISTINCT FROM fresh."otherId"
    ), written AS (
      INSERT INTO "BoughtTogether" ("productId", rank, "otherId", orders)
      SELECT "productId", rank, "otherId", orders FROM fresh
      ON CONFLICT ("productId", rank) DO UPDATE SET "otherId" = excluded."otherId", orders = excluded.orders
      WHERE "BoughtTogether"."otherId" <> excluded."otherId" OR "BoughtTogether".orders <> excluded.orders
    )
    SELECT "productId" FROM gone UNION SELECT "productId" FROM other`
  return rows.map(({ productId }) => productId)
}

async function announce(tx: Tx, productIds: string[]): Promise<void> {
  for (let from = 0; from < productIds.length; from += IDS_AT_ONCE)
    await expirePages(tx, { productIds: productIds.slice(from, from + IDS_AT_ONCE) })
}

/** Returns the ids of the products most often bought together with this one, most frequent first, at most eight. */
export async function boughtWith(productId: string): Promise<string[]> {
  const rows = await postgres().boughtTogether.findMany({
    where: { productId },
    orderBy: { rank: 'asc' },
    select: { otherId: true },
  })
  return rows.map(({ otherId }) => otherId)
}
