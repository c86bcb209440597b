import { Prisma } from '@/lib/db/generated/client'
import type { StockReason } from '@/lib/db/generated/enums'
import { postgres, type Tx } from '@/lib/db/postgres'
import { stockState } from '@/lib/domain/inventory/stock'
import { enqueue } from '@/lib/jobs/enqueue'

export interface Stock {
  onHand: number
  lowStockThreshold: number
}

/** Returns the stock by SKU, with one query. SKUs without a row are missing from the map and have no stock. */
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
  /** Number of units, at least 1. */
  quantity: number
}

/** Stock of a SKU after a change. `delta` is positive for returned units, negative for taken ones. */
export interface StockChange {
  sku: string
  productId: string
  delta: number
  onHand: number
  lowStockThreshold: number
  changedAt: Date
}

/** Thrown if any SKU has too few units. Nothing is taken; the transaction must roll back. */
export class Shortage extends Error {
  override readonly name = 'Shortage'
}

interface Movement {
  reason: StockReason
  /** Who made the change: "shop", a job ("job:…") or the name of a staff member. */
  actor: string
  orderId?: string
}

/** Takes the units of all lines from stock; throws Shortage if any SKU has too few. Each SKU may appear at most once. */
export async function reserve(tx: Tx, lines: StockLine[], movement: Movement): Promise<StockChange[]> {
  const changes = await moveStock(
    tx,
    lines.map(({ sku, quantity }) => ({ sku, delta: -quantity })),
    movement,
  )
  if (changes.length < lines.length) throw new Shortage()
  return changes
}

/**
 * Returns the units of all lines to stock. Each SKU must exist and may appear at most once. Enqueues the mails to people
 * who wait for SKUs that had none.
 */
export async function release(tx: Tx, lines: StockLine[], movement: Movement): Promise<StockChange[]> {
  const changes = await moveStock(
    tx,
    lines.map(({ sku, quantity }) => ({ sku, delta: quantity })),
    movement,
  )
  if (changes.length < lines.length) throw new Error('Cannot return units of an unknown SKU')
  const back = changes.filter(({ delta, onHand }) => delta > 0 && onHand === delta)
  if (back.length > 0) await enqueue(tx, ...back.map(({ sku }) => ({ name: 'stock.back' as const, data: { sku } })))
  return changes
}

/** Locks the SKUs in a fixed order, moves the units and writes the ledger, in a single statement. */
function moveStock(tx: Tx, lines: { sku: string; delta: number }[], movement: Movement): Promise<StockChange[]> {
  const { reason, actor, orderId = null } = movement
  return tx.$queryRaw<StockChange[]>`
    WITH line AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(lines)}::json) AS line (sku text, delta int)
    ), locked AS MATERIALIZED (${lockInventory(lines)}),
    moved AS (
      UPDATE "Inventory" SET "onHand" = "Inventory"."onHand" + line.delta, "restockedAt" =
        CASE WHEN "Inventory"."onHand" = 0 AND line.delta > 0 THEN clock_timestamp() ELSE "Inventory"."restockedAt" END
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

/**
 * Returns SQL that selects and locks the rows of these SKUs, always in the same order, so that concurrent carts cannot
 * deadlock.
 */
export const lockInventory = (lines: { sku: string }[]): Prisma.Sql =>
  Prisma.sql`SELECT sku, "onHand" FROM "Inventory" WHERE ${isOneOf(lines)} ORDER BY sku FOR NO KEY UPDATE`

/**
 * Returns a SQL condition for the inventory rows of these SKUs. Passes them as an array, because Postgres cannot
 * estimate the length of a JSON list and would scan the table.
 */
export const isOneOf = (lines: { sku: string }[]): Prisma.Sql =>
  Prisma.sql`"Inventory".sku = ANY(${lines.map(({ sku }) => sku)}::text[])`

/** Returns whether this change alters the stock state that pages show (in stock, few left, sold out). */
export function changesWhatPagesSay({ delta, onHand, lowStockThreshold }: StockChange): boolean {
  return stockState(onHand - delta, lowStockThreshold) !== stockState(onHand, lowStockThreshold)
}
