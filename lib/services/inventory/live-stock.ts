import type { LiveStock } from '@/lib/contracts/catalog/product-view'
import type { Inventory } from '@/lib/db/generated/client'
import { postgres } from '@/lib/db/postgres'
import { stockState } from '@/lib/domain/inventory/stock'

type StockRow = Pick<Inventory, 'sku' | 'productId' | 'onHand' | 'lowStockThreshold'>

/**
 * Units of every SKU of these products as they stand now, by product: the number where few are left, 0 where none are,
 * null where there are enough.
 */
export async function liveStock(productIds: string[]): Promise<Record<string, LiveStock>> {
  if (productIds.length === 0) return {}
  // The hottest query there is: plain SQL costs half of what Prisma's own does.
  const rows = await postgres().$queryRaw<StockRow[]>`
    SELECT sku, "productId", "onHand", "lowStockThreshold" FROM "Inventory" WHERE "productId" = ANY(${productIds}::char(24)[])`
  const byProduct = new Map(productIds.map((id): [string, LiveStock] => [id, {}]))
  for (const { sku, productId, onHand, lowStockThreshold } of rows) {
    const isPlenty = stockState(onHand, lowStockThreshold) === 'in_stock'
    byProduct.set(productId, { ...byProduct.get(productId), [sku]: { left: isPlenty ? null : Math.max(0, onHand) } })
  }
  return Object.fromEntries(byProduct)
}
