import type { LiveStock } from '@/lib/contracts/product-view'
import { postgres } from '@/lib/db/postgres'
import { stockState } from '@/lib/domain/stock'

/**
 * Units of every SKU of these products as they stand now: the number where few are left, 0 where none are, null where
 * there are enough.
 */
export async function liveStock(productIds: string[]): Promise<LiveStock> {
  const rows = await postgres().inventory.findMany({
    where: { productId: { in: productIds } },
    select: { sku: true, onHand: true, lowStockThreshold: true },
  })
  return Object.fromEntries(
    rows.map(({ sku, onHand, lowStockThreshold }) => [
      sku,
      { left: stockState(onHand, lowStockThreshold) === 'in_stock' ? null : Math.max(0, onHand) },
    ]),
  )
}
