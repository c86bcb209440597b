import type { LiveStock } from '@/lib/contracts/product-view'
import { postgres } from '@/lib/db/postgres'
import { stockState } from '@/lib/domain/stock'

/**
 * Units of every SKU of these products as they stand now, by product: the number where few are left, 0 where none are,
 * null where there are enough.
 */
export async function liveStock(productIds: string[]): Promise<Record<string, LiveStock>> {
  const rows = await postgres().inventory.findMany({
    where: { productId: { in: productIds } },
    select: { sku: true, productId: true, onHand: true, lowStockThreshold: true },
  })
  const byProduct = new Map(productIds.map((id): [string, LiveStock] => [id, {}]))
  for (const { sku, productId, onHand, lowStockThreshold } of rows) {
    const isPlenty = stockState(onHand, lowStockThreshold) === 'in_stock'
    byProduct.set(productId, { ...byProduct.get(productId), [sku]: { left: isPlenty ? null : Math.max(0, onHand) } })
  }
  return Object.fromEntries(byProduct)
}
