import { Prisma } from '@/lib/db/generated/client'
import type { StockReason } from '@/lib/db/generated/enums'
import { postgres, type Tx } from '@/lib/db/postgres'
import { stockState } from '@/lib/domain/inventory/stock'

export interface Stock {
  onHand: number
  lowStockThreshold: number
}

/** Units on hand of each SKU, in one query. SKUs without a row are not in the map: there is nothing of them. */
export async function stockOf(skus: string[], db: Tx = postgres()): Promise<Map<string, Stock>> {
  if (skus.length === 0) return new Map()
  const rows = await db.inventory.findMany({
    where: { sku: { in: skus } },
    select: { sku: true, onHand: true, lowStockThreshold: true },
  })
  return new Map(rows.map(({ sku, onHand, lowStockThreshold }) => [sku, { onHand, lowStockThreshold }]))
}

export interface StockLine {
  sku: string
  /** Units; more than 0. */
  quantity: number
}

/** What became of the stock of one SKU. `delta` are the units that came (or, below 0, went). */
export interface StockChange {
  sku: string
  productId: string
  delta: number
  onHand: number
  lowStockThreshold: number
  changedAt: Date
}

/** There was not enough of at least one SKU, so nothing was taken: the transaction must roll back. */
export class Shortage extends Error {
  override readonly name = 'Shortage'
}

interface Movement {
  reason: StockReason
  /** Who did it: "shop", "job:…", a member of staff. */
  actor: string
  orderId?: string
}

/** Takes the units of every line, or throws Shortage. Each SKU may occur once. */
export async function reserve(tx: Tx, lines: StockLine[], movement: Movement): Promise<StockChange[]> {
  const changes = await moveStock(
    tx,
    lines.map(({ sku, quantity }) => ({ sku, delta: -quantity })),
    movement,
  )
  if (changes.length < lines.length) throw new Shortage()
  return changes
}

/** Puts the units of every line back. Each SKU may occur once and must exist. */
export async function release(tx: Tx, lines: StockLine[], movement: Movement): Promise<StockChange[]> {
  const changes = await moveStock(
    tx,
    lines.map(({ sku, quantity }) => ({ sku, delta: quantity })),
    movement,
  )
  if (changes.length < lines.length) throw new Error('Units of a SKU that has no stock cannot be put back')
  return changes
}

/** One statement: lock the SKUs in the one global order, move what may be moved, write the ledger. */
function moveStock(tx: Tx, lines: { sku: string; delta: number }[], movement: Movement): Promise<StockChange[]> {
  const { reason, actor, orderId = null } = movement
  return tx.$queryRaw<StockChange[]>`
    WITH line AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(lines)}::json) AS line (sku text, delta int)
    ), locked AS MATERIALIZED (${lockInventory(lines)}),
    moved AS (
      UPDATE "Inventory" SET "onHand" = "Inventory"."onHand" + line.delta
      FROM line
      WHERE "Inventory".sku = line.sku AND "Inventory"."onHand" + line.delta >= 0 AND ${isOneOf(lines)}
        AND (SELECT count(*) FROM locked JOIN line USING (sku) WHERE locked."onHand" + line.delta >= 0) = ${lines.length}::int
      RETURNING "Inventory".sku, "productId", line.delta, "Inventory"."onHand", "lowStockThreshold", "updatedAt"
    ), movements AS (
      INSERT INTO "StockMovement" (sku, delta, reason, "orderId", actor)
      SELECT sku, delta, ${reason}::"StockReason", ${orderId}::uuid, ${actor} FROM moved
    )
    SELECT sku, "productId", delta, "onHand", "lowStockThreshold", "updatedAt" AS "changedAt" FROM moved`
}

/** The rows of these SKUs, locked in the order in which everybody locks them, so that carts cannot deadlock. */
export const lockInventory = (lines: { sku: string }[]): Prisma.Sql =>
  Prisma.sql`SELECT sku, "onHand" FROM "Inventory" WHERE ${isOneOf(lines)} ORDER BY sku FOR NO KEY UPDATE`

/** Tells Postgres how few the rows are: it knows nothing of a list in JSON and would read the whole table. */
export const isOneOf = (lines: { sku: string }[]): Prisma.Sql =>
  Prisma.sql`"Inventory".sku = ANY(${lines.map(({ sku }) => sku)}::text[])`

/** Whether a page says something else now: in stock → few left → sold out, or back. */
export function changesWhatPagesSay({ delta, onHand, lowStockThreshold }: StockChange): boolean {
  return stockState(onHand - delta, lowStockThreshold) !== stockState(onHand, lowStockThreshold)
}
