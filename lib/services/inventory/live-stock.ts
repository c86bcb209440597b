import type { LiveStock } from '@/lib/contracts/catalog/product-view'
import type { Inventory } from '@/lib/db/generated/client'
import { postgres } from '@/lib/db/postgres'
import { stockState } from '@/lib/domain/inventory/stock'

type StockRow = Pick<Inventory, 'sku' | 'productId' | 'onHand' | 'lowStockThreshold'>

/**
 * Returns the current stock by SKU for each product: the number of units if only a few are left, 0 if sold out, null if
 * there are enough.
 */
export async function liveStock(productIds: string[]): Promise<Record<string, LiveStock>> {
  if (productIds.length === 0) return {}
  // Plain SQL, because this is the most frequent query and Prisma would double its cost.
  const rows = await postgres().$queryRaw<StockRow[]>`
    SELECT sku, "productId", "onHand", "lowStockThreshold" FROM "Inventory" WHERE "productId" = ANY(${productIds}::char(24)[])`
  const byProduct = new Map(productIds.map((id): [string, LiveStock] => [id, {}]))
  for (const { sku, productId, onHand, lowStockThreshold } of rows) {
    const isPlenty = stockState(onHand, lowStockThreshold) === 'in_stock'
    byProduct.set(productId, { ...byProduct.get(productId), [sku]: { left: isPlenty ? null : Math.max(0, onHand) } })
  }
  return Object.fromEntries(byProduct)
}
