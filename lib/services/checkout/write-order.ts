import type { SpecValue } from '@/lib/contracts/catalog/product'
import type { Address, DeliveryMethod, PaymentMethod } from '@/lib/contracts/checkout/checkout'
import type { Tx } from '@/lib/db/postgres'
import { foldEmail } from '@/lib/domain/customers/email'
import type { ReturnExclusion } from '@/lib/domain/orders/withdrawal-exclusion'
import type { TaxPart } from '@/lib/domain/pricing/tax'
import { isOneOf, lockInventory, Shortage, type StockChange } from '../inventory/inventory'

/**
 * An order line as it is stored, independent of later changes to the product. Money is in minor units, the tax rate in
 * basis points.
 */
export interface NewOrderLine {
  sku: string
  productId: string
  name: string
  image: string | null
  options: Record<string, string>
  specs: Record<string, SpecValue>
  unitPrice: number
  quantity: number
  taxRate: number
  /** The reason why there is no right of withdrawal; null if there is one. */
  returnExcluded: ReturnExclusion | null
}

/** An order that is complete but has not taken its stock yet. Each SKU occurs once. */
export interface NewOrder {
  id: string
  idempotencyKey: string
  /** The cart that the order empties. */
  cartId: string
  /** The account that orders; null for guests. */
  userId: string | null
  email: string
  currency: string
  subtotal: number
  discount: number
  shipping: number
  tax: number
  total: number
  deliveryMethod: DeliveryMethod
  /** Day of expected delivery, YYYY-MM-DD. */
  expectedOn: string
  paymentMethod: PaymentMethod
  shippingAddress: Address
  lines: NewOrderLine[]
  /** VAT by rate. The parts add up to the subtotal − discount, the shipping and the tax of the order. */
  taxes: TaxPart[]
  /** Name recorded in the stock ledger and the order's timeline, such as "shop". */
  actor: string
}

/** The written order, and the stock it took. */
export interface WrittenOrder {
  number: number
  changes: StockChange[]
}

/**
 * Takes the stock and inserts the order with its lines, taxes, stock movements and first event. Uses a single
 * statement, which locks the rows of popular SKUs as briefly as possible. Throws Shortage without writing anything if
 * any SKU has too few units; a second order with the same idempotency key is a unique violation.
 */
export async function writeOrder(tx: Tx, order: NewOrder): Promise<WrittenOrder> {
  const { lines } = order
  const rows = await tx.$queryRaw<(StockChange & { number: number })[]>`
    WITH line AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(lines.map(toRow))}::json) AS line (
        position int, sku text, "productId" text, name text, image text, options json, specs json,
        "unitPrice" int, quantity int, "taxRate" int, total int, "returnExcluded" text
      )
    ), locked AS MATERIALIZED (${lockInventory(lines)}),
    taken AS (
      UPDATE "Inventory" SET "onHand" = "Inventory"."onHand" - line.quantity
      FROM line
      WHERE "Inventory".sku = line.sku AND "Inventory"."onHand" >= line.quantity AND ${isOneOf(lines)}
        AND (SELECT count(*) FROM locked JOIN line USING (sku) WHERE locked."onHand" >= line.quantity) = ${lines.length}::int
      RETURNING "Inventory".sku, "Inventory"."productId", -line.quantity AS delta, "Inventory"."onHand",
        "Inventory"."lowStockThreshold", "Inventory"."updatedAt"
    ), placed AS (
      INSERT INTO "Order" (
        id, "idempotencyKey", "cartId", "userId", email, "emailKey", currency, subtotal, discount, shipping, tax, total,
        "deliveryMethod", "expectedOn", "paymentMethod", "shippingAddress"
      )
      SELECT
        ${order.id}::uuid, ${order.idempotencyKey}::uuid, ${order.cartId}::uuid, ${order.userId}::uuid,
        ${order.email}, ${foldEmail(order.email)}, ${order.currency},
        ${order.subtotal}::int, ${order.discount}::int, ${order.shipping}::int, ${order.tax}::int, ${order.total}::int,
        ${order.deliveryMethod}::"DeliveryMethod", ${order.expectedOn}::date, ${order.paymentMethod}::"PaymentMethod",
        ${JSON.stringify(order.shippingAddress)}::jsonb
      WHERE (SELECT count(*) FROM taken) = ${lines.length}::int
      RETURNING id, number
    ), items AS (
      INSERT INTO "OrderItem" (
        "orderId", position, sku, "productId", name, image, options, specs, "unitPrice", quantity, "taxRate", total,
        "returnExcluded"
      )
      SELECT placed.id, line.* FROM placed, line
    ), taxes AS (
      INSERT INTO "OrderTax" ("orderId", rate, goods, shipping, tax)
      SELECT placed.id, part.* FROM placed, json_to_recordset(${JSON.stringify(order.taxes)}::json)
        AS part (rate int, goods int, shipping int, tax int)
    ), movements AS (
      INSERT INTO "StockMovement" (sku, delta, reason, "orderId", actor)
      SELECT taken.sku, taken.delta, 'SALE', placed.id, ${order.actor} FROM placed, taken
    ), event AS (
      INSERT INTO "OrderEvent" ("orderId", type, actor) SELECT id, 'PLACED', ${order.actor} FROM placed
    )
    SELECT placed.number, taken.sku, taken."productId", taken.delta, taken."onHand", taken."lowStockThreshold",
      taken."updatedAt" AS "changedAt"
    FROM placed, taken`
  const [first] = rows
  if (!first) throw new Shortage()
  return { number: first.number, changes: rows.map(({ number: _, ...change }) => change) }
}

const toRow = (line: NewOrderLine, position: number) => ({ ...line, position, total: line.unitPrice * line.quantity })
